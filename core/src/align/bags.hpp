/// \file bags.hpp
/// Sentences as bags of words and of letters, made when they are asked for: all of a long text's would take
/// several times its size.
#pragma once

#include <cstdint>
#include <vector>

#include "align/profile.hpp"

namespace storydiff {

/// Distinct features in no order, and the Euclidean length of their weights.
struct Bag {
  std::vector<Weighted> features;
  double length = 0;
};

/// Makes bags. Keeps scratch for each feature; borrows the profiles.
class BagReader {
 public:
  explicit BagReader(const PairProfiles& pair);
  /// Stems by number, then pairs of neighbouring stems by slot. O(words).
  void read_words(const SentenceProfile& sentence, Bag& bag);
  /// Runs of four letters, by number. O(bytes).
  void read_letters(const SentenceProfile& sentence, Bag& bag);

  [[nodiscard]] std::size_t word_features() const { return word_counts_.size(); }
  [[nodiscard]] std::size_t letter_features() const { return letter_counts_.size(); }
  /// Whether the word feature is a pair of neighbouring stems that stands in two sentences of all.
  [[nodiscard]] bool is_rare_pair(std::uint32_t word_feature) const;

 private:
  const PairProfiles& pair_;
  std::vector<std::uint32_t> word_counts_;    ///< by feature: how often in the sentence at hand
  std::vector<std::uint32_t> letter_counts_;  ///< likewise
};

/// One bag laid out by feature, to be compared with many.
class SpreadBag {
 public:
  explicit SpreadBag(std::size_t features) : weights_(features, 0) {}
  /// Takes a bag, and gives back the last one, whose memory may serve the next.
  void swap(Bag& bag);
  [[nodiscard]] bool has(std::uint32_t feature) const { return weights_[feature] != 0; }
  /// Cosine of the two, 0..1; 0 when one is empty. Sums of whole numbers: the same in any order. O(other).
  [[nodiscard]] double cosine(const Bag& other) const;

 private:
  std::vector<std::uint32_t> weights_;  ///< by feature
  Bag bag_;
};

}  // namespace storydiff
