/// \file paragraph_moves.hpp
/// What a set of moves makes of the order of a text.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "storydiff/edit.hpp"
#include "storydiff/span.hpp"

namespace storydiff {

/// The new order as indices of the old one: paragraphs that stay keep their order; each move's
/// block goes before its paragraph, blocks for one place in the order of `edits`. Only the moves of
/// `edits` are read; they must be valid.
[[nodiscard]] std::vector<std::uint32_t> order_after_moves(std::size_t paragraph_count,
                                                           const std::vector<ProposedEdit>& edits);

/// The text `[0, text_size)` as spans of the old text in their new order: paragraphs permuted, each
/// white space between two paragraphs used exactly once. Neighbours that stay neighbours keep the
/// space between them; the other spaces go where they are needed, in order. Spans that continue each
/// other are joined, so without moves the result is one span.
[[nodiscard]] std::vector<Span> spans_in_order(Offset text_size, std::span<const Span> paragraphs,
                                               const std::vector<std::uint32_t>& order);

}  // namespace storydiff
