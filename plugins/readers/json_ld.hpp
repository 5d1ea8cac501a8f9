/// \file json_ld.hpp
/// The text of its article that a page gives in its metadata (JSON-LD, schema.org's `articleBody`): a hint only, for
/// the story itself is read from what is shown.
#pragma once

#include <cstdint>
#include <unordered_set>

#include "readers/html_blocks.hpp"
#include "readers/html_tree.hpp"

namespace storydiff::readers {

/// Runs of four words of a text.
class TextHint {
 public:
  void add(std::string_view text);
  [[nodiscard]] bool empty() const { return runs_.empty(); }
  /// Whether most of the block's runs of words are in the hint. O(block).
  [[nodiscard]] bool has(const HtmlTree& tree, const Block& block) const;

 private:
  std::unordered_set<std::uint64_t> runs_;
};

/// O(page).
[[nodiscard]] TextHint read_json_ld(const HtmlTree& tree);

}  // namespace storydiff::readers
