#include "analyse/figure_reading.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "analyse/figure_context.hpp"
#include "analyse/figure_dates.hpp"
#include "analyse/figure_number.hpp"
#include "analyse/figure_sentence.hpp"

namespace storydiff {
namespace {

using enum CanonicalRole;

constexpr double kShareGrain = 5;  ///< percent: "almost a third" may be 31

/// Reads one sentence. Each rule gives the place where its figure ended, or its own place for none.
class Reader {
 public:
  Reader(const FigureSentence& in, std::vector<Figure>& out) : in_(in), out_(out), first_(out.size()) {}

  void read() {
    for (std::size_t i = 0; i < in_.size();) {
      Figure figure;
      std::size_t end = read_time(in_, i, figure);
      if (end == i && is_name(i)) {
        i = past_name(i);
        continue;
      }
      if (end == i) end = ordinal_of_age(i, figure);
      if (end == i && !share_first(i)) end = read_date(in_, i, figure);
      if (end == i) end = part_of_a_point(i, figure);
      if (end == i) end = span_of_time(i, figure);
      if (end == i) end = share(i, figure);
      if (end == i) end = ordinal(i, figure);
      if (end == i) end = multiple(i, figure);
      if (end == i) end = amount(i, figure);
      if (end == i) {
        ++i;
        continue;
      }
      figure.first_token = static_cast<std::uint32_t>(i);
      figure.end_token = static_cast<std::uint32_t>(end);
      out_.push_back(figure);
      i = end;
    }
    complete_figures(in_, std::span(out_).subspan(first_));
  }

 private:
  // --- what is no figure

  bool digits(std::size_t i) const { return in_.at(i).digits; }

  /// The digits or the number word at `i` belong to a name.
  bool is_name(std::size_t i) const {
    if (digits(i)) {
      // The days and services that are called by their numbers.
      const bool slash = in_.role(i + 1) == kSlash && in_.touches(i) && in_.touches(i + 1);
      if (slash && ((in_.is(i, {"9"}) && in_.is(i + 2, {"11"})) || (in_.is(i, {"24"}) && in_.is(i + 2, {"7"}))))
        return true;
      // "Standard & Poor's 500 Index"
      const std::size_t index = in_.is(i + 1, {"stock", "share"}) ? i + 2 : i + 1;
      if (in_.is(index, {"index", "indexes", "indices"}) && i > 0) return true;
      const bool joined = i >= 2 && in_.role(i - 1) == kHyphen && in_.touches(i - 1) && in_.touches(i - 2);
      if (joined && in_.at(i - 2).word && !digits(i - 2)) {
        // "F-16", "COVID-19"; but "mid-1990s", "twenty-1" never, "pre-2014".
        return in_.at(i - 2).capitalized && in_.at(i - 2).number.role != kMonth;
      }
      // "Article 5:" and "JP:8306"
      if (i >= 2 && in_.is(i - 1, {":"}) && in_.touches(i - 1) && in_.touches(i - 2)) return true;
      return follows_name(i);
    }
    // "Formula One", "the Big Ten", "Air Force One"
    const CanonicalRole role = in_.role(i);
    const bool number_word = role == kUnit || role == kTeen || role == kTens || in_.at(i).ordinal > 0;
    return number_word && in_.at(i).capitalized && i > 0 && in_.at(i - 1).capitalized && in_.at(i - 1).word &&
           !digits(i - 1) && in_.at(i - 1).weekday == 0 && in_.capital_says_name(i);
  }

  /// "Boeing 737", "Channel 4", "the FTSE 100": plain digits after a capitalized word, and nothing after
  /// them that they could count. After the first word of a sentence only where nothing can be counted.
  bool follows_name(std::size_t i) const {
    if (i == 0) return false;
    const FigureFacts& before = in_.at(i - 1);
    const CanonicalFacts& number = in_.at(i).number;
    if (!before.word || !before.capitalized || before.function || digits(i - 1)) return false;
    if (number.role != kDigits || number.number.decimals != 0 || number.digits == 0 || number.digits > 4) return false;
    if (in_.word(i).find(',') != std::string_view::npos) return false;
    if (before.weekday != 0 || before.number.role == kMonth || before.number.role == kDoubtfulMonth) return false;
    if (before.number.role == kCode || before.number.role == kNumero || before.percent || before.part != 0)
      return false;
    if (in_.is(i - 1, {"only",  "another", "nearly",    "almost", "roughly", "approximately", "exactly",   "within",
                       "age",   "aged",    "magnitude", "just",   "over",    "today",         "yesterday", "altogether",
                       "fully", "barely",  "estimated", "summer", "winter",  "spring",        "autumn",    "no"})) {
      return false;
    }
    const FigureFacts& next = in_.at(i + 1);
    if (next.percent || next.unit != nullptr || next.number.role == kScale || next.number.role == kPer) return false;
    if (next.number.role == kDollar || next.number.role == kCurrency || next.number.role == kHundred) return false;
    // "Ostria freed 44 prisoners and Karvelia 29"
    const bool elliptic = i > 2 && (in_.role(i - 2) == kAnd || in_.role(i - 2) == kComma) && out_.size() > first_ &&
                          out_.back().kind == FigureKind::kCount;
    if (elliptic) return false;
    const bool score =
        in_.role(i + 1) == kHyphen && in_.touches(i) && in_.at(i + 2).number.digits != 0 && number.digits < 3;
    if (score) return false;
    const bool model = in_.role(i + 1) == kHyphen && in_.touches(i);
    if (model) return in_.at(i + 2).unit == nullptr;
    const bool counts = next.number.plural && next.number.role == kPlain && !next.capitalized;
    const bool people = next.number.role == kPeople;
    const std::uint64_t value = number.number.mantissa;
    const bool year = number.digits == 4 && value >= 1900 && value < 2100;
    return !counts && !people && !year;
  }

  std::size_t past_name(std::size_t i) const {
    ++i;
    while ((in_.role(i) == kHyphen || in_.role(i) == kSlash) && in_.touches(i) && in_.touches(i - 1) && digits(i + 1))
      i += 2;
    return i;
  }

  // --- shares

  /// "a third of", before anyone reads "third" as an ordinal; but a date where "quarter" follows.
  bool share_first(std::size_t i) const { return in_.at(i).share > 0 && !in_.is(in_.past_hyphen(i + 1), {"quarter"}); }

  static void set_share(Figure& figure, double share) {
    figure.kind = FigureKind::kPercent;
    figure.low = figure.high = share * 100;
    figure.grain = kShareGrain;
    figure.share = true;
  }

  /// "a quarter of a percentage point", "half a point", "a full percentage point"
  std::size_t part_of_a_point(std::size_t i, Figure& figure) const {
    std::size_t k = i;
    double value = 1;
    if (in_.role(k) == kArticle) ++k;
    if (in_.at(k).share > 0) {
      value = in_.at(k++).share;
      if (in_.role(k) == kOf) ++k;
      if (in_.role(k) != kArticle) return i;
      ++k;
    } else if (k == i) {
      return i;
    }
    if (in_.is(k, {"full", "whole"})) ++k;
    if (!in_.is(k, {"percentage", "basis"}) || !in_.is(k + 1, {"point"})) return i;
    figure.kind = FigureKind::kPercent;
    figure.points = true;
    figure.low = figure.high = value * (in_.is(k, {"basis"}) ? 0.01 : 1);
    figure.grain = figure.low;
    return k + 2;
  }

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
    figure.grain = half ? 0.1 : 1;
    return half ? i + 5 : i + 2;
  }

  std::size_t share(std::size_t i, Figure& figure) const {
    // "most of", "the majority", "the bulk of"
    const bool most = in_.is(i, {"most"}) && in_.role(i + 1) == kOf;
    const bool majority = in_.is(i, {"majority", "bulk"}) && in_.role(i + 1) == kOf;
    const bool the_majority = in_.is(i, {"majority"}) && i > 0 && in_.is(i - 1, {"the"}) && !names_a_side(i + 1);
    if (most || majority || the_majority) {
      figure.kind = FigureKind::kPercent;
      figure.vague = true;
      figure.low = 50;
      figure.high = 100;
      return i + 1;
    }
    if (in_.is(i, {"double", "triple"}) && in_.role(i + 1) == kHyphen && in_.is(i + 2, {"digit", "digits"})) {
      figure.kind = FigureKind::kPercent;
      figure.vague = true;
      figure.low = in_.is(i, {"double"}) ? 10 : 100;
      figure.high = figure.low * 10;
      return i + 3;
    }
    std::size_t k = i;
    double count = 1;
    const bool article = in_.role(i) == kArticle;
    if (article) {
      k = i + 1;
    } else if (in_.role(i) == kUnit || (in_.role(i) == kDigits && in_.at(i).number.digits == 1)) {
      count = static_cast<double>(in_.at(i).number.number.mantissa);
      k = in_.past_hyphen(i + 1);
    }
    const double part = in_.at(k).share;
    if (part == 0) return i;
    const std::size_t end = k + 1;
    const bool counted = k > i;
    const bool of = in_.role(end) == kOf;
    if (in_.at(k).capitalized && in_.capital_says_name(k)) return i;
    if (in_.role(in_.past_hyphen(end)) == kDozen || in_.role(in_.past_hyphen(end)) == kScale) return i;
    if (in_.role(in_.past_hyphen(end)) == kArticle && in_.role(k) == kHalf) {
      // "half a million" is a number, "half an hour" a measure.
      const FigureFacts& next = in_.at(in_.past_hyphen(end) + 1);
      if (next.unit != nullptr && next.unit->dimension == Dimension::kDuration) {
        figure.kind = FigureKind::kMeasure;
        figure.low = figure.high = part;
        figure.fraction = true;
        figure.grain = 0.1;
        figure.unit = next.unit;
        return in_.past_hyphen(end) + 2;
      }
      if (!next.word || next.number.role == kScale || next.number.role == kDozen) return i;
    }
    const bool plural = in_.word(k).ends_with('s');
    const bool half = in_.role(k) == kHalf || in_.is(k, {"halves"});
    const bool quarter = in_.is(k, {"quarter", "quarters"});
    const bool halves_of_games =
        half && k > 0 && (in_.at(k - 1).ordinal != 0 || in_.is(k - 1, {"other", "top", "bottom"}));
    if (halves_of_games) return i;
    if (half && !counted) {
      // "half of", "half the", "about half"; no "half-brother", no "half-time".
      const bool alone = of || in_.is(end, {"the", "its", "their", "his", "her", "those", "these", "our", "my"});
      const bool ends = !in_.at(end).word && in_.role(end) != kHyphen;
      const bool measured = i > 0 && (in_.is(i - 1, {"about", "nearly", "almost", "than", "over", "by", "in", "least",
                                                     "around", "roughly", "only", "under"}));
      if (!alone && !measured && !(ends && !in_.is(i - 1, {"the", "first", "second"}))) return i;
      set_share(figure, part);
      return end;
    }
    // "a third of", "two-thirds", "one-fifth"; "a third man" is none, nor are "two quarters" of a year.
    if (in_.past_hyphen(end) != end) return i;  // "a ninth-floor window"
    const bool cardinal = counted && !article;
    if (!counted) {
      if (quarter && of && !in_.is(i - 1, {"the", "this", "last", "first"}) && i > 0) {
        set_share(figure, part);
        return end;
      }
      return i;
    }
    if (cardinal && count > 1 && !plural) return i;
    if (quarter && cardinal && !of && in_.role(i + 1) != kHyphen) return i;
    if (article && !half && !of && in_.at(end).word && !in_.at(end).function &&
        !in_.is(end, {"below", "above", "more", "less", "lower", "higher"}))
      return i;
    set_share(figure, count * part);
    if (half && article && !of && in_.at(end).word && !in_.at(end).function) return i;
    return end;
  }

  bool names_a_side(std::size_t i) const {
    return in_.is(i, {"leader", "party", "owner", "shareholder", "stake", "government", "leaders", "opinion", "rule",
                      "vote", "owned", "whip", "coalition", "report", "in"});
  }

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
      return rate(number->end, figure);
    }
    if (sign != i) return i;
    const std::optional<FigureNumber> number = read_number(in_, i, false);
    if (!number) return i;
    if (is_pronoun(i, *number) || is_list_number(i, *number)) return i;
    set(figure, *number);
    if (number->fraction == false && !number->vague && number->end == i + 1) {
      if (const std::size_t end = score(i, figure); end != i) return end;
    }
    return rate(with_unit(i, *number, figure), figure);
  }

  static void set(Figure& figure, const FigureNumber& number) {
    figure.low = number.low;
    figure.high = number.high;
    figure.grain = number.grain;
    figure.fraction = number.fraction;
    figure.vague = number.vague;
  }

  /// "One of the men", "no one", "one another"; "one man" and "one in six" are figures.
  bool is_pronoun(std::size_t i, const FigureNumber& number) const {
    if (number.end != i + 1 || !in_.is(i, {"one"})) return false;
    if (i > 0 && in_.is(i - 1, {"no", "the", "that", "this", "each", "every", "any", "which", "another", "some",
                                "first", "last", "for", "new"})) {
      return true;
    }
    const std::size_t next = in_.past_hyphen(i + 1);
    const FigureFacts& noun = in_.at(next);
    if (in_.is(next, {"in"})) return read_whole(next, figure_of_one()) == 0;
    if (noun.percent || noun.number.role == kScale || noun.number.role == kHundred || noun.number.role == kDollar)
      return false;
    if (!noun.word || noun.function || noun.digits || noun.capitalized) return true;
    return in_.is(next, {"another", "day",   "point",  "thing", "side", "time", "way", "hand", "that",
                         "who",     "or",    "by",     "place", "is",   "was",  "has", "had",  "can",
                         "could",   "would", "should", "might", "last", "word", "said"}) &&
           next == i + 1;
  }
  static Figure figure_of_one() {
    Figure one;
    one.low = one.high = 1;
    return one;
  }

  /// "1." or "(2)" at the start of a sentence.
  bool is_list_number(std::size_t i, const FigureNumber& number) const {
    if (!digits(i) || number.fraction || number.low > 99 || number.end != i + 1) return false;
    const bool opened = i == 1 && in_.is(0, {"("});
    return (i == 0 && in_.role(1) == kPeriod && in_.touches(0) && in_.at(2).capitalized) ||
           ((i == 0 || opened) && in_.is(i + 1, {")"}) && in_.at(i + 2).word);
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
    if (const std::size_t after = out_of(end, figure); after != end) return after;
    return end;
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

  /// "7 out of 10", "one in six", "19 youngsters in every 20", "four of the 23 districts".
  std::size_t out_of(std::size_t end, Figure& figure) const {
    std::size_t k = end;
    std::size_t skipped = 0;
    while (skipped < 3 && in_.at(k).word && !in_.at(k).function && !in_.at(k).digits && !in_.at(k).capitalized) {
      ++k;
      ++skipped;
    }
    if (const std::size_t whole = read_whole(k, figure); whole != 0) {
      const double of = whole_value(k);
      figure.kind = FigureKind::kPercent;
      figure.whole = of;
      figure.share = true;
      return whole;
    }
    // "of the 23 districts", "of its 11 guards": the whole stays a figure of its own.
    if (in_.role(end) != kOf) return end;
    std::size_t at = end + 1;
    for (int words = 0; words < 4 && in_.at(at).word && !in_.at(at).digits && !in_.at(at).number.plural; ++words) {
      if (read_number(in_, at, false)) break;
      ++at;
      if (in_.is(at, {"'s", "’s"})) ++at;
    }
    const std::optional<FigureNumber> whole = read_number(in_, at, false);
    if (at == end + 1 || !whole || whole->vague || whole->low <= figure.high || whole->low > 1e6) return end;
    const FigureFacts& next = in_.at(whole->end);
    if (next.unit != nullptr || next.percent || next.number.role == kDollar || next.number.role == kCurrency)
      return end;
    figure.whole = whole->low;
    return end;
  }

  std::size_t whole_at(std::size_t k) const {
    if (in_.is(k, {"out"}) && in_.role(k + 1) == kOf) return k + 2;
    if (!in_.is(k, {"in"})) return 0;
    return in_.is(k + 1, {"every", "each"}) ? k + 2 : k + 1;
  }
  double whole_value(std::size_t k) const {
    std::size_t at = whole_at(k);
    if (in_.is(at, {"every", "each", "the"})) ++at;
    const std::optional<FigureNumber> whole = read_number(in_, at, false);
    return whole ? whole->low : 0;
  }
  /// The end of "out of 10", "in six" at `k`, or 0. "In" needs a small or a round whole and nothing that
  /// it counts but people: "14 in two days" is no share.
  std::size_t read_whole(std::size_t k, const Figure& part) const {
    std::size_t at = whole_at(k);
    if (at == 0) return 0;
    const bool sure = !in_.is(k, {"in"}) || at == k + 2;
    if (in_.is(at, {"every", "each", "the"}) && sure) ++at;
    const std::optional<FigureNumber> whole = read_number(in_, at, false);
    if (!whole || whole->vague || whole->fraction || !whole->suffix.empty() || whole->low <= part.high) return 0;
    const FigureFacts& next = in_.at(in_.past_hyphen(whole->end));
    if (next.unit != nullptr || next.percent || next.number.role == kDollar || next.number.role == kCurrency) return 0;
    if (sure) return whole->end;
    const bool round = whole->low <= 10 || (whole->low <= 1000 && grain_of(whole->low) >= 10);
    const bool nothing_counted = !next.word || next.function || next.number.role == kPeople || !next.number.plural;
    return round && part.low <= 9 && (nothing_counted || whole->low <= 10) ? whole->end : 0;
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
    const Sentence& sentence = segments.sentences[s];
    const std::size_t first = figures.size();
    Reader(FigureSentence(words, segments.tokens_of(sentence)), figures).read();
    for (Figure& figure : std::span(figures).subspan(first)) {
      figure.sentence = s;
      figure.first_token += sentence.first_token;
      figure.end_token += sentence.first_token;
      figure.original =
          hull(segments.tokens[figure.first_token].original, segments.tokens[figure.end_token - 1].original);
    }
  }
  return figures;
}

}  // namespace storydiff
