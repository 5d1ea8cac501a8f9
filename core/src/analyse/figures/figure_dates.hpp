/// \file figure_dates.hpp
/// Dates, spans of the calendar and times of day.
#pragma once

#include <cstddef>

#include "analyse/figures/figure.hpp"
#include "analyse/figures/figure_sentence.hpp"

namespace storydiff {

/// Reads the date that begins at `i` into `figure` (kind and fields) and gives the place where it ends;
/// `i` where none begins. "Monday, Oct. 16", "22 February 2014", "end of May", "last month", "the 1990s",
/// "third quarter", "between July and September", "Tuesday evening". O(tokens of the date).
[[nodiscard]] std::size_t read_date(const FigureSentence& sentence, std::size_t i, Figure& figure);

/// Likewise for "10:02 a.m.", "5 p.m.", "2247 GMT", "midnight".
[[nodiscard]] std::size_t read_time(const FigureSentence& sentence, std::size_t i, Figure& figure);

}  // namespace storydiff
