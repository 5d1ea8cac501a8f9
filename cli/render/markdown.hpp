/// \file markdown.hpp
/// A report for issues and mail: short, and readable before it is rendered.
#pragma once

#include <string>
#include <string_view>

#include "storydiff/report.hpp"

namespace storydiff::cli {

/// Verdict, a table of words, findings, links that changed or moved with their word changes (`<del>`, `<ins>`),
/// new and left out sentences, furniture that differs. What is verbatim is only counted. GitHub Flavored
/// Markdown that means the same in CommonMark, but for the table and the two elements.
[[nodiscard]] std::string render_markdown(const Report& report);

/// `text` on one line, so that no character of it is markup, a mention or an element; control characters as
/// escapes like `\x1b`. `begins_line`: it stands where a list, a heading or a quotation could begin.
[[nodiscard]] std::string markdown_text(std::string_view text, bool begins_line = false);

}  // namespace storydiff::cli
