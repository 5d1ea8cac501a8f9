/// \file figure_reading.hpp
/// Finds every figure of a text and normalizes it.
#pragma once

#include <vector>

#include "analyse/figures/figure.hpp"
#include "analyse/figures/figure_words.hpp"
#include "storydiff/segments.hpp"

namespace storydiff {

/// Figures of all sentences in text order. No figure are the pronoun "one", list numbers, and numbers
/// that are part of a name (F-16, COVID-19, Boeing 737, Formula One). The numbers of a range or a list
/// are a figure each; "10 to 15 percent" gives two percentages. English words are read in English
/// texts only; digits in all. O(tokens).
[[nodiscard]] std::vector<Figure> read_figures(const Segments& segments, FigureWords& words);

}  // namespace storydiff
