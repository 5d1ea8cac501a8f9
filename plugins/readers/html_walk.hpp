/// \file html_walk.hpp
/// Goes through a tree in reading order, in and out of its elements, without recursion.
#pragma once

#include <cstdint>
#include <vector>

#include "readers/html_tree.hpp"

namespace storydiff::readers {

/// `enter(node)` for each element, false: nothing within it is visited and it is not left either; `leave(node)`;
/// `text(node)`. The root is neither entered nor left. O(nodes).
template <class Enter, class Leave, class Text>
void walk(const HtmlTree& tree, Enter enter, Leave leave, Text text) {
  const auto size = static_cast<std::uint32_t>(tree.nodes.size());
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 1; i < size;) {
    while (!open.empty() && tree.nodes[open.back()].end <= i) {
      leave(open.back());
      open.pop_back();
    }
    const HtmlNode& node = tree.nodes[i];
    if (node.tag == Tag::kText) {
      text(i++);
    } else if (enter(i)) {
      open.push_back(i++);
    } else {
      i = node.end;
    }
  }
  for (; !open.empty(); open.pop_back()) leave(open.back());
}

}  // namespace storydiff::readers
