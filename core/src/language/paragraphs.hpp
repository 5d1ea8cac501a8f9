/// \file paragraphs.hpp
/// Where the paragraphs of a plain text are, whichever of the usual three ways it marks them.
///
/// - blank lines between paragraphs, one long line each;
/// - one paragraph a line, no blank lines;
/// - hard-wrapped lines, paragraphs set apart by blank lines or by an indented first line.
///
/// Used by the normalize stage (what plugins see as paragraphs) and by the report (the paragraphs
/// of the file as read), so that both mean the same thing by the word.
#pragma once

#include <string_view>
#include <vector>

#include "storydiff/span.hpp"

namespace storydiff {

/// Paragraphs in text order, without surrounding white space; none is empty. Whether a line break
/// within a block is soft is judged for each break: the text must look hard-wrapped as a whole, and
/// the next line's first word must not have had room on this one. Two passes, O(text).
[[nodiscard]] std::vector<Span> find_paragraphs(std::string_view text);

}  // namespace storydiff
