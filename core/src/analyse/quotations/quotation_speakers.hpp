/// \file quotation_speakers.hpp
/// Who is said to have said a quotation, and with what verb.
#pragma once

#include <optional>
#include <vector>

#include "analyse/speech/attribution_frames.hpp"
#include "analyse/speech/speech_texts.hpp"
#include "storydiff/analysis.hpp"
#include "storydiff/change.hpp"

namespace storydiff {

struct QuotationSpeaker {
  CarriedFrame frame;  ///< answers for the quotation, and names somebody or something
  CarriedFrame named;  ///< names whom its pronoun stands for; the same frame where it has none, or it is not known
};

/// By entry: who said it; nothing where the text does not say. `frames`: those of the target. O(target + quotations x
/// log sentences).
[[nodiscard]] std::vector<std::optional<QuotationSpeaker>> speakers_of(const Segments& target,
                                                                       const std::vector<SentenceFrames>& frames,
                                                                       const std::vector<Change>& quotations);

/// Fills `speaker` and `verb` of each entry that has a target span, in the target's words ("she", "told"):
/// from the attribution frame that answers for the quotation in a sentence that it stands in, else, where
/// those sentences are nothing but quotation, from the frame that their paragraph carries. A pronoun gives
/// way to the name of whoever spoke last, where nobody else can be meant. Both stay empty where the text does
/// not say. English only. O(target + quotations x log sentences).
void name_speakers(const AnalysisInput& input, const SpeechTexts& texts, std::vector<Change>& quotations);

}  // namespace storydiff
