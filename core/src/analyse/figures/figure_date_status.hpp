/// \file figure_date_status.hpp
/// What became of a date or a time of day: the part of `judge_figures` that compares fields, not values.
#pragma once

#include "analyse/figures/figure_status.hpp"

namespace storydiff {

/// Both are dates. Comparable where they have a field in common (a year, a month and its day, a weekday),
/// or name spans of one length in two ways ("last month" and "October"): those are `converted`, unless the
/// texts' own dates settle them before.
[[nodiscard]] FigureVerdict judge_dates(const Figure& source, const Figure& target);

/// Both are times of day.
[[nodiscard]] FigureVerdict judge_times(const Figure& source, const Figure& target);

}  // namespace storydiff
