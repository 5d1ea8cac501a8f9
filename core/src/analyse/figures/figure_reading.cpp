#include "analyse/figures/figure_reading.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "analyse/figures/figure_context.hpp"
#include "analyse/figures/figure_dates.hpp"
#include "analyse/figures/figure_names.hpp"
#include "analyse/figures/figure_number.hpp"
#include "analyse/figures/figure_sentence.hpp"
#include "analyse/figures/figure_shares.hpp"
#include "analyse/figures/figure_units.hpp"
#include "deadline_watch.hpp"

namespace storydiff {
namespace {

using enum CanonicalRole;

/// Reads one sentence. Each rule gives the place where its figure ended, or its own place for none.
class Reader {
 public:
  Reader(const FigureSentence& in, std::vector<Figure>& out) : in_(in), out_(out), first_(out.size()) {}

  void read() {
    for (std::size_t i = 0; i < in_.size();) {
      // "US$" begins a figure by its sign.
      if (!in_.at(i).opens && in_.role(i + 1) != kSign) {
        ++i;
        continue;
      }
      Figure figure;
      std::size_t end = read_time(in_, i, figure);
      if (end == i && is_number_of_name(in_, i, after_count())) {
        i = past_number_of_name(in_, i);
        continue;
      }
      if (end == i) end = ordinal_of_age(i, figure);
      if (end == i && !share_first(i)) end = read_date(in_, i, figure);
      if (end == i) end = read_span_of_time(in_, i, figure);
      if (end == i) end = read_share(in_, i, figure);
      if (end == i) end = ordinal(i, figure);
      if (end == i) end = multiple(i, figure);
      if (end == i) end = amount(i, figure);
      if (end == i) {
        ++i;
        continue;
      }
      figure.negative = !figure.is_date_or_time() && signed_below_zero(i);
      figure.first_token = static_cast<std::uint32_t>(i);
      figure.end_token = static_cast<std::uint32_t>(end);
      out_.push_back(figure);
      i = end;
    }
    complete_figures(in_, std::span(out_).subspan(first_));
  }

 private:
  bool digits(std::size_t i) const { return in_.at(i).digits; }
  /// A sign that touches the number and nothing before it, or the word. "10-5" and "said - 5" are none.
  bool signed_below_zero(std::size_t i) const {
    if (i == 0) return false;
    if (in_.is(i - 1, {"minus"})) return true;
    return in_.role(i - 1) == CanonicalRole::kHyphen && in_.touches(i - 1) && (i < 2 || !in_.touches(i - 2));
  }
  bool after_count() const { return out_.size() > first_ && out_.back().kind == FigureKind::kCount; }

  /// "a third of", before anyone reads "third" as an ordinal; but a date where "quarter" follows.
  bool share_first(std::size_t i) const { return in_.at(i).share > 0 && !in_.is(in_.past_hyphen(i + 1), {"quarter"}); }

  // --- ordinals

  std::size_t ordinal_of_age(std::size_t i, Figure& figure) const {
    const FigureFacts& facts = in_.at(i);
    const std::uint64_t value = facts.number.role == kOrdinal ? facts.number.number.mantissa : facts.ordinal;
    if (value == 0 || !in_.is(i + 1, {"birthday", "birthdays"})) return i;
    figure.kind = FigureKind::kAge;
    figure.low = figure.high = static_cast<double>(value);
    return i + 2;
  }

  std::size_t ordinal(std::size_t i, Figure& figure) const {
    double value = 0;
    std::size_t end = i;
    if (in_.role(i) == kOrdinal) {
      value = static_cast<double>(in_.at(i).number.number.mantissa);
      end = i + 1;
    } else if (in_.role(i) == kTens) {
      const std::size_t unit = in_.past_hyphen(i + 1);
      if (unit != i + 1 && in_.at(unit).ordinal > 0 && in_.at(unit).ordinal < 10) {
        value = static_cast<double>(in_.at(i).number.number.mantissa) + in_.at(unit).ordinal;
        end = unit + 1;
      }
    } else if (in_.at(i).ordinal > 0) {
      value = in_.at(i).ordinal;
      end = i + 1;
    }
    if (value == 0) return i;
    // "First" and "second" need a noun: "at first" and "a second" say nothing of a rank.
    const std::size_t next = in_.past_hyphen(end);
    const FigureFacts& noun = in_.at(next);
    const bool has_noun = noun.word && !noun.function && !noun.digits;
    if (value <= 2 && end == i + 1 && in_.role(i) != kOrdinal) {
      const bool counted = has_noun && noun.number.role == kPlain && !noun.capitalized;
      const bool placed = i > 0 && in_.is(i - 1, {"came", "finished", "placed", "ranked", "was"});
      if (in_.is(next, {"ago", "later"}) || (!placed && !counted) ||
          in_.is(next, {"ago", "later", "lady", "name", "place", "hand", "half", "lieutenant", "said"}))
        return i;
      if (in_.at(i).capitalized && i > 0) return i;
      // "the first two years": the number alone is the figure.
    }
    if (in_.at(i).capitalized && in_.capital_says_name(i) && in_.role(i) != kOrdinal) return i;
    figure.kind = FigureKind::kOrdinal;
    figure.low = figure.high = value;
    return end;
  }

  std::size_t multiple(std::size_t i, Figure& figure) const {
    struct Multiple {
      std::string_view word;
      double value;
    };
    constexpr Multiple kMultiples[] = {{"twice", 2},      {"doubled", 2},  {"tripled", 3}, {"trebled", 3},
                                       {"quadrupled", 4}, {"halved", 0.5}, {"twofold", 2}, {"threefold", 3},
                                       {"fourfold", 4},   {"fivefold", 5}, {"tenfold", 10}};
    for (const Multiple& entry : kMultiples) {
      if (in_.word(i) != entry.word) continue;
      static constexpr FigureUnit kTimesUnit{"times", Dimension::kTimes, UnitSystem::kCommon, 1};
      figure.kind = FigureKind::kMeasure;
      figure.low = figure.high = entry.value;
      figure.unit = &kTimesUnit;
      return i + 1;
    }
    return i;
  }

  // --- amounts

  std::size_t amount(std::size_t i, Figure& figure) const {
    std::size_t sign = i;
    if (in_.role(i + 1) == kSign && in_.touches(i) && in_.at(i).capitalized && !in_.word(i).empty() &&
        in_.word(i).size() <= 3) {
      const CanonicalFacts& country = in_.at(i).number;
      if (country.role != kUnitedStates && !in_.is(i, {"us"})) figure.country = in_.word(i).front();
      ++sign;
    } else if (in_.is(i, {"u.s.", "us"}) && in_.role(i + 1) == kSign) {
      ++sign;
    }
    const CanonicalFacts& currency = in_.at(sign).number;
    if (currency.role == kSign || currency.role == kCode) {
      const std::optional<FigureNumber> number = read_number(in_, sign + 1, true);
      if (!number) return i;
      set(figure, *number);
      figure.kind = FigureKind::kMoney;
      figure.currency = currency.text;
      return read_rate(in_, number->end, figure);
    }
    if (sign != i) return i;
    const std::optional<FigureNumber> number = read_number(in_, i, false);
    if (!number) return i;
    if (counts_nothing(in_, i, *number)) return i;
    set(figure, *number);
    if (number->fraction == false && !number->vague && number->end == i + 1) {
      if (const std::size_t end = score(i, figure); end != i) return end;
    }
    return read_rate(in_, read_unit(in_, i, *number, figure), figure);
  }

  static void set(Figure& figure, const FigureNumber& number) {
    figure.low = number.low;
    figure.high = number.high;
    figure.grain = number.grain;
    figure.fraction = number.fraction;
    figure.vague = number.vague;
  }

  /// "25-1", "a 4-3 vote": two whole numbers joined by a hyphen, no range of a unit.
  std::size_t score(std::size_t i, Figure& figure) const {
    if (!digits(i) || in_.role(i + 1) != kHyphen || !in_.touches(i) || !in_.touches(i + 1) || !digits(i + 2)) return i;
    const std::optional<FigureNumber> second = read_number(in_, i + 2, false);
    if (!second || second->end != i + 3 || second->fraction || !second->suffix.empty() || second->low > 999 ||
        figure.low > 999) {
      return i;
    }
    const FigureFacts& next = in_.at(in_.past_hyphen(i + 3));
    if (next.percent || next.unit != nullptr || next.number.role == kDollar || next.number.role == kCurrency) return i;
    figure.other = second->low;
    return i + 3;
  }

  const FigureSentence& in_;
  std::vector<Figure>& out_;
  std::size_t first_;  ///< of this sentence
};

}  // namespace

std::string_view to_string(FigureKind kind) {
  switch (kind) {
    case FigureKind::kCount:
      return "count";
    case FigureKind::kMoney:
      return "money";
    case FigureKind::kPercent:
      return "percent";
    case FigureKind::kDate:
      return "date";
    case FigureKind::kTime:
      return "time";
    case FigureKind::kAge:
      return "age";
    case FigureKind::kMeasure:
      return "measure";
    case FigureKind::kOrdinal:
      return "ordinal";
  }
  return "";
}

std::vector<Figure> read_figures(const Segments& segments, FigureWords& words) {
  std::vector<Figure> figures;
  for (std::uint32_t s = 0; s < segments.sentences.size(); ++s) {
    check_deadline();
    const Sentence& sentence = segments.sentences[s];
    const std::size_t first = figures.size();
    Reader(FigureSentence(words, segments.tokens_of(sentence)), figures).read();
    for (Figure& figure : std::span(figures).subspan(first)) {
      figure.sentence = s;
      figure.first_token += sentence.first_token;
      figure.end_token += sentence.first_token;
      figure.original = hull(segments.original_of(segments.tokens[figure.first_token]),
                             segments.original_of(segments.tokens[figure.end_token - 1]));
    }
  }
  return figures;
}

}  // namespace storydiff
