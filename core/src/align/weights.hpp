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
  double containment;  ///< the better contained side
  double sequence;     ///< longest common subsequence
  double competition;  ///< likeness over the best of the same sentence, mean of both sides, times substance
  double order;        ///< support by mutual best pairs near by, times substance
  double unique;       ///< shared words that are rare in both texts
};

inline constexpr LinkModel kLinkModel{-5.03, 2.292, 3.410, 4.567, 1.989, 0.865};

/// Pairs from this score on are links.
inline constexpr double kLinkScore = 0.5;
/// Two stories of one event that were written apart share names, figures and a phrase here and there,
/// and their best pairs look like links. So links stand only where the texts show a kinship: one pair
/// has at least this share of the longer sentence in common, in order ...
inline constexpr double kKinshipSequence = 0.5;
/// ... or links reach at least this share of the shorter text's sentences.
inline constexpr double kKinshipShare = 0.25;
/// Below this an unlinked sentence has no nearest miss worth showing.
inline constexpr double kNearestMissScore = 0.02;

/// Candidates of one sentence: the best so many by shared rare words, from either side.
inline constexpr std::size_t kCandidates = 10;
/// A word in more sentences of one text than this finds no candidates: it would cost much and say
/// little.
inline constexpr std::size_t kMaximumPostings = 128;
/// Sentences whose lengths in words multiply to more than this are compared without their order.
inline constexpr std::size_t kMaximumSequenceCells = 250'000;

/// A mutual best pair is an anchor for its neighbours; with this likeness it is a full one.
inline constexpr double kAnchorLikeness = 0.3;
/// Anchors further away than so many sentences say nothing.
inline constexpr std::uint32_t kAnchorReach = 3;
/// Support falls to nothing at this distance: out-of-step sentences plus half of those between.
inline constexpr double kAnchorDistance = 5.0;

/// Being the best of bad candidates says little, and so does standing near a good pair: both count in
/// full only from this many shared content words on, each as far as it is rare (1: once in each text).
inline constexpr double kSubstanceWords = 3.0;
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
