#include <algorithm>

#include "readers/readers.hpp"

namespace storydiff::readers {
namespace {

// A line that was wrapped by hand or by a program is about this long, in bytes.
constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kWidest = 130;

struct Shape {
  bool blank_lines = false;  ///< paragraphs are set apart by them
  bool wrapped = false;      ///< and most lines within them are of one width
};

Shape shape_of(std::string_view text) {
  Shape shape;
  std::size_t single = 0;
  std::size_t full = 0;
  bool blank = true;  // the line that ended last
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const bool empty = std::all_of(line.begin(), line.end(), is_space);
    if (empty && !blank) shape.blank_lines = true;
    if (!empty && end + 1 < text.size() && text[end + 1] != '\n' && text[end + 1] != '\r') {
      ++single;
      if (line.size() >= kNarrowest && line.size() <= kWidest) ++full;
    }
    blank = empty;
    begin = end + 1;
  }
  shape.wrapped = shape.blank_lines && single > 0 && 3 * full >= 2 * single;
  return shape;
}

}  // namespace

void write_plain(std::string_view raw, Span span, StoryText& story, bool entities) {
  const Shape shape = shape_of(slice(raw, span));
  const auto write = [&](Span words) {
    if (entities)
      story.text_with_entities(words);
    else
      story.text(words);
  };
  bool blank = true;
  for (std::size_t begin = span.begin; begin < span.end;) {
    const std::size_t end = std::min(raw.substr(0, span.end).find('\n', begin), span.end);
    const std::string_view line = slice(raw, {begin, end});
    const bool empty = std::all_of(line.begin(), line.end(), is_space);
    if (empty || blank || !shape.wrapped) story.break_paragraph();
    write({begin, std::min(end + 1, span.end)});
    blank = empty;
    begin = end + 1;
  }
  story.break_paragraph();
}

}  // namespace storydiff::readers
