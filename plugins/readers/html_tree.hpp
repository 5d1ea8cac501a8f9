/// \file html_tree.hpp
/// A page as a tree of elements and runs of text, each with its place in the raw file.
///
/// Reads what browsers read: unclosed paragraphs, list items and table cells, end tags of nothing, references,
/// comments, a file that ends anywhere. It differs from the HTML standard where that costs time without end: misnested
/// formatting is not rebuilt, and nothing is moved out of a table, so each byte stands once and where it stands in the
/// file. One pass, O(bytes) in time and memory whatever the nesting; no recursion.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readers/html_tags.hpp"
#include "readers/span.hpp"

namespace storydiff::readers {

struct HtmlNode {
  Tag tag = Tag::kText;
  std::uint32_t parent = 0;
  std::uint32_t end = 0;  ///< one past its last descendant; nodes stand in reading order
  Span span;              ///< its start tag, or its text
  Span close;             ///< its end tag; empty where there is none
};

struct HtmlTree {
  std::string_view source;      ///< borrowed
  std::vector<HtmlNode> nodes;  ///< the first is the root

  [[nodiscard]] std::string_view text(std::uint32_t node) const { return slice(source, nodes[node].span); }
};

/// Reads `source` from byte `begin` on.
[[nodiscard]] HtmlTree read_html(std::string_view source, std::size_t begin = 0);

/// The value of an attribute of a start tag as it stands there, references and all; empty where there is none.
/// `name` in small letters. O(start tag).
[[nodiscard]] std::string_view attribute(std::string_view start_tag, std::string_view name);
/// Whether the attribute is there, with or without a value.
[[nodiscard]] bool has_attribute(std::string_view start_tag, std::string_view name);
/// Calls `use(name, value)` for each attribute of a start tag.
template <class Use>
void for_each_attribute(std::string_view start_tag, Use use);

/// The name of the element whose start tag this is, as it is written.
[[nodiscard]] std::string_view tag_name(std::string_view start_tag);

}  // namespace storydiff::readers

#include "readers/html_attributes.hpp"
