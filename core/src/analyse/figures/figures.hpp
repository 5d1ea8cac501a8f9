/// \file figures.hpp
/// Compares figures between linked sentences.
#pragma once

#include <vector>

#include "storydiff/analysis.hpp"
#include "storydiff/change.hpp"

namespace storydiff {

/// Every figure of the target, in text order, with its counterpart where a linked source sentence has one.
[[nodiscard]] std::vector<Change> compare_figures(const AnalysisInput& input);

}  // namespace storydiff
