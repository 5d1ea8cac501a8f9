/// \file number_form.hpp
/// The number rung: one spelling for each number that a single token can write.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace storydiff {

/// How a language groups the digits of a long number and marks its fraction.
struct NumberStyle {
  char group = ',';
  char decimal = '.';
  bool english_words = false;  ///< "fourteen" is 14, "fourth" is 4th
};

/// The style of a BCP 47 primary subtag ("en", "de"); unknown ones get "14,000.5".
[[nodiscard]] NumberStyle number_style(std::string_view primary_language);

/// The number form of a case-folded word, or nothing where it has none: "14,000" -> "14000",
/// "fourteen" -> "14", "4th" -> "fourth", "%" -> "percent". What a number says is never rounded:
/// "1.50" stays. Ordinals and "percent" keep their word, so that stems still join their plurals.
[[nodiscard]] std::optional<std::string> number_form(std::string_view folded, const NumberStyle& style);

}  // namespace storydiff
