/// \file model.hpp
/// Makes scores of evidence: two small logistic models, one of words, one of words and places.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "align/evidence.hpp"

namespace storydiff {

inline constexpr std::size_t kWordFeatures = 12;
inline constexpr std::size_t kPlaceFeatures = 13;

/// The names of the features, in the order of the weights: the words of `--explain`, and the columns
/// that the weights are fitted to.
[[nodiscard]] const std::array<std::string_view, kWordFeatures>& word_feature_names();
[[nodiscard]] const std::array<std::string_view, kPlaceFeatures>& place_feature_names();

/// The evidence of a pair as the models take it.
[[nodiscard]] std::array<double, kWordFeatures> word_features(const ScoredPair& pair);
[[nodiscard]] std::array<double, kPlaceFeatures> place_features(const ScoredPair& pair, const TextEvidence& text);

/// Share of the pairs with such words that are links, places unseen. 0..1.
[[nodiscard]] double word_score(const ScoredPair& pair);
/// Share of the pairs with such evidence that are links. 0..1.
[[nodiscard]] double place_score(const ScoredPair& pair, const TextEvidence& text);

/// What a feature adds to the log odds of a place score.
struct Contribution {
  std::string_view feature;
  double value = 0;
  double contribution = 0;
};
/// All features and the bias; none where the pair is certain, for then no model is asked.
[[nodiscard]] std::vector<Contribution> contributions(const ScoredPair& pair, const TextEvidence& text);

/// Scores all candidates, whose order it keeps. `bailouts` gets a line for each bound that was hit. Nothing depends on
/// `threads`.
struct ScoredTexts {
  std::vector<ScoredPair> pairs;
  TextEvidence text;
};
[[nodiscard]] ScoredTexts score_candidates(const PairProfiles& pair, const std::vector<Candidate>& candidates,
                                           std::vector<std::string>& bailouts, unsigned threads = 1);

}  // namespace storydiff
