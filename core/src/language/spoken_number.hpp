/// \file spoken_number.hpp
/// Numbers in words, one word after the other: "quatre-vingt-dix mille", "ciento veinte mil".
///
///     SpokenNumber number(SpokenGrammar::kFrench);
///     number.take(kUnit, 4);    // quatre
///     number.take(kTens, 20);   // vingt
///     number.take(kTeen, 10);   // dix
///     number.value();           // 90
#pragma once

#include <cstdint>

#include "language/canonical_words.hpp"

namespace storydiff {

/// How a language puts its number words in a row.
enum class SpokenGrammar : std::uint8_t {
  kSingleValues,  ///< one value before a scale: "zwei Millionen", "vierzehntausend"
  kFrench,        ///< "soixante et onze", "quatre-vingt-dix"
  kSpanish,       ///< "treinta y cinco", "dos mil millones"
  kPortuguese,    ///< "cento e vinte e cinco mil"
};

/// A value type; reads the words of one number in their order. Every call is constant time.
class SpokenNumber {
 public:
  explicit SpokenNumber(SpokenGrammar grammar) : grammar_(grammar) {}

  /// Takes the next word; false, and unchanged, where the number ends before it. `value` is a power of
  /// ten for a scale. `joined`: a hyphen or an "and" ties it to the word before.
  bool take(CanonicalRole role, std::uint64_t value, bool joined = false);
  /// Whether "and" may stand between what was taken and this word.
  [[nodiscard]] bool joins(CanonicalRole role, std::uint64_t value) const;
  /// The last word taken was a scale: a new number may begin after an "and".
  [[nodiscard]] bool after_scale() const { return place_ == 3 && started_; }
  [[nodiscard]] std::uint64_t value() const { return high_ + low_ + group_; }

 private:
  bool take_value(std::uint64_t value, bool joined);
  bool take_scale(std::uint64_t power);

  SpokenGrammar grammar_;
  bool started_ = false;
  std::uint64_t high_ = 0;   ///< millions and more that are complete
  std::uint64_t low_ = 0;    ///< thousands that are complete
  std::uint64_t group_ = 0;  ///< below a thousand, or all of a long compound
  std::uint64_t high_power_ = 15;
  int place_ = 3;  ///< digits of the group that may still be said
};

}  // namespace storydiff
