/// \file assemble.hpp
/// The last station of the corridor: from the results of all stages to one `Report`.
#pragma once

#include <cstdint>
#include <vector>

#include "storydiff/alignment.hpp"
#include "storydiff/analysis.hpp"
#include "storydiff/explanation.hpp"
#include "storydiff/report.hpp"

namespace storydiff {

/// Builds the report. `input.documents`, `normalized` and `segments` are parallel, the sources first
/// and the target last (at least one document); `alignment` is what `analysis` was made from.
///
/// Stages count sentences in normalized order; the report counts them in file order, and gives the
/// normalized place as `position`; `explanations` come with normalized numbers as well. Of the input everything is
/// copied, nothing borrowed. Never fails. O(text + pieces log pieces + links).
[[nodiscard]] Report assemble_report(const AnalysisInput& input, AlignmentSet alignment, Analysis analysis,
                                     const ReportOptions& options, std::vector<Explanation> explanations);

/// The normalized numbers of a document's sentences, in the order of the file: what the report numbers by.
[[nodiscard]] std::vector<std::uint32_t> sentences_by_file(const Segments& segments);

}  // namespace storydiff
