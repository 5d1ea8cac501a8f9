/// \file canonical_words.hpp
/// What part a single word can play in a number, an amount, a date or a contraction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "storydiff/vocabulary.hpp"

namespace storydiff {

enum class CanonicalRole : std::uint8_t {
  kUnread,  ///< nobody has asked yet
  kPlain,   ///< stands for itself
  kMark,    ///< punctuation that plays no part
  kHyphen,  ///< any dash
  kPeriod,
  kComma,
  kSlash,
  kDigits,      ///< begins with digits: `number`, and what its letters say
  kOrdinal,     ///< 3rd: `number`
  kDottedDate,  ///< 22.02.2014: `number` is 20140222
  kUnit,        ///< one .. nine
  kTeen,        ///< ten .. nineteen, or what else takes no unit after it: "veintiuno", "vierzehntausend"
  kTens,        ///< twenty .. ninety
  kHundred,
  kHundreds,  ///< one hundred, two hundred ... in one word: "doscientos"
  kScale,     ///< thousand, million, bn: `power`
  kDozen,
  kOrdinalUnit,  ///< first, third .. ninth: `text` is 1st; not "second", for that is also a unit of time
  kArticle,      ///< a, eine, un: one before a scale. `text`: what the A of A$ says
  kHalf,
  kAnd,
  kOf,
  kPer,
  kCent,  ///< of "per cent"; "ciento" is a hundred as well
  kHour,
  kMonth,          ///< `number` is 1 .. 12, `text` the full name of a short one
  kDoubtfulMonth,  ///< short name that is also another word ("Mar"): a month beside a day or year only
  kWeekday,        ///< short name: `text`
  kDoubtfulWeekday,
  kMeasure,       ///< short name of a unit after a number: `text`
  kSpeedMeasure,  ///< mile, km: `text` is what they are an hour, `second_text` the full name of a short one
  kMetreWord,     ///< "tall": the m before it is no million
  kPeople,        ///< a plural without s
  kDegrees,
  kDegreeSign,
  kDollar,
  kCurrency,  ///< name of another currency
  kSign,      ///< currency sign: `text`
  kCode,      ///< currency code: `text`
  kUnitedStates,
  kLetter,       ///< the C of C$: `text`; of 8 degrees C: `second_text`
  kNumero,       ///< the No of "No. 1"
  kContraction,  ///< `text` and `second_text` are its words
};

/// A number without rounding: mantissa / 10^decimals.
struct Decimal {
  std::uint64_t mantissa = 0;
  std::uint32_t decimals = 0;

  /// This number times `factor` times 10^power, or nothing where it would not fit.
  [[nodiscard]] std::optional<Decimal> times(std::uint64_t factor, std::uint32_t power) const;
  /// "4800000", "4.8": without needless zeros.
  [[nodiscard]] std::string text() const;
};

/// Texts are constants or keys of the vocabulary, and live as long as it.
struct CanonicalFacts {
  CanonicalRole role = CanonicalRole::kUnread;
  std::uint8_t digits = 0;       ///< of a plain whole number in digits, else 0
  std::uint8_t power = 0;        ///< of ten: what the letters after the digits, or the word, say
  std::uint8_t money_power = 0;  ///< the same, where a currency stands beside it
  bool rewritten = false;        ///< its digits are not in canonical form (07)
  bool counted = false;          ///< a word or a number
  bool capitalized = false;
  bool plural = false;  ///< may be one: a small word in -s
  Decimal number;
  std::string_view text;
  std::string_view second_text;
};

/// The facts of `word`, in the vocabulary's language. O(word x log tables).
[[nodiscard]] CanonicalFacts canonical_facts(const Vocabulary& vocabulary, const Word& word);

}  // namespace storydiff
