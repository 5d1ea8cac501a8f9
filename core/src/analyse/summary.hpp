/// \file summary.hpp
/// How much of the target was derived, how, and whether its source is credited: the verdict's facts.
#pragma once

#include "storydiff/analysis.hpp"

namespace storydiff {

/// `edits` holds one list for each alignment of `input`.
[[nodiscard]] Summary summarize(const AnalysisInput& input, const std::vector<std::vector<WordEdit>>& edits,
                                const std::vector<Change>& quotations);

}  // namespace storydiff
