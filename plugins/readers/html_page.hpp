/// \file html_page.hpp
/// Where on a page the story is, and what the rest of its visible text is.
///
/// In this order: what the markup calls the body of an article (`itemprop="articleBody"`), what the page's JSON-LD says
/// is its text, `article`, `main`, and at last where the running text stands most densely. What stands between the
/// headline and a body found by density alone belongs to it.
#pragma once

#include <cstdint>
#include <vector>

#include "readers/html_tree.hpp"
#include "readers/story_text.hpp"

namespace storydiff::readers {

/// For one node what its text is, unless a node within says otherwise.
struct PageRole {
  std::uint32_t node = 0;
  Part part;
  bool hidden = false;  ///< never shown: markup, and no text of the page at all
};

struct HtmlPage {
  std::vector<Span> story;      ///< ranges of nodes, ascending; all else is the page around the story
  std::vector<PageRole> roles;  ///< ascending by node
};

/// `whole`: all of it is the story, as in the `body_html` of a feed; roles are found all the same. O(page).
[[nodiscard]] HtmlPage read_page(const HtmlTree& tree, bool whole);

/// Lays the page out: what is the story goes to `story`, in paragraphs.
void write_page(const HtmlTree& tree, const HtmlPage& page, StoryText& story);

}  // namespace storydiff::readers
