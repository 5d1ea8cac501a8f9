/// \file moves.hpp
/// Which links left their place: the longest run of links that keeps the order stays, the rest moved.
#pragma once

#include <cstdint>
#include <vector>

#include "align/profile.hpp"
#include "storydiff/alignment.hpp"

namespace storydiff {

/// Sets `moved` of the alignments of one source. The largest set of links that ascends in both
/// texts stays; among sets of one size the one with more words, and then one that depends on the
/// words alone, so that the mirror image of a comparison moves the same links. O(n log n).
void mark_moves(const PairProfiles& pair, std::vector<Alignment>& alignments);

}  // namespace storydiff
