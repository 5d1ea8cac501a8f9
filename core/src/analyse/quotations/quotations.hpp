/// \file quotations.hpp
/// Compares quotations between linked sentences.
#pragma once

#include <vector>

#include "storydiff/analysis.hpp"
#include "storydiff/change.hpp"

namespace storydiff {

/// Every quotation of the target with what became of it, in text order, then each source quotation that the
/// target reports without marks (`made-indirect`).
[[nodiscard]] std::vector<Change> compare_quotations(const AnalysisInput& input);

}  // namespace storydiff
