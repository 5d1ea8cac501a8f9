/// \file findings.hpp
/// From changes to what a person should look at.
#pragma once

#include <vector>

#include "analyse/speech/speech_texts.hpp"
#include "storydiff/analysis.hpp"
#include "storydiff/change.hpp"

namespace storydiff {

/// One finding for each change of `analysis` that matters, with those of the furniture; the gravest first,
/// then by place in the target, what has no place there last. The rules, with their severities, are a table in
/// `core/doc/analysis.md`. A target that is not derived has none but for quotations that it shares: two stories
/// of one event owe each other nothing. O(changes log changes).
[[nodiscard]] std::vector<Finding> make_findings(const AnalysisInput& input, const SpeechTexts& texts,
                                                 const Analysis& analysis);

}  // namespace storydiff
