/// \file evidence.hpp
/// What speaks for each candidate pair, and the one score made of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "align/candidates.hpp"
#include "align/profile.hpp"

namespace storydiff {

/// A candidate pair with its evidence. Formulas: `core/doc/alignment.md`.
struct ScoredPair {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  double likeness = 0;          ///< mean of three likenesses of words and letters, 0..1
  double source_contained = 0;  ///< share of the source's word weight that the target has, 0..1
  double target_contained = 0;  ///< the other way round
  double sequence = 0;          ///< longest common subsequence of stems over the longer side
  double row = 0;               ///< likeness over the best likeness of this target sentence
  double column = 0;            ///< likeness over the best likeness of this source sentence
  double order = 0;             ///< support by mutual best pairs near by in the same order, 0..1
  double substance = 0;         ///< shared content words, each as far as it is rare, up to kSubstanceWords, 0..1
  double unique = 0;            ///< shared words that stand in one sentence of each text, 0..1
  bool identical = false;       ///< the same words and punctuation, typography apart
  double score = 0;             ///< 0..1

  /// Row and column together, as far as the pair shares anything of substance.
  [[nodiscard]] double competition() const { return (row + column) / 2 * substance; }
};

/// Length of the longest common subsequence of two runs of stems. O(a * b) time, O(b) space.
[[nodiscard]] std::uint32_t common_subsequence(const std::vector<std::uint32_t>& a,
                                               const std::vector<std::uint32_t>& b);

/// Scores all candidates together, since competition and order look at the others. Keeps their
/// order. `bailouts` gets a line for each bound that was hit.
[[nodiscard]] std::vector<ScoredPair> score_candidates(const PairProfiles& pair,
                                                       const std::vector<Candidate>& candidates,
                                                       std::vector<std::string>& bailouts);

}  // namespace storydiff
