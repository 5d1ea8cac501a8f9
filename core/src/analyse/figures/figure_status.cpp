#include "analyse/figures/figure_status.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "analyse/figures/figure_date_status.hpp"

namespace storydiff {
namespace {

using enum FigureStatus;

constexpr double kEqualWithin = 1e-6;           ///< of the value: what arithmetic on doubles may lose
constexpr double kConvertedWithin = 0.03;       ///< conversions are rounded freely
constexpr double kRoundedWithin = 0.10;         ///< of the value: with a qualifier, or where decimals are dropped
constexpr double kBoundWithin = 0.15;           ///< of the value: beyond it "more than" says little
constexpr double kRoundedBarelyWithin = 0.025;  ///< 51 is told as 50, 14 is not told as 10

FigureVerdict verdict(FigureStatus status) { return {true, status}; }

bool equal(double a, double b) { return std::fabs(a - b) <= kEqualWithin * std::max(std::fabs(a), std::fabs(b)); }

/// What is compared of a figure once the units agree.
struct Magnitude {
  double low;
  double high;
  double grain;
};

Magnitude scaled(const Figure& figure, double factor) {
  return {figure.low * factor, figure.high * factor, figure.grain * factor};
}

enum class Side : std::uint8_t { kBoth, kAbove, kBelow };
Side side(Qualifier qualifier) {
  if (qualifier == Qualifier::kAtLeast || qualifier == Qualifier::kJustOver) return Side::kAbove;
  if (qualifier == Qualifier::kAtMost || qualifier == Qualifier::kNearly) return Side::kBelow;
  return Side::kBoth;
}
bool bound(Qualifier qualifier) { return qualifier == Qualifier::kAtLeast || qualifier == Qualifier::kAtMost; }

FigureStatus compare_qualifiers(Qualifier source, Qualifier target) {
  if (source == target) return kSame;
  if (source == Qualifier::kNone) return kQualifierAdded;
  if (target == Qualifier::kNone) return kQualifierDropped;
  if (side(source) != Side::kBoth && side(target) != Side::kBoth)
    return side(source) == side(target) ? kSame : kChanged;
  if (bound(source) == bound(target)) return kSame;  // about and nearly
  return bound(target) ? kQualifierAdded : kQualifierDropped;
}

/// Whether `coarse` is how `fine` reads with fewer digits, its qualifier heeded.
bool rounds(const Figure& coarse, const Magnitude& c, const Figure& fine, const Magnitude& f) {
  if (!(c.grain > f.grain * (1 + kEqualWithin)) || f.low == 0) return false;
  const double difference = std::fabs(c.low - f.low);
  const double relative = difference / std::fabs(f.low);
  if (coarse.qualifier == Qualifier::kNone) {
    const double limit = fine.fraction ? kRoundedWithin : kRoundedBarelyWithin;
    return difference <= c.grain / 2 * (1 + kEqualWithin) && relative <= limit;
  }
  if (difference >= c.grain || relative > kRoundedWithin) return false;
  switch (side(coarse.qualifier)) {
    case Side::kAbove:
      return f.low > c.low;
    case Side::kBelow:
      return f.low < c.low;
    case Side::kBoth:
      break;
  }
  return true;
}

/// "More than a fortnight" for 16 days: true, and with fewer digits than the source has.
bool true_bound(const Figure& source, const Magnitude& s, const Figure& target, const Magnitude& t) {
  return source.qualifier == Qualifier::kNone && side(target.qualifier) == Side::kAbove && s.low > t.low &&
         t.grain > s.grain && s.low - t.low < t.grain && s.low - t.low <= kBoundWithin * s.low;
}

FigureStatus compare_magnitudes(const Figure& source, const Magnitude& s, const Figure& target, const Magnitude& t) {
  const bool same_bounds = equal(s.low, t.low) && equal(s.high, t.high);
  if (source.vague || target.vague) {
    if (source.vague && target.vague) return s.low <= t.high && t.low <= s.high ? kSame : kChanged;
    if (source.vague) return s.low <= t.low && t.low <= s.high ? kMorePrecise : kChanged;
    // "More than half" is the majority.
    if (source.qualifier == Qualifier::kAtLeast && equal(s.low, t.low)) return kSame;
    return t.low <= s.low && s.low <= t.high ? kLessPrecise : kChanged;
  }
  if (same_bounds) return compare_qualifiers(source.qualifier, target.qualifier);
  if (rounds(target, t, source, s)) return kRounded;
  if (rounds(source, s, target, t)) return kMorePrecise;
  return true_bound(source, s, target, t) ? kLessPrecise : kChanged;
}

// --- money

/// What a unit of the currency is worth in dollars, within a factor of two over the last thirty years.
struct Worth {
  std::string_view currency;
  double dollars;
};
constexpr auto kWorth = std::to_array<Worth>({
    {"dollar", 0.85},
    {"euro", 1.15},
    {"pound", 1.5},
    {"yen", 0.0085},
    {"yuan", 0.14},
    {"franc", 1.0},
    {"rupee", 0.017},
    {"krona", 0.12},
    {"kronor", 0.12},
    {"rand", 0.09},
    {"cent", 0.85},
});
/// 0 where nothing is known.
double worth(std::string_view currency) {
  const auto found = std::ranges::find(kWorth, currency, &Worth::currency);
  return found == kWorth.end() ? 0 : found->dollars;
}

bool same_currency(const Figure& a, const Figure& b) {
  const bool cents = a.currency == "cent" || b.currency == "cent";
  if (cents && (a.currency != "cent" ? a : b).currency == "dollar") return true;
  if (cents && (a.currency != "cent" ? a : b).currency == "euro") return true;
  return a.currency == b.currency &&
         (a.country == b.country || a.country == 0 || b.country == 0 || (a.country | 0x20) == (b.country | 0x20));
}

FigureVerdict judge_money(const Figure& source, const Figure& target) {
  if (same_currency(source, target)) {
    return verdict(compare_magnitudes(source, scaled(source, 1), target, scaled(target, 1)));
  }
  // Nothing is worth as many dollars as euros: the number stayed, and what it counts changed.
  if (equal(source.low, target.low)) return verdict(kChanged);
  const double from = worth(source.currency);
  const double to = worth(target.currency);
  if (from > 0 && to > 0 && source.low > 0) {
    const double ratio = target.low * to / (source.low * from);
    if (ratio < 0.5 || ratio > 2) return {};
  }
  return verdict(kConverted);
}

// --- shares

FigureVerdict judge_percent(const Figure& source, const Figure& target) {
  if (source.points != target.points) return {equal(source.low, target.low), kChanged};
  // "One in six" have closed, "five out of six" are open.
  if (source.whole > 0 && source.whole == target.whole && equal(source.low + target.low, source.whole)) {
    return verdict(equal(source.low, target.low) ? kSame : kConverted);
  }
  Magnitude s = scaled(source, 1);
  Magnitude t = scaled(target, 1);
  s.low *= percent_of(source) / (source.low == 0 ? 1 : source.low);
  t.low *= percent_of(target) / (target.low == 0 ? 1 : target.low);
  if (!source.vague) s.high = s.low;
  if (!target.vague) t.high = t.low;
  // "Two in three" are 67 percent.
  const double finer = std::min(s.grain, t.grain);
  if (source.share != target.share && !source.vague && !target.vague && !equal(s.low, t.low) &&
      std::fabs(s.low - t.low) <= finer / 2) {
    return verdict(compare_qualifiers(source.qualifier, target.qualifier) == kChanged ? kChanged : kRounded);
  }
  return verdict(compare_magnitudes(source, s, target, t));
}

/// 19 of the 23 districts are hit: four of the 23 are spared.
FigureVerdict judge_parts(const Figure& source, const Figure& target) {
  if (source.whole == target.whole && !equal(source.low, target.low) && equal(source.low + target.low, source.whole)) {
    return verdict(kConverted);
  }
  return verdict(compare_magnitudes(source, scaled(source, 1), target, scaled(target, 1)));
}

// --- measures

double to_celsius(double degrees, const FigureUnit& unit) {
  return unit.system == UnitSystem::kImperial ? (degrees - 32) / 1.8 : degrees;
}

FigureVerdict judge_measures(const Figure& source, const Figure& target) {
  const FigureUnit& from = *source.unit;
  const FigureUnit& to = *target.unit;
  if (from.dimension != to.dimension) return {};
  if (from.dimension == Dimension::kTemperature && from.system != to.system && from.system != UnitSystem::kCommon &&
      to.system != UnitSystem::kCommon) {
    const double difference = std::fabs(to_celsius(source.low, from) - to_celsius(target.low, to));
    return verdict(difference <= 1 ? kConverted : kChanged);
  }
  const Magnitude s = scaled(source, from.factor);
  const Magnitude t = scaled(target, to.factor);
  const bool one_system =
      from.system == to.system || from.system == UnitSystem::kCommon || to.system == UnitSystem::kCommon;
  if (one_system) return verdict(compare_magnitudes(source, s, target, t));
  const double limit = std::max({kConvertedWithin * s.low, s.grain / 2, t.grain / 2});
  return verdict(std::fabs(s.low - t.low) <= limit ? kConverted : kChanged);
}

/// "$275 a week" is $39 a day.
std::optional<FigureVerdict> judge_rates(const Figure& source, const Figure& target) {
  if (source.per == nullptr || target.per == nullptr || source.per->factor == target.per->factor) return std::nullopt;
  const double s = source.low / source.per->factor;
  const double t = target.low / target.per->factor;
  const double limit = std::max(kConvertedWithin * s, target.grain / target.per->factor / 2);
  return verdict(std::fabs(s - t) <= limit ? kConverted : kChanged);
}

bool bare(const Figure& figure) { return figure.kind == FigureKind::kCount && figure.whole == 0; }

}  // namespace

std::string_view to_string(FigureStatus status) {
  switch (status) {
    case kSame:
      return "same";
    case kRounded:
      return "rounded";
    case kConverted:
      return "converted";
    case kQualifierDropped:
      return "qualifier-dropped";
    case kQualifierAdded:
      return "qualifier-added";
    case kMorePrecise:
      return "more-precise";
    case kLessPrecise:
      return "less-precise";
    case kChanged:
      return "changed";
    case kElsewhere:
      return "elsewhere";
    case kUnsupported:
      return "unsupported";
  }
  return "";
}

double percent_of(const Figure& figure) { return figure.whole > 0 ? 100 * figure.low / figure.whole : figure.low; }

FigureVerdict judge_figures(const Figure& source, const Figure& target) {
  if (source.kind == FigureKind::kDate && target.kind == FigureKind::kDate) return judge_dates(source, target);
  if (source.kind == FigureKind::kTime && target.kind == FigureKind::kTime) return judge_times(source, target);
  if (source.is_date_or_time() || target.is_date_or_time()) return {};
  if (source.negative != target.negative) return {source.kind == target.kind, kChanged};
  if (source.other >= 0 || target.other >= 0) {
    if (source.other < 0 || target.other < 0) return {};
    return verdict(equal(source.low, target.low) && equal(source.other, target.other) ? kSame : kChanged);
  }
  if (source.kind != target.kind) {
    // "The 52-year-old" and a bare "52"; "17.27 points" and a bare "17.27".
    const bool age = source.kind == FigureKind::kAge || target.kind == FigureKind::kAge;
    const bool measure = source.kind == FigureKind::kMeasure || target.kind == FigureKind::kMeasure;
    const Figure& plain = bare(source) ? source : target;
    if ((age || measure) && bare(plain) && !plain.noun) {
      const FigureVerdict found = verdict(compare_magnitudes(source, scaled(source, 1), target, scaled(target, 1)));
      const Figure& other = bare(source) ? target : source;
      const bool points = other.unit != nullptr && other.unit->dimension == Dimension::kPoints;
      // Of two values that differ nobody knows whether they measure the same.
      return {points || found.status != kChanged, found.status};
    }
    if (source.whole > 0 && target.kind == FigureKind::kPercent) return judge_percent(source, target);
    if (target.whole > 0 && source.kind == FigureKind::kPercent) return judge_percent(source, target);
    return {};
  }
  if (const auto rates = judge_rates(source, target)) {
    if (source.kind != FigureKind::kMoney || same_currency(source, target)) return *rates;
  }
  switch (source.kind) {
    case FigureKind::kMoney:
      return judge_money(source, target);
    case FigureKind::kPercent:
      return judge_percent(source, target);
    case FigureKind::kMeasure:
      return judge_measures(source, target);
    case FigureKind::kCount:
      if (source.whole > 0 && target.whole > 0) return judge_parts(source, target);
      break;
    default:
      break;
  }
  return verdict(compare_magnitudes(source, scaled(source, 1), target, scaled(target, 1)));
}

}  // namespace storydiff
