/// \file contained_sentences.hpp
/// Sentences without a link whose words nonetheless stand in one sentence of the other text.
#pragma once

#include <vector>

#include "analyse/speech/word_classes.hpp"
#include "storydiff/alignment.hpp"
#include "storydiff/analysis.hpp"

namespace storydiff {

/// A target sentence may take in a second source sentence as a clause, and be linked with the first alone.
/// For each unlinked sentence and its nearest miss: a pair, where the latter has six tenths of its
/// content words, four at least. These are no links of the report; the comparisons that look for what was lost
/// or turned round read them as if they were. O(unlinked sentences and their nearest).
[[nodiscard]] std::vector<Alignment> contained_sentences(const AnalysisInput& input, const SpeechWords& words);

/// "The agency could not verify the pictures" and, a take later, "The agency was able to verify pictures which ...":
/// short omitted sentences whose nearest miss begins with the same name and does the same thing. Only for what was
/// denied and is not. O(omitted sentences and their nearest).
[[nodiscard]] std::vector<Alignment> retold_acts(const AnalysisInput& input, const SpeechWords& words);

}  // namespace storydiff
