/// \file best_path.hpp
/// The order that two texts share: the best chain of pairs that ascends in both.
#pragma once

#include <cstdint>
#include <vector>

#include "align/evidence.hpp"

namespace storydiff {

/// Sets `path` of all pairs, which are sorted by target, then source, and have their word scores:
/// 1 on the line through the pairs of the best chain, less by a `kPathReach`th for each sentence
/// away from it. Returns the share of the better covered text's word scores that the chain holds:
/// 1 where all stands in one order. O(pairs * log(sentences)).
double find_best_path(std::vector<ScoredPair>& pairs, std::uint32_t sources, std::uint32_t targets);

}  // namespace storydiff
