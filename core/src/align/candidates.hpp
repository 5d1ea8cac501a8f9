/// \file candidates.hpp
/// Which pairs of sentences are worth a closer look.
#pragma once

#include <vector>

#include "align/profile.hpp"
#include "align/settle.hpp"

namespace storydiff {

/// What is settled; and pairs that share rare words, over the whole texts: for each sentence of either side the best
/// `kCandidates` of the other by the rarity of the content words that they share; a sentence whose words are too
/// common to find anything, where it stands beside twins. In long texts only open sentences look, among all, for
/// `kCandidatesOfMany`, and all that stand beside settled ones are compared. Sorted by target, then source; each once;
/// swapping the sides swaps the pairs, and they do not depend on `threads`. O(words * kMaximumPostings).
[[nodiscard]] std::vector<Candidate> find_candidates(const PairProfiles& pair, const Settled& settled,
                                                     unsigned threads = 1);

/// Whether a sentence of the target has no candidate although the source has its words: in so many sentences
/// that they find nothing. O(words).
[[nodiscard]] bool is_crowded_out(const PairProfiles& pair, const std::vector<Candidate>& candidates);

}  // namespace storydiff
