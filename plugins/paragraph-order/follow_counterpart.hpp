/// \file follow_counterpart.hpp
/// The strategy `follow-counterpart`: paragraphs in the order in which the other text tells them.
#pragma once

#include <string_view>
#include <vector>

#include "moves.hpp"

namespace storydiff::paragraph_order {

/// Each paragraph goes to the place of the sentence of the counterpart that it shares most rare
/// words and word pairs with. A paragraph that shares too little stays behind the one that precedes
/// it in the file. An empty plan where fewer than two paragraphs find a place. Linear in both texts,
/// up to the logarithm of the sort.
[[nodiscard]] Plan plan_follow_counterpart(const std::vector<std::string_view>& paragraphs,
                                           const std::vector<std::string_view>& counterpart);

}  // namespace storydiff::paragraph_order
