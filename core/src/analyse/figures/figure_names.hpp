/// \file figure_names.hpp
/// Numbers that are no figures: parts of names, the pronoun "one", list numbers.
#pragma once

#include <cstddef>

#include "analyse/figures/figure_number.hpp"
#include "analyse/figures/figure_sentence.hpp"

namespace storydiff {

/// The digits or the number word at `i` belong to a name: "F-16", "Boeing 737", "Formula One".
/// `after_count`: the sentence has counted something before, so that "and Karvelia 29" may go on.
[[nodiscard]] bool is_number_of_name(const FigureSentence& sentence, std::size_t i, bool after_count);

/// Past that number, with what is joined to it ("737-800").
[[nodiscard]] std::size_t past_number_of_name(const FigureSentence& sentence, std::size_t i);

/// The number at `i` is the pronoun "one" or begins a list item.
[[nodiscard]] bool counts_nothing(const FigureSentence& sentence, std::size_t i, const FigureNumber& number);

}  // namespace storydiff
