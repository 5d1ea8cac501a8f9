/// \file html_classes.hpp
/// What the attributes of an element say about the text in it, by words that pages of all houses share.
#pragma once

#include <string_view>

#include "readers/html_tree.hpp"
#include "readers/story_text.hpp"

namespace storydiff::readers {

struct ElementHint {
  Part part;  ///< meant where `any`
  bool any = false;
  bool never = false;   ///< an element that is never shown, such as script
  bool hidden = false;  ///< not shown, an attribute says
  bool body = false;    ///< says that it is the body of an article
  bool sure = false;    ///< said by semantics and not by the name of a class
};

/// Reads element `node`. O(start tag).
[[nodiscard]] ElementHint element_hint(const HtmlTree& tree, std::uint32_t node);

}  // namespace storydiff::readers
