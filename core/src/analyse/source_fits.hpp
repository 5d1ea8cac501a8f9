/// \file source_fits.hpp
/// How well each source fits each sentence of the target that was taken from any of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "storydiff/analysis.hpp"

namespace storydiff {

/// A figure, name or quotation of a target sentence, and which sources have it.
struct SharedFact {
  enum class Kind : std::uint8_t { kFigure, kName, kQuotation };
  Kind kind = Kind::kFigure;
  std::string text;             ///< the target's words
  std::vector<bool> in_source;  ///< by source
};

/// One source's fit to one sentence.
struct Fit {
  std::uint32_t stems = 0;  ///< content words that its nearest sentences share
  std::uint32_t words = 0;  ///< words in runs of four and more that stand anywhere in it
};

/// A target sentence that is linked with at least one source.
struct FittedSentence {
  std::uint32_t sentence = 0;
  std::vector<Fit> fits;          ///< by source
  std::vector<SharedFact> facts;  ///< in text order; each words once
};

/// In text order of the target. Reads `figures`, `names` and `quotations` of `analysis`. Near linear in tokens: a word
/// that stands in more than 64 sentences of a source nominates none.
[[nodiscard]] std::vector<FittedSentence> fit_sources(const AnalysisInput& input, const Analysis& analysis);

}  // namespace storydiff
