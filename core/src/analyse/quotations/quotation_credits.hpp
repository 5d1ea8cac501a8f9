/// \file quotation_credits.hpp
/// Quotations of the target that no source has, though it is a source's own speaker who is said to have said them.
#pragma once

#include <string>
#include <vector>

#include "analyse/speech/speech_texts.hpp"
#include "storydiff/analysis.hpp"
#include "storydiff/change.hpp"

namespace storydiff {

/// To whom an unsupported quotation is credited, though the sources should have it then. At most one is filled.
struct QuotationCredit {
  std::string speaker;  ///< a source quotes the same person, or body; in the target's words
  std::string agency;   ///< the attribution names it ("told the AP"), and its copy is a source
};

/// By entry; empty for all that are not `unsupported`, and where only a pronoun speaks. Empty as well where the target
/// says that it is copy of the same agency: a later take quotes more. English only. O(documents).
[[nodiscard]] std::vector<QuotationCredit> quotation_credits(const AnalysisInput& input, const SpeechTexts& texts,
                                                             const std::vector<Change>& quotations);

}  // namespace storydiff
