#include "analyse/figures/figure_units.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

#include "analyse/figures/figure_shares.hpp"

namespace storydiff {
namespace {

using enum CanonicalRole;

class UnitReader {
 public:
  explicit UnitReader(const FigureSentence& in) : in_(in) {}

  /// "a year and a half", "a decade"
  std::size_t span_of_time(std::size_t i, Figure& figure) const {
    if (in_.role(i) != kArticle || in_.at(i + 1).unit == nullptr) return i;
    const FigureUnit* unit = in_.at(i + 1).unit;
    if (unit->dimension != Dimension::kDuration || in_.word(i + 1) != unit->word) return i;
    const bool half = in_.role(i + 2) == kAnd && in_.role(i + 3) == kArticle && in_.role(i + 4) == kHalf;
    const bool long_span = in_.is(i + 1, {"decade", "century", "fortnight"});
    if (!half && !long_span) return i;
    figure.kind = FigureKind::kMeasure;
    figure.unit = unit;
    figure.low = figure.high = half ? 1.5 : 1;
    figure.fraction = half;
    figure.grain = half ? 0.5 : 1;
    return half ? i + 5 : i + 2;
  }

  /// Reads what stands after the number at `begin`; gives the end of the figure.
  std::size_t with_unit(std::size_t begin, const FigureNumber& number, Figure& figure) const {
    const std::size_t end = number.end;
    if (!number.suffix.empty()) return with_suffix(number, figure);
    const std::size_t k = in_.past_hyphen(end);
    const FigureFacts& next = in_.at(k);
    if (next.percent || (in_.role(k) == kPer && in_.role(k + 1) == kCent)) {
      figure.kind = FigureKind::kPercent;
      const std::size_t after = next.percent ? k + 1 : k + 2;
      if (in_.is(after, {"point", "points"})) {
        figure.points = true;
        return after + 1;
      }
      return after;
    }
    if (in_.is(k, {"percentage", "basis"}) && in_.is(k + 1, {"point", "points"})) {
      figure.kind = FigureKind::kPercent;
      figure.points = true;
      if (in_.is(k, {"basis"})) rescale(figure, 0.01);
      return k + 2;
    }
    if (const std::size_t after = currency(k, figure); after != k) return after;
    if (const std::size_t after = age(begin, end, figure); after != end) return after;
    if (const std::size_t after = degrees(k, figure); after != k) return after;
    if (const std::size_t after = measure(k, figure); after != k) return after;
    return read_part(in_, end, figure);
  }

  static void rescale(Figure& figure, double factor) {
    figure.low *= factor;
    figure.high *= factor;
    figure.grain *= factor;
  }

  std::size_t with_suffix(const FigureNumber& number, Figure& figure) const {
    if (number.suffix == "percent") {
      figure.kind = FigureKind::kPercent;
    } else if (number.suffix == "pence" || number.suffix == "cent") {
      figure.kind = FigureKind::kMoney;
      figure.currency = number.suffix == "pence" ? "pound" : "cent";
      rescale(figure, 0.01);
    } else {
      set_unit(figure, FigureWords::unit_named(number.suffix));
    }
    return number.end;
  }

  static void set_unit(Figure& figure, const FigureUnit* unit) {
    if (unit == nullptr) return;
    figure.kind = FigureKind::kMeasure;
    figure.unit = unit;
  }

  // "dollars", "U.S. dollars", "Swiss francs", "pence"
  std::size_t currency(std::size_t i, Figure& figure) const {
    std::size_t k = i;
    while (k < i + 2 && in_.at(k).capitalized && in_.role(k) != kCode) ++k;
    std::string_view name;
    switch (in_.role(k)) {
      case kDollar:
        name = "dollar";
        break;
      case kCurrency:
        name = in_.word(k);
        break;
      case kSign:
        if (k != i || !in_.touches(k - 1)) return i;
        name = in_.at(k).number.text;
        break;
      case kCode:
        if (k != i) return i;
        name = in_.at(k).number.text;
        break;
      case kCent:
        name = "cent";
        break;
      default:
        if (in_.is(k, {"pence", "penny"})) name = "pence";
        if (in_.is(k, {"cents"}) || in_.at(k).number.text == "cent") name = "cent";
        break;
    }
    if (name.empty()) return i;
    if (name == "pence" || name == "cent") {
      rescale(figure, 0.01);
      if (name == "pence") name = "pound";
    }
    if (name.ends_with('s')) name.remove_suffix(1);
    figure.kind = FigureKind::kMoney;
    figure.currency = name;
    if (k > i && !in_.is(i, {"u.s.", "us", "american"})) figure.country = in_.word(i).front();
    return k + 1;
  }

  // "71-year-old", "40 years old", "aged 52", "Smith, 52, said"
  std::size_t age(std::size_t begin, std::size_t end, Figure& figure) const {
    const std::size_t k = in_.past_hyphen(end);
    const bool years = in_.is(k, {"year", "years", "yr", "month", "months", "week", "weeks", "day", "days"});
    const std::size_t old = in_.past_hyphen(k + 1);
    if (years && (in_.is(old, {"old", "olds"}) || (in_.is(old, {"of"}) && in_.is(old + 1, {"age"})))) {
      figure.kind = FigureKind::kAge;
      figure.unit = in_.at(k).unit;
      return in_.is(old, {"of"}) ? old + 2 : old + 1;
    }
    if (figure.vague || figure.low > 120 || figure.fraction) return end;
    const bool told = begin > 0 && (in_.is(begin - 1, {"aged", "age"}) ||
                                    (in_.role(begin - 1) == kOf && begin > 1 && in_.is(begin - 2, {"age", "ages"})));
    const bool beside_name = begin > 1 && digits(begin) && in_.role(begin - 1) == kComma &&
                             in_.at(begin - 2).capitalized && in_.at(begin - 2).number.role == kPlain &&
                             in_.at(begin - 2).weekday == 0 && end < in_.size() && !in_.at(end).word &&
                             in_.role(end) != kHyphen && in_.role(end) != kSlash && !in_.is(end, {":"});
    if (!(told && in_.at(k).unit == nullptr) && !(beside_name && figure.low >= 1)) return end;
    figure.kind = FigureKind::kAge;
    return end;
  }

  // "degrees Celsius", "° C", "C" in capitals after digits is a suffix
  std::size_t degrees(std::size_t i, Figure& figure) const {
    if (in_.role(i) != kDegrees && in_.role(i) != kDegreeSign) return i;
    const bool celsius = in_.is(i + 1, {"celsius", "c", "centigrade"});
    const bool fahrenheit = in_.is(i + 1, {"fahrenheit", "f"});
    set_unit(figure, FigureWords::unit_named(celsius ? "celsius" : fahrenheit ? "fahrenheit" : "degree"));
    return celsius || fahrenheit ? i + 2 : i + 1;
  }

  // "miles", "good years", "square miles", "kilometres an hour", "six years and four months", "times"
  std::size_t measure(std::size_t i, Figure& figure) const {
    std::size_t k = i;
    const FigureFacts& first = in_.at(k);
    if (first.unit == nullptr && first.word && first.folded != "light" && !first.function && !first.capitalized &&
        !first.digits && in_.at(k + 1).unit != nullptr && in_.at(k + 1).unit->dimension == Dimension::kDuration &&
        !in_.at(k + 1).capitalized) {
      ++k;  // "five good years"
    }
    const FigureUnit* unit = in_.at(k).unit;
    if (unit == nullptr) {
      if (!in_.is(k, {"times"})) return i;
      static constexpr FigureUnit kOften{"times", Dimension::kMultiplicity, UnitSystem::kCommon, 1};
      set_unit(figure, &kOften);
      return k + 1;
    }
    // "460,000 year" is a slip of the pen, "61-year" and "one year" are none.
    const bool hyphenated = in_.past_hyphen(k) != k || (k > 0 && in_.role(k - 1) == kHyphen);
    if (unit->dimension == Dimension::kDuration && !hyphenated && figure.low > 1 && !in_.word(k).ends_with('s') &&
        in_.word(k) == unit->word) {
      return i;
    }
    set_unit(figure, unit);
    const bool area = k > i && in_.is(k - 1, {"square"});
    if (area && unit->dimension == Dimension::kLength) rescale(figure, unit->factor);
    std::size_t end = k + 1;
    if (unit->dimension == Dimension::kLength && (in_.is(end, {"per", "an", "/"}) || in_.is(end, {"a"})) &&
        in_.is(end + 1, {"hour", "h", "hr"})) {
      figure.unit = FigureWords::unit_named(unit->system == UnitSystem::kImperial ? "mph" : "kph");
      return end + 2;
    }
    // A smaller part of the same dimension: "six years and four months", "6 feet 2 inches".
    const std::size_t more = in_.role(end) == kAnd || in_.role(end) == kComma ? end + 1 : end;
    if (const std::optional<FigureNumber> part = read_number(in_, more, false); part && !part->vague && !figure.vague) {
      const FigureUnit* smaller = in_.at(part->end).unit;
      if (smaller != nullptr && smaller->dimension == unit->dimension && smaller->factor < unit->factor &&
          part->low * smaller->factor < unit->factor) {
        const double factor = smaller->factor / unit->factor;
        figure.low += part->low * factor;
        figure.high = figure.low;
        figure.grain = part->grain * factor;
        end = part->end + 1;
      }
    }
    return end;
  }

  /// "a day", "per week", "an hour" after money, counts and measures.
  std::size_t rate(std::size_t i, Figure& figure) const {
    const bool announced = in_.role(i) == kArticle || in_.role(i) == kPer || in_.is(i, {"per", "each", "every"}) ||
                           (in_.role(i) == kSlash && in_.touches(i));
    const FigureUnit* per = announced ? in_.at(i + 1).unit : nullptr;
    const bool rated = figure.kind == FigureKind::kMoney || figure.kind == FigureKind::kCount ||
                       figure.kind == FigureKind::kMeasure || figure.kind == FigureKind::kPercent;
    if (!rated || per == nullptr || per->dimension != Dimension::kDuration ||
        in_.is(i + 2, {"earlier", "ago", "later", "before", "after"})) {
      return i;
    }
    if (figure.unit != nullptr && figure.unit->dimension == Dimension::kDuration) return i;
    figure.per = per;
    return i + 2;
  }

 private:
  bool digits(std::size_t i) const { return in_.at(i).digits; }

  const FigureSentence& in_;
};

}  // namespace

std::size_t read_unit(const FigureSentence& sentence, std::size_t i, const FigureNumber& number, Figure& figure) {
  return UnitReader(sentence).with_unit(i, number, figure);
}

std::size_t read_rate(const FigureSentence& sentence, std::size_t end, Figure& figure) {
  return UnitReader(sentence).rate(end, figure);
}

std::size_t read_span_of_time(const FigureSentence& sentence, std::size_t i, Figure& figure) {
  return UnitReader(sentence).span_of_time(i, figure);
}

}  // namespace storydiff
