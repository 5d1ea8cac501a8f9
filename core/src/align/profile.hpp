/// \file profile.hpp
/// What alignment knows of each sentence of a pair of texts, as sorted integers.
///
/// Weights are integers too (rarity times 1024), so sums do not depend on the order of adding, and
/// a comparison and its mirror image give the same numbers to the last bit.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "align/letter_runs.hpp"
#include "align/sentence_counts.hpp"
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

/// Its lists lie in the `PairProfiles`; sentences that are written alike, in whichever text, have the same ones.
struct SentenceProfile {
  std::span<const std::uint32_t> sequence;  ///< stem numbers of all words and numbers, in text order
  std::span<const Weighted> stems;          ///< distinct stems, ascending; weight: count times rarity
  std::span<const std::uint32_t> stock;     ///< stems that stand in stock phrases, ascending
  std::span<const WordId> words;            ///< in canonical wording
  std::uint64_t stem_weight = 0;            ///< sum of the weights of `stems`
  std::uint64_t content_weight = 0;         ///< sum of those of content words that are in no stock phrase
  std::uint64_t content_hash = 0;           ///< of the words and punctuation, typography apart; 0 when it has none
  std::uint32_t paragraph = 0;
  std::uint32_t paragraph_sentences = 1;  ///< in its paragraph, itself included
  bool quoted = false;                    ///< most of it stands inside quotation marks
  bool first_of_paragraph = false;
  bool last_of_paragraph = false;

  /// Whether the stem stands in a stock phrase here.
  [[nodiscard]] bool in_stock(std::uint32_t stem) const { return std::binary_search(stock.begin(), stock.end(), stem); }
};

/// What is known of a stem in this pair of texts.
struct StemFacts {
  std::uint32_t rarity = 0;  ///< `rarity_of` the sentences of both texts that hold it
  std::uint32_t source_sentences = 0;
  std::uint32_t target_sentences = 0;
  bool content = true;  ///< none of its words is a function word
  bool single_digit = false;
  bool name_or_number = true;  ///< capitalized or a number wherever it stands
  double commonness = 0;       ///< in the language at large, of its most common word
  double substance = 0;        ///< 1 where it stands once in each text, less the more often it stands
  double witness = 0;          ///< of names and numbers: substance, less the more common they are
};

/// Both texts' profiles over one common numbering of stems. Moves, and is never copied.
struct PairProfiles {
  std::vector<SentenceProfile> source;
  std::vector<SentenceProfile> target;
  std::vector<StemFacts> stems;               ///< by stem number
  std::vector<std::uint32_t> rarities;        ///< by the number of sentences that hold something: `rarity_of`
  SentenceCounts<std::uint64_t> stem_pairs;   ///< by `stem_pair`
  LetterRuns letter_runs;                     ///< of the case-folded words
  std::vector<std::uint32_t> synonym_starts;  ///< by stem, and one behind the last; empty without synonyms
  std::vector<std::uint32_t> synonyms;        ///< content stems that share a concept with the stem

  // What the sentences' lists point into.
  std::vector<std::uint32_t> sequences;
  std::vector<Weighted> stem_lists;
  std::vector<std::uint32_t> stock;
  std::vector<WordId> words;

  PairProfiles() = default;
  PairProfiles(PairProfiles&&) = default;
  PairProfiles& operator=(PairProfiles&&) = default;

  [[nodiscard]] std::span<const std::uint32_t> synonyms_of(std::uint32_t stem) const {
    if (synonym_starts.empty()) return {};
    return std::span(synonyms).subspan(synonym_starts[stem], synonym_starts[stem + 1] - synonym_starts[stem]);
  }
};

/// Both texts have `kCopiedRivals` sentences or more: to be the best of so many says more than in a story, and plain
/// copies are settled first.
[[nodiscard]] bool is_long(const PairProfiles& pair);

/// The key of two neighbouring stems.
[[nodiscard]] constexpr std::uint64_t stem_pair(std::uint32_t first, std::uint32_t second) {
  return std::uint64_t{first} << 32U | second;
}

/// How much of the ladder the profiles use: all of it, save where a benchmark asks what a rung is worth.
struct ProfileOptions {
  Equivalence rung = Equivalence::kInflection;  ///< words are the same that are equal on this keyed rung
  bool canonical = true;                        ///< numbers, dates and contractions in one wording
};

/// O(tokens + bytes), sorting within sentences only. Adds to the vocabulary what canonical wording asks for. What comes
/// out does not depend on `threads`.
[[nodiscard]] PairProfiles build_profiles(const Segments& source, const Segments& target, Vocabulary& vocabulary,
                                          const ProfileOptions& options = {}, unsigned threads = 1);

}  // namespace storydiff
