/// \file furniture.hpp
/// Compares what normalizers dropped, apart from the story text.
#pragma once

#include <span>
#include <vector>

#include "storydiff/analysis.hpp"
#include "storydiff/normalized_document.hpp"

namespace storydiff {

/// Pairs the dropped spans of each source with those of the target, role by role: equal texts first,
/// then in file order. What stands in the target only is told once, whatever the number of sources.
[[nodiscard]] std::vector<FurnitureChange> compare_furniture(std::span<const NormalizedDocument> sources,
                                                             const NormalizedDocument& target);

}  // namespace storydiff
