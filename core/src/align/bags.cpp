#include "align/bags.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace storydiff {
namespace {

/// Weighs the features of a bag, whose counts are set back to zero.
template <class RarityOf>
void weigh(Bag& bag, std::vector<std::uint32_t>& counts, RarityOf rarity_of) {
  double square = 0;
  for (Weighted& word : bag.features) {
    word.weight = std::exchange(counts[word.feature], 0) * rarity_of(word.feature);
    square += static_cast<double>(word.weight) * word.weight;  // whole numbers below 2^53: exact
  }
  bag.length = std::sqrt(square);
}

}  // namespace

BagReader::BagReader(const PairProfiles& pair)
    : pair_(pair),
      word_counts_(pair.stems.size() + pair.stem_pairs.slots(), 0),
      letter_counts_(pair.letter_runs.size(), 0) {}

void BagReader::read_words(const SentenceProfile& sentence, Bag& bag) {
  const auto stems = static_cast<std::uint32_t>(pair_.stems.size());
  bag.features.clear();
  const auto add = [&](std::uint32_t feature) {
    if (word_counts_[feature]++ == 0) bag.features.push_back({feature, 0});
  };
  for (const std::uint32_t stem : sentence.sequence) add(stem);
  for (std::size_t i = 1; i < sentence.sequence.size(); ++i)
    add(stems + pair_.stem_pairs.slot(stem_pair(sentence.sequence[i - 1], sentence.sequence[i])));
  weigh(bag, word_counts_, [&](std::uint32_t feature) {
    return feature < stems ? pair_.stems[feature].rarity : pair_.rarities[pair_.stem_pairs.sentences(feature - stems)];
  });
}

void BagReader::read_letters(const SentenceProfile& sentence, Bag& bag) {
  bag.features.clear();
  pair_.letter_runs.each(sentence.words, [&](std::uint32_t run) {
    if (letter_counts_[run]++ == 0) bag.features.push_back({run, 0});
  });
  weigh(bag, letter_counts_, [&](std::uint32_t run) { return pair_.rarities[pair_.letter_runs.sentences(run)]; });
}

bool BagReader::is_rare_pair(std::uint32_t word_feature) const {
  const auto stems = static_cast<std::uint32_t>(pair_.stems.size());
  return word_feature >= stems && pair_.stem_pairs.sentences(word_feature - stems) == 2;
}

void SpreadBag::swap(Bag& bag) {
  for (const Weighted word : bag_.features) weights_[word.feature] = 0;
  std::swap(bag_, bag);
  for (const Weighted word : bag_.features) weights_[word.feature] = word.weight;
}

double SpreadBag::cosine(const Bag& other) const {
  if (bag_.features.empty() || other.features.empty()) return 0;
  std::uint64_t product = 0;
  for (const Weighted word : other.features) product += std::uint64_t{word.weight} * weights_[word.feature];
  return std::min(1.0, static_cast<double>(product) / (other.length * bag_.length));
}

}  // namespace storydiff
