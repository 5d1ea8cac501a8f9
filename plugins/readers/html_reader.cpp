#include <utility>

#include "readers/html_page.hpp"
#include "readers/readers.hpp"

namespace storydiff::readers {

Reading read_html_story(std::string_view raw, const ReaderOptions& options) {
  const HtmlTree tree = read_html(raw);
  StoryText story(raw, options);
  write_page(tree, read_page(tree, false), story);
  return {story.finish(), ""};
}

void write_html(std::string_view raw, Span span, StoryText& story) {
  const HtmlTree tree = read_html(raw.substr(0, span.end), span.begin);
  write_page(tree, read_page(tree, true), story);
}

std::string text_after(std::string_view raw, const std::vector<Edit>& edits) {
  std::string out;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    if (edit.action == Edit::Action::kMark) continue;
    out.append(raw, at, edit.span.begin - at);
    out += edit.replacement;
    at = edit.span.end;
  }
  return out.append(raw, at);
}

}  // namespace storydiff::readers
