/// \file moves.hpp
/// From an order of paragraphs to the fewest moves that make it, and the rule each is reported by.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "arrange.hpp"

namespace storydiff::paragraph_order {

/// An order with, for each paragraph (by its place in the file), the rule that explains its place.
/// An empty order proposes nothing.
struct Plan {
  Order order;
  std::vector<std::string_view> rules;  ///< of static storage
};

/// The arguments of the plugin ABI's `move`.
struct Move {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  std::uint32_t before = 0;  ///< a paragraph that no move takes away, or the number of paragraphs
  std::string_view rule;
  friend bool operator==(const Move&, const Move&) = default;
};

/// A longest run of paragraphs whose order already is right stays; the others move. Neighbours that
/// stay neighbours move together, under the rule of the first: it decided where they stand.
/// Moves to one place come in the order in which they are to be made. O(n log n).
[[nodiscard]] std::vector<Move> moves_for(const Plan& plan);

}  // namespace storydiff::paragraph_order
