/// \file alignment.hpp
/// Which sentences of the target were made from which sentences of a source.
///
/// Sentence numbers are indices into `Segments::sentences`, thus places in normalized order.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storydiff/segments.hpp"

namespace storydiff {

enum class Relation : std::uint8_t {
  kVerbatim,    ///< the same words and punctuation, typography apart
  kEdited,      ///< mostly the same words in the same order
  kParaphrase,  ///< the same content in other words or another order
};
/// "verbatim", "edited", "paraphrase": the words of the report.
[[nodiscard]] std::string_view to_string(Relation relation);

/// What speaks for a link. Each is explained with its formula in `core/doc/alignment.md`.
struct Evidence {
  double words = 0;        ///< likeness of words, synonyms, word pairs and letters, rarity weighed, 0..1
  double containment = 0;  ///< share of the better contained side's weight found in the other, 0..1
  double sequence = 0;     ///< longest common subsequence over the longer side, 0..1
  double competition = 0;  ///< likeness over that of the best rival, mean of both sentences; 1: nobody fits better
  double order = 0;        ///< support by links near by in the same order, over the most that a rival has, 0..1
  double unique = 0;       ///< names and numbers that stand once in each text, 0..1
};

/// One link of the report: sentences that belong together. Lists ascend and are never empty.
struct Alignment {
  std::uint32_t source_document = 0;
  std::vector<std::uint32_t> source_sentences;
  std::vector<std::uint32_t> target_sentences;
  Relation relation = Relation::kParaphrase;
  double score = 0;    ///< 0..1, see `core/doc/alignment.md` for its meaning
  bool moved = false;  ///< not on the longest run of links that keeps the normalized order
  Evidence evidence;
};

/// The best of the candidates that were not good enough.
struct NearestMiss {
  std::uint32_t document = 0;  ///< index of the source; 0 for an omitted sentence (the target)
  std::uint32_t sentence = 0;
  double score = 0;
  std::string why;  ///< one phrase: why it was not taken
};

/// A sentence without a link, and its nearest miss if it shares anything with any sentence.
struct Unlinked {
  std::uint32_t document = 0;  ///< index of the source; 0 for the target
  std::uint32_t sentence = 0;
  std::optional<NearestMiss> nearest;
};

/// A maximal run of equal words that stands in a source and in the target, whatever the sentences.
struct Passage {
  std::uint32_t source_document = 0;
  Span source;  ///< original
  Span target;  ///< original
  std::uint32_t words = 0;
};

struct AlignmentSet {
  std::vector<Alignment> alignments;  ///< by first target sentence, then by source
  std::vector<Unlinked> unmatched;    ///< target sentences, ascending
  std::vector<Unlinked> omitted;      ///< source sentences, ascending by document and place
  std::vector<Passage> passages;      ///< by place in the target, then by source
  std::vector<std::string> bailouts;  ///< which bound was hit; results are right as far as they go
};

/// Links any number of sources with one target. Deterministic; with one source, swapping source and
/// target mirrors the result. Cost: near linear in tokens plus candidates, which are bounded for
/// each sentence. The vocabulary gets the words that numbers and dates are written anew with ("4800000").
/// What comes out does not depend on `threads`, of which long texts take two.
[[nodiscard]] AlignmentSet align(std::span<const Segments> sources, const Segments& target, Vocabulary& vocabulary,
                                 unsigned threads = 1);

}  // namespace storydiff
