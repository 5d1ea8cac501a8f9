/// \file figure_units.hpp
/// What stands after a number: percent, currency, age, measure, rate.
#pragma once

#include <cstddef>

#include "analyse/figures/figure.hpp"
#include "analyse/figures/figure_number.hpp"
#include "analyse/figures/figure_sentence.hpp"

namespace storydiff {

/// Gives `figure`, which holds the number that begins at `i`, its kind and unit; returns where it ends.
[[nodiscard]] std::size_t read_unit(const FigureSentence& sentence, std::size_t i, const FigureNumber& number,
                                    Figure& figure);

/// "a day", "per week" after a figure that ends at `end`; returns the new end.
[[nodiscard]] std::size_t read_rate(const FigureSentence& sentence, std::size_t end, Figure& figure);

/// "a year and a half", "a decade": reads it into `figure` and returns its end, or `i`.
[[nodiscard]] std::size_t read_span_of_time(const FigureSentence& sentence, std::size_t i, Figure& figure);

}  // namespace storydiff
