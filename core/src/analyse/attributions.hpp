/// \file attributions.hpp
/// Compares who is said to have said it, and with what verb between linked sentences.
#pragma once

#include <vector>

#include "storydiff/analysis.hpp"
#include "storydiff/change.hpp"

namespace storydiff {

/// Changes only, in text order of the target. Spans are those of the sentences.
[[nodiscard]] std::vector<Change> compare_attributions(const AnalysisInput& input);

}  // namespace storydiff
