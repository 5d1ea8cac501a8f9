#include <md4c.h>

#include <algorithm>
#include <functional>
#include <string_view>

#include "readers/entities.hpp"
#include "readers/html_attributes.hpp"
#include "readers/readers.hpp"

namespace storydiff::readers {
namespace {

constexpr Part kHeadline{Part::Fate::kFurniture, "headline", "first-heading"};
constexpr Part kCrosshead{Part::Fate::kStory, "crosshead", "heading"};
constexpr Part kImage{Part::Fate::kFurniture, "caption", "image"};

/// What md4c tells, as it tells it. Its text points into the file, or at constants of its own.
class MarkdownStory {
 public:
  MarkdownStory(std::string_view raw, StoryText& story) : raw_(raw), story_(story) {}

  void enter_block(MD_BLOCKTYPE type, void* detail) {
    story_.break_paragraph();
    if (type == MD_BLOCK_H) {
      const bool first = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level == 1 && !headline_;
      heading_ = first ? kHeadline : kCrosshead;
      headline_ = headline_ || first;
    }
    if (type == MD_BLOCK_P || type == MD_BLOCK_CODE) headline_ = true;  // a headline stands above the text
  }
  void leave_block(MD_BLOCKTYPE type) {
    story_.break_paragraph();
    if (type == MD_BLOCK_H) heading_ = {};
  }
  void enter_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) ++images_;
  }
  void leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) --images_;
  }

  void text(MD_TEXTTYPE type, const char* begin, std::size_t size) {
    story_.set(images_ > 0 ? kImage : heading_);
    if (type == MD_TEXT_BR) return story_.break_paragraph();
    if (type == MD_TEXT_HTML) return;
    const std::less_equal<const char*> at_most;
    const bool in_file = at_most(raw_.data(), begin) && at_most(begin + size, raw_.data() + raw_.size());
    if (!in_file) {  // the end of a line
      story_.stands_for({at_, at_}, " ");
      return;
    }
    const auto place = static_cast<std::size_t>(begin - raw_.data());
    if (place < at_) {
      trusted_ = false;
      return;
    }
    at_ = place + size;
    if (type == MD_TEXT_ENTITY) {
      story_.text_with_entities({place, at_});
    } else {
      story_.text({place, at_});
    }
  }

  [[nodiscard]] bool trusted() const { return trusted_; }
  void begin_at(std::size_t place) { at_ = place; }

 private:
  std::string_view raw_;
  StoryText& story_;
  Part heading_;
  bool headline_ = false;
  int images_ = 0;
  std::size_t at_ = 0;
  bool trusted_ = true;
};

MarkdownStory& story_of(void* user) { return *static_cast<MarkdownStory*>(user); }

/// The role of a line of front matter, or null.
const char* role_of(std::string_view key) {
  if (equal_ignoring_case(key, "title") || equal_ignoring_case(key, "headline")) return "headline";
  if (equal_ignoring_case(key, "author") || equal_ignoring_case(key, "byline")) return "byline";
  if (equal_ignoring_case(key, "date")) return "publication-date";
  if (equal_ignoring_case(key, "description") || equal_ignoring_case(key, "summary")) return "standfirst";
  return nullptr;
}

/// Facts between two lines of "---" (YAML) or "+++" (TOML) at the top. Gives where the text begins.
std::size_t front_matter(std::string_view raw, StoryText& story) {
  if (!raw.starts_with("---\n") && !raw.starts_with("+++\n") && !raw.starts_with("---\r\n") &&
      !raw.starts_with("+++\r\n"))
    return 0;
  const std::string_view fence = raw.substr(0, 3);
  const char sign = fence[0] == '-' ? ':' : '=';
  const auto line_end = [&](std::size_t at) { return std::min(raw.find('\n', at), raw.size()); };
  // First the end: without one these lines are the story.
  std::size_t close = std::string_view::npos;
  for (std::size_t at = line_end(0) + 1; at < raw.size(); at = line_end(at) + 1) {
    std::string_view line = raw.substr(at, line_end(at) - at);
    while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
    if (line != fence) continue;
    close = at;
    break;
  }
  if (close == std::string_view::npos) return 0;
  for (std::size_t at = line_end(0) + 1; at < close; at = line_end(at) + 1) {
    const std::size_t end = line_end(at);
    const std::size_t mark = raw.substr(0, end).find(sign, at);
    if (mark == std::string_view::npos) continue;
    std::string_view key = raw.substr(at, mark - at);
    while (!key.empty() && is_space(key.back())) key.remove_suffix(1);
    const char* role = role_of(key);
    if (role == nullptr) continue;
    Span value{mark + 1, end};
    const auto outer = [](char c) { return is_space(c) || c == '"' || c == '\''; };
    while (!value.empty() && outer(raw[value.begin])) ++value.begin;
    while (!value.empty() && outer(raw[value.end - 1])) --value.end;
    story.break_paragraph();
    story.set({Part::Fate::kFurniture, role, "front-matter"});
    if (!value.empty()) story.text(value);
  }
  story.break_paragraph();
  return line_end(close);
}

}  // namespace

Reading read_markdown(std::string_view raw, const ReaderOptions& options) {
  StoryText story(raw, options);
  const std::size_t begin = front_matter(raw, story);
  MarkdownStory markdown(raw, story);
  markdown.begin_at(begin);

  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    story_of(user).enter_block(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
    story_of(user).leave_block(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* user) {
    story_of(user).enter_span(type);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
    story_of(user).leave_span(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    story_of(user).text(type, text, size);
    return 0;
  };
  const std::string_view text = raw.substr(begin);
  if (md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &markdown) != 0)
    return {{}, "this Markdown can not be read: its parser ran out of memory"};
  if (!markdown.trusted()) return {{}, "the places of this Markdown's text are not certain"};
  return {story.finish(), ""};
}

}  // namespace storydiff::readers
