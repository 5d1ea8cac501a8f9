/// \file figure_context.hpp
/// What stands around a figure: its qualifier, what it counts, and what it shares with its neighbours.
#pragma once

#include <span>

#include "analyse/figures/figure.hpp"
#include "analyse/figures/figure_sentence.hpp"

namespace storydiff {

/// Completes the figures of one sentence, whose tokens count from the sentence's first: lengthens each by
/// its qualifier, finds the noun, the fate and the place, and gives the first number of "10 to 15 percent"
/// the unit of the second. O(figures).
void complete_figures(const FigureSentence& sentence, std::span<Figure> figures);

}  // namespace storydiff
