/// \file names.hpp
/// Compares the names of people, places and organizations of the target with those of its sources.
#pragma once

#include <vector>

#include "storydiff/analysis.hpp"
#include "storydiff/change.hpp"

namespace storydiff {

/// Every place where the target's story has a name, in file order: `same`, `variant` (the same name in
/// another form), `changed` (another name in its place) or `unsupported` (in no source). `to` is the
/// target's name, `from` the source's. With several sources the best answer counts. Near linear.
[[nodiscard]] std::vector<Change> compare_names(const AnalysisInput& input);

}  // namespace storydiff
