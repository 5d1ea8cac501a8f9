/// \file html_blocks.hpp
/// The paragraphs of a page and how much running text each is: what the search for the story weighs.
#pragma once

#include <cstdint>
#include <vector>

#include "readers/html_tree.hpp"

namespace storydiff::readers {

/// Text without an end of paragraph in it.
struct Block {
  std::uint32_t first = 0;      ///< its first node of text
  std::uint32_t last = 0;       ///< its last one
  std::uint32_t container = 0;  ///< the innermost block element around the first
  std::uint32_t bytes = 0;      ///< without white space
  std::uint32_t linked = 0;     ///< those of them that are links
  /// Long enough for a sentence and no list of links.
  [[nodiscard]] bool running() const { return bytes >= 60 && 2 * linked < bytes; }
};

/// The blocks with any text, in reading order. `hidden[node]`: nothing of this element is shown. O(page).
[[nodiscard]] std::vector<Block> find_blocks(const HtmlTree& tree, const std::vector<bool>& hidden);

/// Sums over ranges of nodes in O(1).
class NodeSums {
 public:
  explicit NodeSums(std::size_t nodes) : until_(nodes + 1, 0) {}
  void add(std::uint32_t node, std::uint64_t value) { until_[node + 1] += value; }
  /// Call once, after the last `add`.
  void close() {
    for (std::size_t i = 1; i < until_.size(); ++i) until_[i] += until_[i - 1];
  }
  [[nodiscard]] std::uint64_t of(std::size_t begin, std::size_t end) const {
    return end > begin ? until_[end] - until_[begin] : 0;
  }
  [[nodiscard]] std::uint64_t all() const { return until_.back(); }

 private:
  std::vector<std::uint64_t> until_;
};

}  // namespace storydiff::readers
