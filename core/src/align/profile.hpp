/// \file profile.hpp
/// What alignment knows of each sentence of a pair of texts, as sorted integers.
///
/// Weights are integers too (rarity times 1024), so sums do not depend on the order of adding, and
/// a comparison and its mirror image give the same numbers to the last bit.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

/// Rarities are kept as whole numbers: nats times this.
inline constexpr double kRarityScale = 1024;

/// Rarity of what stands in `containing` of `sentences` sentences: ln((N + 1) / (df + .5)), scaled.
[[nodiscard]] std::uint32_t rarity_of(std::size_t sentences, std::uint32_t containing);

/// A feature of a sentence and its weight there (count times rarity).
struct Weighted {
  std::uint32_t feature = 0;
  std::uint32_t weight = 0;
};

/// Features sorted by number, each once, and their Euclidean length.
struct SparseVector {
  std::vector<Weighted> entries;
  double length = 0;
};

/// Cosine of two vectors, 0..1; 0 when one is empty. O(a + b).
[[nodiscard]] double cosine(const SparseVector& a, const SparseVector& b);

struct SentenceProfile {
  std::vector<std::uint32_t> sequence;  ///< stem numbers of all words and numbers, in text order
  std::vector<Weighted> stems;          ///< distinct stems, ascending; weight: count times rarity
  std::uint64_t stem_weight = 0;        ///< sum of those weights
  SparseVector words;                   ///< stems and pairs of neighbouring stems
  SparseVector letters;                 ///< runs of four bytes of the case-folded text
  std::uint64_t content_hash = 0;       ///< of the words and punctuation, typography apart; 0 when it has none
  std::uint32_t word_count = 0;         ///< words and numbers
};

/// What is known of a stem in this pair of texts.
struct StemFacts {
  std::uint32_t rarity = 0;  ///< `rarity_of` the sentences of both texts that hold it
  std::uint32_t source_sentences = 0;
  std::uint32_t target_sentences = 0;
  bool content = true;  ///< none of its words is a function word
  bool single_digit = false;
};

/// Both texts' profiles over one common numbering of stems.
struct PairProfiles {
  std::vector<SentenceProfile> source;
  std::vector<SentenceProfile> target;
  std::vector<StemFacts> stems;  ///< by stem number
};

/// O(tokens + bytes), sorting within sentences only.
[[nodiscard]] PairProfiles build_profiles(const Segments& source, const Segments& target, const Vocabulary& vocabulary);

}  // namespace storydiff
