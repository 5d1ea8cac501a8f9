/// \file number_form.hpp
/// The number rung: one spelling for each number that a single token can write.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace storydiff {

struct LanguageWords;

/// How a language groups the digits of a long number and marks its fraction, and its number words.
struct NumberStyle {
  std::string_view groups = ",";  ///< any one of these marks, the same within a number
  char decimal = '.';
  bool english_words = false;            ///< "fourteen" is 14, "fourth" is 4th
  const LanguageWords* words = nullptr;  ///< of other languages: "quatorze" is 14
};

/// The style of a BCP 47 primary subtag ("en", "de"); unknown ones get "14,000.5".
[[nodiscard]] NumberStyle number_style(std::string_view primary_language);

/// The number form of a case-folded word, or nothing where it has none: "14,000" -> "14000",
/// "fourteen" -> "14", "4th" -> "fourth", "%" -> "percent". What a number says is never rounded:
/// "1.50" stays. Ordinals and "percent" keep their word, so that stems still join their plurals.
[[nodiscard]] std::optional<std::string> number_form(std::string_view folded, const NumberStyle& style);

/// Whether the language writes 14 000 with an ordinary space: "fr". Spaces that do not break may group
/// digits in every language but English.
[[nodiscard]] bool groups_by_space(std::string_view primary_language);

}  // namespace storydiff
