/// \file figure_number.hpp
/// The number at a place of a sentence, in digits or words, without what it counts.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "analyse/figures/figure_sentence.hpp"

namespace storydiff {

struct FigureNumber {
  double low = 0;
  double high = 0;
  double grain = 1;       ///< place value of the last digit that counts
  double scale = 1;       ///< of the word or letter that scales it: "million"
  bool fraction = false;  ///< written with decimals
  bool vague = false;
  bool in_words = false;
  std::string_view suffix;  ///< unit written in the same token, canonical: "pence", "celsius", "pm"
  std::size_t end = 0;
};

/// The number that begins at `i`, or nothing. `money`: a currency sign stands before it, so that m is a
/// million. Reads "14,000", "2.6m", "fourteen thousand", "two and a half", "1 5/8", "a dozen", "half a
/// million", "several hundred", "dozens". O(tokens of the number).
[[nodiscard]] std::optional<FigureNumber> read_number(const FigureSentence& sentence, std::size_t i, bool money);

/// Place value of the last digit of a whole number that is not 0: 14,000 has 1,000.
[[nodiscard]] double grain_of(double whole);

}  // namespace storydiff
