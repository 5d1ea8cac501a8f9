/// \file lead_first.hpp
/// The strategy `lead-first`: the lede of a shuffled file goes first, the rest into story order.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "cues.hpp"
#include "moves.hpp"

namespace storydiff::paragraph_order {

/// Above so many paragraphs only the lede is moved: the cues cost the square of their number.
inline constexpr std::size_t kMostParagraphs = 200;

/// An order for the file, or an empty plan where `find_misplaced_lede` finds nothing. Where the
/// other paragraphs show no disorder of their own, only the lede moves. Headlines and the like
/// before the story stay there; those behind it go to the end when the rest is put in order.
[[nodiscard]] Plan plan_lead_first(const std::vector<std::string_view>& paragraphs,
                                   const std::vector<std::uint32_t>& lede_marks, const Weights& weights = {});

}  // namespace storydiff::paragraph_order
