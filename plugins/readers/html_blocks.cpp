#include "readers/html_blocks.hpp"

#include <algorithm>

#include "readers/html_walk.hpp"

namespace storydiff::readers {

std::vector<Block> find_blocks(const HtmlTree& tree, const std::vector<bool>& hidden) {
  std::vector<Block> blocks;
  std::vector<std::uint32_t> containers{0};
  bool fresh = true;
  std::uint32_t links = 0;
  const auto enter = [&](std::uint32_t node) {
    if (hidden[node]) return false;
    const Tag tag = tree.nodes[node].tag;
    if (is_block(tag)) {
      fresh = true;
      containers.push_back(node);
    } else if (tag == Tag::kA) {
      ++links;
    }
    return true;
  };
  const auto leave = [&](std::uint32_t node) {
    const Tag tag = tree.nodes[node].tag;
    if (is_block(tag)) {
      fresh = true;
      containers.pop_back();
    } else if (tag == Tag::kA) {
      --links;
    }
  };
  const auto text = [&](std::uint32_t node) {
    const std::string_view words = tree.text(node);
    const auto spaces = std::count_if(words.begin(), words.end(), is_space);
    const auto bytes = static_cast<std::uint32_t>(words.size() - static_cast<std::size_t>(spaces));
    if (bytes == 0) return;
    if (fresh) blocks.push_back({node, node, containers.back(), 0, 0});
    fresh = false;
    Block& block = blocks.back();
    block.last = node;
    block.bytes += bytes;
    if (links > 0) block.linked += bytes;
  };
  walk(tree, enter, leave, text);
  return blocks;
}

}  // namespace storydiff::readers
