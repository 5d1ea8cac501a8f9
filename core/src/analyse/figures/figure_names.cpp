#include "analyse/figures/figure_names.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

#include "analyse/figures/figure_shares.hpp"

namespace storydiff {
namespace {

using enum CanonicalRole;

class NameReader {
 public:
  NameReader(const FigureSentence& in, bool after_count) : in_(in), after_count_(after_count) {}

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
    const bool elliptic = i > 2 && (in_.role(i - 2) == kAnd || in_.role(i - 2) == kComma) && after_count_;
    if (elliptic) return false;
    // "Suns 112-108", but not "Boeing 747-400".
    const CanonicalFacts& second = in_.at(i + 2).number;
    const bool small = number.digits < 3 && second.digits != 0;
    const bool large = number.digits == 3 && second.number.mantissa >= 50 && second.number.mantissa % 100 != 0;
    const bool score = in_.role(i + 1) == kHyphen && in_.touches(i) && (small || large);
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

  /// "One of the men", "no one", "one another"; "one man" and "one in six" are figures.
  bool is_pronoun(std::size_t i, const FigureNumber& number) const {
    if (number.end != i + 1 || !in_.is(i, {"one"})) return false;
    if (i > 0 && in_.is(i - 1, {"no", "the", "that", "this", "each", "every", "any", "which", "another", "some",
                                "first", "last", "for", "new"})) {
      return true;
    }
    const std::size_t next = in_.past_hyphen(i + 1);
    const FigureFacts& noun = in_.at(next);
    if (in_.is(next, {"in"})) return read_whole(in_, next, figure_of_one()) == 0;
    if (noun.percent || noun.number.role == kScale || noun.number.role == kHundred || noun.number.role == kDollar)
      return false;
    if (!noun.word || noun.function || noun.digits || noun.capitalized) return true;
    if (noun.number.plural && next == i + 1) return true;  // "one hesitates": no noun of one has an s
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

 private:
  bool digits(std::size_t i) const { return in_.at(i).digits; }

  const FigureSentence& in_;
  bool after_count_;
};

}  // namespace

bool is_number_of_name(const FigureSentence& sentence, std::size_t i, bool after_count) {
  return NameReader(sentence, after_count).is_name(i);
}

std::size_t past_number_of_name(const FigureSentence& sentence, std::size_t i) {
  return NameReader(sentence, false).past_name(i);
}

bool counts_nothing(const FigureSentence& sentence, std::size_t i, const FigureNumber& number) {
  const NameReader reader(sentence, false);
  return reader.is_pronoun(i, number) || reader.is_list_number(i, number);
}

}  // namespace storydiff
