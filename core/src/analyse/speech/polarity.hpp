/// \file polarity.hpp
/// Compares negation and modality between linked sentences.
#pragma once

#include <vector>

#include "analyse/speech/speech_texts.hpp"
#include "storydiff/analysis.hpp"
#include "storydiff/change.hpp"

namespace storydiff {

/// Changes only, in text order of the target: `negation-changed` (a word that both sides share is denied
/// on one of them) and `modality-changed` (may for will, alleged for stated, plans to for does; a
/// condition that was cut). `from` and `to` are the words that do it; one of them may be empty. Spans are
/// those of the sentences. English only; near linear.
[[nodiscard]] std::vector<Change> compare_polarity(const AnalysisInput& input, const SpeechTexts& texts);

}  // namespace storydiff
