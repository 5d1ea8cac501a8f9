/// \file weights.hpp
/// Every number that decides a link, in one place. What each means, and how it was fitted, is in
/// `core/doc/alignment.md`; nothing else in this folder holds a tuned number.
#pragma once

#include <cstdint>

namespace storydiff {

/// Logistic model over the evidence of one pair of sentences: score = 1 / (1 + exp(-sum)). Both sides
/// have one weight wherever they can differ, so that swapping the texts mirrors the links.
struct LinkModel {
  double bias;
  double likeness;     ///< mean of three likenesses, `PairEvidence::likeness`
  double containment;  ///< the better contained side
  double sequence;     ///< longest common subsequence
  double competition;  ///< likeness over the best of the same sentence, mean of both sides
  double anchor;       ///< distance to the nearest sure link, 0..6
  double unique;       ///< rare shared words and numbers
};

inline constexpr LinkModel kLinkModel{-5.937, 0.515, 0.324, 2.330, 6.352, -0.363, 1.241};

/// Pairs from this score on are links.
inline constexpr double kLinkScore = 0.5;
/// Below this an unlinked sentence has no nearest miss worth showing.
inline constexpr double kNearestMissScore = 0.02;

/// Candidates of one sentence: the best so many by shared rare words, from either side.
inline constexpr std::size_t kCandidates = 10;
/// A word in more sentences of one text than this finds no candidates: it would cost much and say
/// little.
inline constexpr std::size_t kMaximumPostings = 128;
/// Sentences whose lengths in words multiply to more than this are compared without their order.
inline constexpr std::size_t kMaximumSequenceCells = 250'000;

/// A mutual best pair with at least this likeness is an anchor for the order of its neighbours.
inline constexpr double kAnchorLikeness = 0.12;
/// Anchors further away than this many sentences say nothing, and count as `kNoAnchor`.
inline constexpr std::uint32_t kAnchorReach = 3;
inline constexpr double kNoAnchor = 6.0;

/// Rare shared words are counted up to this many.
inline constexpr double kUniqueCap = 4.0;
/// A single digit is a weak witness: "two" stands in every story.
inline constexpr double kSingleDigitWeight = 0.3;

/// A sentence split in two is found once in both parts together, a sentence used twice is found twice:
/// above this sum of shares its links stay apart.
inline constexpr double kGroupCoverage = 1.25;

/// A linked pair whose words agree in order at least this much (twice the common subsequence over
/// both lengths) is edited, else a paraphrase.
inline constexpr double kEditedSequence = 0.5;
/// ... or when the shorter side stands in the longer one at least this much.
inline constexpr double kEditedContained = 0.75;

/// Shortest run of equal words that is reported as a passage: in answers written independently of a
/// source, 1 of 38 holds a run of 8 words, 5 hold one of 5.
inline constexpr std::uint32_t kPassageWords = 8;

}  // namespace storydiff
