/// \file evidence.hpp
/// What speaks for a pair of sentences, and for a pair of texts. Formulas: `core/doc/alignment.md`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "align/candidates.hpp"
#include "align/profile.hpp"

namespace storydiff {

/// A candidate pair with its evidence. All shares are 0..1.
struct ScoredPair {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  bool identical = false;  ///< the same words and punctuation, typography apart
  bool copied = false;     ///< long, nearly the same words in the same order, and none as like: see `kCopiedWords`
  bool stock = false;      ///< what they share is a stock phrase and at most one content word beside it

  // What the two sentences say, found by `compare_words`.
  double source_contained = 0;  ///< share of the source's word weight that the target has
  double target_contained = 0;  ///< the other way round
  double content_larger = 0;    ///< the larger of these shares, function words left out
  double content_smaller = 0;   ///< the smaller one
  double sequence = 0;          ///< longest common subsequence of stems over the longer side
  double sequence_shorter = 0;  ///< the same over the shorter side
  double run = 0;               ///< longest common run of stems, from `kRunFrom` to `kRunFull` words
  double synonyms = 0;          ///< share of a side's weight that only synonyms find, the larger of both
  double synonym_words = 0;     ///< words of the poorer side found by synonyms, as a share of `kSynonymWords`
  double substance = 0;         ///< shared content words, each as far as it is rare, up to `kSubstanceWords`
  double unique = 0;            ///< shared names and numbers, each as far as it is rare, up to `kUniqueCap`
  std::uint32_t ordinary = 0;   ///< shared content words that are neither names nor numbers, and synonyms
  double phrases = 0;           ///< shared pairs of neighbouring words that stand nowhere else, up to `kRarePairs`
  double likeness = 0;          ///< mean of three likenesses of words and letters
  double row = 0;               ///< likeness over the best likeness of this target sentence
  double column = 0;            ///< likeness over the best likeness of this source sentence
  double margin = 0;            ///< likeness less the best rival's, mean of both sentences, -1..1
  double word_score = 0;        ///< what the word model makes of all that

  // Where the two sentences stand, found by `compare_places` from all pairs' word scores.
  double same_part = 0;  ///< word score of the best rival, as far as it shares the same words: parts do
                         ///< not compete; mean of both sentences
  double diagonal = 0;   ///< word scores of the pairs one step before and one step behind, 0..2
  double support = 0;    ///< links near by in the same order, over the most that a rival has
  double elsewhere = 0;  ///< share of the other sentences of both paragraphs that are linked elsewhere, 0..2
  double edges = 0;      ///< both begin or end their paragraphs, -1..2
  double path = 0;       ///< nearness to the path of the best chain of pairs
  double score = 0;      ///< what the place model makes of all that

  /// Row and column together.
  [[nodiscard]] double competition() const { return (row + column) / 2; }
};

/// What is known of the two texts as wholes.
struct TextEvidence {
  double order = 0;     ///< how far the texts keep one order, 0..1
  double likeness = 0;  ///< mean of the best likeness of each sentence, of the better covered text
  double anchors = 0;   ///< mutual best pairs over the sentences of the shorter text
  double copied = 0;    ///< mean sequence of the three pairs that are most alike
};

/// The evidence of words for all candidates, whose order it keeps (by target, then source).
/// `bailouts` gets a line for each bound that was hit. Nothing depends on `threads`.
[[nodiscard]] std::vector<ScoredPair> compare_words(const PairProfiles& pair, const std::vector<Candidate>& candidates,
                                                    std::vector<std::string>& bailouts, unsigned threads = 1);

/// Adds the evidence of places to pairs that have their word scores; returns that of the texts.
/// Sums are taken over whole numbers, so that the mirror image of a comparison gives the same.
TextEvidence compare_places(const PairProfiles& pair, std::vector<ScoredPair>& pairs);

}  // namespace storydiff
