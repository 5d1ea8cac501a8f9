/// \file furniture_findings.hpp
/// What of the furniture a person should look at: corrections, credits, datelines, bylines.
#pragma once

#include <vector>

#include "storydiff/analysis.hpp"
#include "storydiff/change.hpp"

namespace storydiff {

/// Appends findings, at most one of a rule for each source; nothing for a source that no alignment links.
/// None is an alert, for furniture tells of the text, not of its story. Linear in the furniture.
///
/// | rule               | severity | what                                                                |
/// | ------------------ | -------- | ------------------------------------------------------------------- |
/// | correction-dropped | review   | the source says that it was corrected, the target does not          |
/// | correction-changed | info     | both carry a notice, with other words                               |
/// | correction-added   | info     | only the target carries one                                         |
/// | credit-missing     | review   | the target names no agency that the source's furniture credits      |
/// | byline-changed     | review   | another name stands over a text that is wholly derived (else info)  |
/// | dateline-place     | review   | another place over a wholly derived text of another house (else info) |
/// | dateline-date      | info     | another day                                                         |
void furniture_findings(const AnalysisInput& input, const std::vector<FurnitureChange>& changes, const Summary& summary,
                        std::vector<Finding>& out);

}  // namespace storydiff
