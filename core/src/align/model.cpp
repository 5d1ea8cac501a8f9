#include "align/model.hpp"

#include <algorithm>
#include <cmath>

#include "align/weights.hpp"

namespace storydiff {
namespace {

double logistic(double sum) { return 1 / (1 + std::exp(-sum)); }

template <std::size_t N>
double dot(const std::array<double, N>& weights, const std::array<double, N>& features) {
  double sum = 0;
  for (std::size_t i = 0; i < N; ++i) sum += weights[i] * features[i];
  return sum;
}

/// The same words in the same order, and no other pair that is.
bool is_certain(const ScoredPair& pair) { return pair.identical && pair.row == 1 && pair.column == 1; }

}  // namespace

const std::array<std::string_view, kWordFeatures>& word_feature_names() {
  static constexpr std::array<std::string_view, kWordFeatures> names{
      "content_larger", "content_smaller", "sequence", "sequence_shorter", "competition", "margin",
      "substance",      "unique",          "synonyms", "synonym_words",    "run",         "phrases"};
  return names;
}

const std::array<std::string_view, kPlaceFeatures>& place_feature_names() {
  static constexpr std::array<std::string_view, kPlaceFeatures> names{
      "same_part",          "diagonal",   "support",       "support_in_order", "elsewhere",   "edges",
      "path_in_order",      "text_order", "text_likeness", "text_anchors",     "text_copied", "path_in_order_likeness",
      "text_order_likeness"};
  return names;
}

std::array<double, kWordFeatures> word_features(const ScoredPair& p) {
  return {p.content_larger, p.content_smaller, p.sequence, p.sequence_shorter, p.competition(), p.margin,
          p.substance,      p.unique,          p.synonyms, p.synonym_words,    p.run,           p.phrases};
}

std::array<double, kPlaceFeatures> place_features(const ScoredPair& p, const TextEvidence& text) {
  const double on_path = p.path * text.order;
  return {p.same_part,
          p.diagonal * (1 - text.likeness),
          p.support,
          p.support * text.order,
          p.elsewhere,
          p.edges,
          on_path,
          text.order,
          text.likeness,
          text.anchors,
          text.copied,
          on_path * text.likeness,
          text.order * text.likeness};
}

double word_score(const ScoredPair& pair) {
  if (is_certain(pair)) return kCertainWordScore;
  return std::min(kCertainWordScore, logistic(kWordBias + dot(kWordWeights, word_features(pair))));
}

double place_score(const ScoredPair& pair, const TextEvidence& text) {
  if (is_certain(pair)) return 1;
  return logistic(kPlaceBias + dot(kPlaceWordWeights, word_features(pair)) +
                  dot(kPlaceWeights, place_features(pair, text)));
}

std::vector<Contribution> contributions(const ScoredPair& pair, const TextEvidence& text) {
  std::vector<Contribution> parts;
  if (is_certain(pair)) return parts;
  parts.push_back({"bias", 1, kPlaceBias});
  const auto add = [&](const auto& names, const auto& values, const auto& weights) {
    for (std::size_t i = 0; i < names.size(); ++i) parts.push_back({names[i], values[i], values[i] * weights[i]});
  };
  add(word_feature_names(), word_features(pair), kPlaceWordWeights);
  add(place_feature_names(), place_features(pair, text), kPlaceWeights);
  return parts;
}

ScoredTexts score_candidates(const PairProfiles& pair, const std::vector<Candidate>& candidates,
                             std::vector<std::string>& bailouts, unsigned threads) {
  ScoredTexts scored;
  scored.pairs = compare_words(pair, candidates, bailouts, threads);
  for (ScoredPair& p : scored.pairs) p.word_score = word_score(p);
  scored.text = compare_places(pair, scored.pairs);
  for (ScoredPair& p : scored.pairs) p.score = place_score(p, scored.text);
  return scored;
}

}  // namespace storydiff
