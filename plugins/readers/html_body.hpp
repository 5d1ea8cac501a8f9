/// \file html_body.hpp
/// Which part of a page is the body of its article.
#pragma once

#include <cstdint>
#include <vector>

#include "readers/html_blocks.hpp"
#include "readers/html_tree.hpp"

namespace storydiff::readers {

/// What the search knows of a page. All borrowed.
struct BodyClues {
  const HtmlTree& tree;
  const std::vector<Block>& blocks;
  const NodeSums& weight;                    ///< running text, but for what is surely none of the story
  const std::vector<std::uint32_t>& bodies;  ///< elements that the markup calls an article's body, ascending
};

/// Ranges of nodes, ascending; the whole page where nothing tells. O(page).
[[nodiscard]] std::vector<Span> find_body(const BodyClues& clues);

}  // namespace storydiff::readers
