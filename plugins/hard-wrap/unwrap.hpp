/// \file unwrap.hpp
/// Which line breaks of a text only wrap prose.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace storydiff::hard_wrap {

/// Bytes [begin, end) of a text.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A line break with the white space around it, and a hyphen that it parted a word with.
struct Join {
  Range span;
  std::string_view text;  ///< what stands there instead: " ", "" or "-"
  std::string_view rule;  ///< "unwrap", "join-word", "join-compound"
};

/// Ascending. `paragraphs` in text order: only breaks within one are looked at. A break goes when the text is wrapped
/// at a column of 56 to 90, the line above reaches so far that the next word had no room, both lines are prose (no
/// bullet, no table, no verse, no line of capitals), and the lower one is not indented. O(text).
[[nodiscard]] std::vector<Join> find_joins(std::string_view text, std::span<const Range> paragraphs);

}  // namespace storydiff::hard_wrap
