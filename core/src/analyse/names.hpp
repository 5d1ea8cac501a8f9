/// \file names.hpp
/// Compares names between linked sentences.
#pragma once

#include <vector>

#include "storydiff/analysis.hpp"
#include "storydiff/change.hpp"

namespace storydiff {

/// Names of people, places and organizations in the target, in text order, with their counterparts.
[[nodiscard]] std::vector<Change> compare_names(const AnalysisInput& input);

}  // namespace storydiff
