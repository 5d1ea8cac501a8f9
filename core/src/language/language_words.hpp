/// \file language_words.hpp
/// What the ladder knows of a language beside its stems: one table file a language.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "language/canonical_words.hpp"
#include "language/spoken_number.hpp"

namespace storydiff {

/// A word with a part in numbers, amounts, dates or contractions.
struct CanonicalWord {
  std::string_view word;
  CanonicalRole role = CanonicalRole::kPlain;
  std::uint32_t value = 0;  ///< of a number; power of ten of a scale, or of a measure beside money; number of a month
  std::string_view text{};  ///< canonical
  std::string_view second_text{};
};

/// Letters that follow digits without a space, beside the measures and scales among the words above.
struct CanonicalSuffix {
  std::string_view letters;  ///< as written: M is a million where m may be a metre
  std::uint8_t power = 0;
  std::uint8_t money_power = 0;
  std::string_view text{};
};

/// A number as it is written in digits, and its word.
struct NumberWord {
  std::string_view digits;
  std::string_view word;
};

/// Tables hold case-folded words with straight apostrophes, in byte order.
struct LanguageWords {
  std::span<const std::string_view> function_words;
  std::span<const CanonicalWord> canonical;
  std::span<const CanonicalSuffix> suffixes{};
  std::span<const NumberWord> ordinals{};                ///< {"1er", "premier"}; English has its own way
  std::span<const std::string_view> ordinal_endings{};   ///< letters that make ordinals of digits
  std::array<std::string_view, 12> months;               ///< full names
  std::string_view percent = "%";                        ///< what percentages are written as
  SpokenGrammar numbers = SpokenGrammar::kSingleValues;  ///< how number words follow each other
  bool compounds = false;                                ///< number words are one word: "vierzehntausend"
  bool capital_months = false;                           ///< "Februar", but "février"
  bool month_first = false;                              ///< "February 22", and nobody knows what 05/06 is
  bool day_period = false;                               ///< "22. Februar"
};

/// Null for languages without tables of their own. Constant time.
[[nodiscard]] const LanguageWords* language_words(std::string_view primary_language);

[[nodiscard]] const LanguageWords& english_words();
[[nodiscard]] const LanguageWords& german_words();
[[nodiscard]] const LanguageWords& french_words();
[[nodiscard]] const LanguageWords& spanish_words();
[[nodiscard]] const LanguageWords& portuguese_words();

/// The entry of a case-folded word, or null. O(log table).
[[nodiscard]] const CanonicalWord* find_canonical_word(const LanguageWords& words, std::string_view folded);

}  // namespace storydiff
