/// \file closest_source.hpp
/// Weighs how well each source fits the target, sentence by sentence.
#pragma once

#include <optional>
#include <vector>

#include "analyse/source_fits.hpp"
#include "storydiff/analysis.hpp"
#include "storydiff/closest_source.hpp"

namespace storydiff {

/// Nothing with one source. `analysis` has its figures, names and quotations already. Near linear in tokens, times the
/// square of the number of sources.
[[nodiscard]] std::optional<ClosestSource> closest_source(const AnalysisInput& input, const Analysis& analysis);

/// The verdict alone. `sources`: how many there are, at least two; sentences in text order.
[[nodiscard]] ClosestSource judge_fits(std::size_t sources, const std::vector<FittedSentence>& sentences);

}  // namespace storydiff
