/// \file figure_shares.hpp
/// Shares in words, and numbers that know their whole.
#pragma once

#include <cstddef>

#include "analyse/figures/figure.hpp"
#include "analyse/figures/figure_sentence.hpp"

namespace storydiff {

/// Reads "a third of", "two-thirds", "half", "the majority", "double-digit", "a quarter of a percentage
/// point" at `i` into `figure`; gives the place where it ends, `i` where none begins.
[[nodiscard]] std::size_t read_share(const FigureSentence& sentence, std::size_t i, Figure& figure);

/// What the number of `figure`, which ends at `end`, is a part of: "out of 10", "youngsters in every 20"
/// (then it is a percentage), "of the 23 districts". Gives the new end, or `end`.
[[nodiscard]] std::size_t read_part(const FigureSentence& sentence, std::size_t end, Figure& figure);

/// The end of "out of 10" or "in six" at `i`, where `part` can be a part of it; else 0.
[[nodiscard]] std::size_t read_whole(const FigureSentence& sentence, std::size_t i, const Figure& part);

}  // namespace storydiff
