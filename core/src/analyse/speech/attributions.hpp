/// \file attributions.hpp
/// Compares who is said to have said it, and with what verb between linked sentences.
#pragma once

#include <vector>

#include "analyse/speech/speech_texts.hpp"
#include "storydiff/analysis.hpp"
#include "storydiff/change.hpp"

namespace storydiff {

/// Changes only, in text order of the target: `verb-changed` (the verb says more, or something else, of
/// the words than the source's did), `speaker-changed`, `dropped` (the target states what the source only
/// reports) and `added`. `from` and `to` are the words of the frames: the verbs alone for `verb-changed`.
/// Spans are those of the sentences. English only; near linear.
[[nodiscard]] std::vector<Change> compare_attributions(const AnalysisInput& input, const SpeechTexts& texts);

}  // namespace storydiff
