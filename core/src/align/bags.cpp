#include "align/bags.hpp"

#include <algorithm>
#include <cmath>

namespace storydiff {
namespace {

/// Weighs the features `found`, each as often as it stands in the sentence. `counts` is all zero before and after.
template <class RarityOf>
void weigh(const std::vector<std::uint32_t>& found, std::vector<std::uint32_t>& counts, Bag& bag, RarityOf rarity_of) {
  bag.features.clear();
  for (const std::uint32_t feature : found) ++counts[feature];
  double square = 0;
  for (const std::uint32_t feature : found) {
    if (counts[feature] == 0) continue;
    const std::uint32_t weight = counts[feature] * rarity_of(feature);
    counts[feature] = 0;
    bag.features.push_back({feature, weight});
    square += static_cast<double>(weight) * weight;  // whole numbers below 2^53: exact
  }
  bag.length = std::sqrt(square);
}

}  // namespace

BagReader::BagReader(const PairProfiles& pair)
    : pair_(pair),
      word_counts_(pair.stems.size() + pair.stem_pairs.slots(), 0),
      letter_counts_(pair.letter_runs.slots(), 0) {}

void BagReader::read_words(const SentenceProfile& sentence, Bag& bag) {
  const auto stems = static_cast<std::uint32_t>(pair_.stems.size());
  found_.assign(sentence.sequence.begin(), sentence.sequence.end());
  for (std::size_t i = 1; i < sentence.sequence.size(); ++i)
    found_.push_back(stems + pair_.stem_pairs.slot(stem_pair(sentence.sequence[i - 1], sentence.sequence[i])));
  weigh(found_, word_counts_, bag, [&](std::uint32_t feature) {
    return feature < stems ? pair_.stems[feature].rarity
                           : pair_.rarities[pair_.stem_pairs.sentences(feature - stems)];
  });
}

void BagReader::read_letters(const SentenceProfile& sentence, Bag& bag) {
  found_.clear();
  each_letter_run(sentence.letters, [&](std::uint32_t run) { found_.push_back(pair_.letter_runs.slot(run)); });
  weigh(found_, letter_counts_, bag,
        [&](std::uint32_t feature) { return pair_.rarities[pair_.letter_runs.sentences(feature)]; });
}

bool BagReader::is_rare_pair(std::uint32_t word_feature) const {
  const auto stems = static_cast<std::uint32_t>(pair_.stems.size());
  return word_feature >= stems && pair_.stem_pairs.sentences(word_feature - stems) == 2;
}

void SpreadBag::take(const Bag& bag) {
  for (const std::uint32_t feature : taken_) weights_[feature] = 0;
  taken_.clear();
  for (const Weighted& word : bag.features) {
    taken_.push_back(word.feature);
    weights_[word.feature] = word.weight;
  }
  length_ = bag.length;
}

double SpreadBag::cosine(const Bag& other) const {
  if (taken_.empty() || other.features.empty()) return 0;
  std::uint64_t product = 0;
  for (const Weighted& word : other.features) product += std::uint64_t{word.weight} * weights_[word.feature];
  return std::min(1.0, static_cast<double>(product) / (other.length * length_));
}

}  // namespace storydiff
