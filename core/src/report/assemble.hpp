/// \file assemble.hpp
/// The last station of the corridor: from the results of all stages to one `Report`.
#pragma once

#include "storydiff/alignment.hpp"
#include "storydiff/analysis.hpp"
#include "storydiff/report.hpp"

namespace storydiff {

/// Builds the report. `input.documents`, `normalized` and `segments` are parallel, the sources first
/// and the target last (at least one document); `alignment` is what `analysis` was made from.
///
/// Stages count sentences in normalized order; the report counts them in file order, and gives the
/// normalized place as `position`. Everything is copied, nothing borrowed. Never fails.
/// O(text + pieces log pieces + links).
[[nodiscard]] Report assemble_report(const AnalysisInput& input, const AlignmentSet& alignment,
                                     const Analysis& analysis, const ReportOptions& options);

}  // namespace storydiff
