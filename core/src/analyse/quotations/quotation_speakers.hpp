/// \file quotation_speakers.hpp
/// Who is said to have said a quotation, and with what verb.
#pragma once

#include <vector>

#include "storydiff/analysis.hpp"
#include "storydiff/change.hpp"

namespace storydiff {

/// Fills `speaker` and `verb` of each entry that has a target span, in the target's words ("she", "told"):
/// from the attribution frame that answers for the quotation in a sentence that it stands in, else, where
/// those sentences are nothing but quotation, from the frame that their paragraph carries. A pronoun gives
/// way to the name of whoever spoke last, where nobody else can be meant. Both stay empty where the text does
/// not say. English only. O(target + quotations x log sentences).
void name_speakers(const AnalysisInput& input, std::vector<Change>& quotations);

}  // namespace storydiff
