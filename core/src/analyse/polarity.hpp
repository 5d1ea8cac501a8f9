/// \file polarity.hpp
/// Compares negation and modality between linked sentences.
#pragma once

#include <vector>

#include "storydiff/analysis.hpp"
#include "storydiff/change.hpp"

namespace storydiff {

/// Changes only, in text order of the target. Spans are those of the sentences.
[[nodiscard]] std::vector<Change> compare_polarity(const AnalysisInput& input);

}  // namespace storydiff
