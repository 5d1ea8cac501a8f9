/// \file header_facts.hpp
/// What the slug, take and dateline lines above a story say, and where.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace storydiff::write_thru {

/// Bytes [begin, end) of a text.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const Range&, const Range&) = default;
};

/// One fact. `value` is empty where the words themselves are it.
struct Fact {
  Range span;
  std::string key;    ///< "agency", "slug", "take", "version", "urgency", "category", "location", "date", "words"
  std::string value;  ///< dates as 2026-08-06 or --08-06, takes as a number, versions as a kind
  std::string rule;   ///< which form of line it was read from
};

/// Reads the head of `text`: at most 20 lines, down to the first paragraph of the story and its dateline. Where the
/// head has no dateline, the one paragraph of a shuffled text that begins with an agency's is taken. Each key comes
/// once, by its first line; facts ascend by place. `paragraphs` in text order, within the text. O(head + paragraphs).
[[nodiscard]] std::vector<Fact> read_header(std::string_view text, std::span<const Range> paragraphs);

}  // namespace storydiff::write_thru
