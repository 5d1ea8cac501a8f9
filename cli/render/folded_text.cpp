#include "render/folded_text.hpp"

#include <algorithm>
#include <utility>

#include "terminal_text.hpp"

namespace storydiff::cli {

FoldedText::FoldedText(const TerminalStyle& style, std::string first_indent, std::string indent)
    : style_(style), first_indent_(std::move(first_indent)), indent_(std::move(indent)) {}

void FoldedText::add(std::string_view text, Ink ink) {
  const std::string line = visible_line(text);
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == ' ') {
      parted_ = true;
      ++at;
      continue;
    }
    const std::size_t end = std::min(line.find(' ', at), line.size());
    if (parted_) words_.emplace_back();
    parted_ = false;
    std::string part = line.substr(at, end - at);
    words_.back().width += display_width(part);
    words_.back().runs.push_back({std::move(part), ink});
    at = end;
  }
}

void FoldedText::space() { parted_ = true; }

std::string FoldedText::finish() const {
  std::string out;
  for (const Line& line : lines()) out += line.text + "\n";
  return out;
}

std::vector<FoldedText::Line> FoldedText::lines() const {
  std::vector<Line> out{{first_indent_, display_width(first_indent_)}};
  const std::size_t indent_width = display_width(indent_);
  bool line_is_empty = true;
  const auto new_line = [&] {
    out.push_back({indent_, indent_width});
    line_is_empty = true;
  };
  for (const Word& word : words_) {
    if (!line_is_empty && out.back().width + 1 + word.width > style_.width) new_line();
    if (!line_is_empty) {
      out.back().text += ' ';
      ++out.back().width;
    }
    for (const Run& run : word.runs) {
      // A word that is longer than a line is cut where the line ends.
      for (std::string_view rest = run.text; !rest.empty();) {
        const std::size_t column = out.back().width;
        const std::size_t room = style_.width > column ? style_.width - column : 0;
        if (room == 0 && !line_is_empty) {
          new_line();
          continue;
        }
        const std::string_view part = rest.substr(0, fitting_bytes(rest, std::max<std::size_t>(room, 1)));
        const std::size_t width = display_width(part);
        if (width > room && !line_is_empty) {
          new_line();
          continue;
        }
        out.back().text += paint(part, run.ink, style_);
        out.back().width += width;
        line_is_empty = false;
        rest.remove_prefix(part.size());
      }
    }
  }
  return out;
}

}  // namespace storydiff::cli
