/// \file explanation.hpp
/// Why a sentence was linked or left: its candidates, and what spoke for each.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

/// One sentence of a comparison.
struct SentenceRef {
  bool of_target = true;
  std::uint32_t document = 0;  ///< index of the source; 0 for the target
  std::uint32_t sentence = 0;
};

/// Two words that met, function words left out.
struct WordMatch {
  std::string source;  ///< in canonical wording: "4800000" where the text has "4.8 million"
  std::string target;
  Equivalence equivalence = Equivalence::kNone;
};

/// One feature of the place model.
struct FeatureShare {
  std::string name;         ///< as in `core/doc/alignment.md`
  double value = 0;         ///< mostly 0..1
  double contribution = 0;  ///< value times weight; their sum and the bias make the score's log odds
};

/// A sentence of the other side that was considered.
struct ExplainedCandidate {
  std::uint32_t document = 0;  ///< index of the source; 0 where the target is the other side
  std::uint32_t sentence = 0;
  double score = 0;
  double word_score = 0;  ///< what the words alone say
  double threshold = 0;   ///< scores from here on are links between these two texts
  bool linked = false;
  std::string why;                     ///< one phrase: why it is no link; empty where it is one
  std::vector<FeatureShare> features;  ///< the greatest contribution first; none where the words are equal
  std::vector<WordMatch> words;        ///< in the order of the target
};

struct Explanation {
  SentenceRef sentence;
  std::vector<ExplainedCandidate> candidates;  ///< best first, at most `kExplainedCandidates`, links always
};

inline constexpr std::size_t kExplainedCandidates = 5;

/// Explains sentences (numbers in normalized order, within range) of what `align` does with the same
/// arguments. Costs as much as another alignment.
[[nodiscard]] std::vector<Explanation> explain(std::span<const Segments> sources, const Segments& target,
                                               Vocabulary& vocabulary, std::span<const SentenceRef> sentences);

}  // namespace storydiff
