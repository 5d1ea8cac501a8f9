/// \file candidates.hpp
/// Which pairs of sentences are worth a closer look.
#pragma once

#include <cstdint>
#include <vector>

#include "align/profile.hpp"

namespace storydiff {

struct Candidate {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  friend auto operator<=>(const Candidate&, const Candidate&) = default;
};

/// Pairs that share rare words, over the whole texts: for each sentence of either side the best
/// `kCandidates` of the other by the rarity of the content words that they share, and for sentences
/// that stand several times the twin in the same rank; a sentence whose words are too common
/// to find anything, where it stands beside twins on both sides. Sorted by target, then source; each once;
/// swapping the sides swaps the pairs. O(words * kMaximumPostings).
[[nodiscard]] std::vector<Candidate> find_candidates(const PairProfiles& pair);

/// Whether a sentence of the target has no candidate although the source has its words: in so many sentences
/// that they find nothing. O(words).
[[nodiscard]] bool is_crowded_out(const PairProfiles& pair, const std::vector<Candidate>& candidates);

}  // namespace storydiff
