#include "readers/html_tree.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace storydiff::readers {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

/// Which elements a start tag closes when they are open, and behind which border it looks no further.
struct Implied {
  std::array<Tag, 3> closes;
  std::array<Tag, 3> border;
};

/// Whether this is the start tag of an element of that name. O(name), however long the tag's own name is.
bool begins_with_name(std::string_view start_tag, std::string_view name) {
  const std::string_view own = start_tag.substr(1, name.size());
  if (!std::equal(own.begin(), own.end(), name.begin(), name.end(),
                  [](char a, char b) { return (a | 0x20) == (b | 0x20); }))
    return false;
  const char next = start_tag[1 + name.size()];  // a start tag ends with ">"
  return is_space(next) || next == '/' || next == '>';
}

/// Grows the tree. For each tag it keeps where such elements stand among the open ones, so that no search walks them.
class Builder {
 public:
  explicit Builder(std::string_view source) {
    tree_.source = source;
    tree_.nodes.push_back({Tag::kRoot, 0, 0, {0, 0}, {0, 0}});
    open_.push_back(0);
  }

  void text(Span span) {
    if (span.empty()) return;
    HtmlNode& last = tree_.nodes.back();
    if (last.tag == Tag::kText && last.span.end == span.begin && last.parent == open_.back()) {
      last.span.end = span.end;
      return;
    }
    add(Tag::kText, span);
    tree_.nodes.back().end = size();
  }

  /// True where text up to the end tag follows.
  bool start(const TagFacts& facts, Span span, bool self_closing) {
    close_implied(facts);
    const std::uint32_t node = add(facts.tag, span);
    if (facts.empty || (self_closing && facts.tag == Tag::kOther)) {
      tree_.nodes[node].end = size();
      return false;
    }
    open(node, facts);
    return facts.raw;
  }

  void end(const TagFacts& facts, std::string_view name, Span span) {
    if (facts.empty) {
      if (facts.tag == Tag::kBr) start(facts, span, false);  // "</br>" breaks as well
      return;
    }
    const auto& places = places_[index(facts.tag)];
    if (places.empty()) {
      if (facts.tag == Tag::kP) start(tag_facts("br"), span, false);  // "</p>" alone is an empty paragraph
      return;
    }
    const std::size_t place = places.back();
    const std::vector<std::size_t>& borders = borders_of(facts);
    if (!borders.empty() && borders.back() > place) return;
    // Elements of one tag here may differ in name: "</h3>" closes a h4, but "</my-card>" no "<my-list>".
    if (facts.tag == Tag::kOther || facts.tag == Tag::kSkip || facts.tag == Tag::kWidget) {
      if (!begins_with_name(tree_.text(open_[place]), name)) return;
    }
    tree_.nodes[open_[place]].close = span;
    close_to(place);
  }

  HtmlTree finish() {
    close_to(0);
    return std::move(tree_);
  }

 private:
  static std::size_t index(Tag tag) { return static_cast<std::size_t>(tag); }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(tree_.nodes.size()); }

  /// Over which open elements an end tag can not reach.
  [[nodiscard]] const std::vector<std::size_t>& borders_of(const TagFacts& facts) const {
    const Tag tag = facts.tag;
    if (tag == Tag::kTd || tag == Tag::kTr || tag == Tag::kTablePart || tag == Tag::kTable)
      return places_[index(Tag::kTable)];
    return facts.block ? cells_ : specials_;
  }

  std::uint32_t add(Tag tag, Span span) {
    tree_.nodes.push_back({tag, open_.back(), 0, span, {span.end, span.end}});
    return size() - 1;
  }

  void open(std::uint32_t node, const TagFacts& facts) {
    const std::size_t place = open_.size();
    open_.push_back(node);
    places_[index(facts.tag)].push_back(place);
    if (facts.special) specials_.push_back(place);
    if (facts.tag == Tag::kTd || facts.tag == Tag::kTable || facts.tag == Tag::kTablePart) cells_.push_back(place);
  }

  /// Closes the open element at `place` and all within it.
  void close_to(std::size_t place) {
    while (open_.size() > place) {
      HtmlNode& node = tree_.nodes[open_.back()];
      node.end = size();
      open_.pop_back();
      auto& places = places_[index(node.tag)];
      if (!places.empty() && places.back() == open_.size()) places.pop_back();
      if (!specials_.empty() && specials_.back() == open_.size()) specials_.pop_back();
      if (!cells_.empty() && cells_.back() == open_.size()) cells_.pop_back();
    }
  }

  /// The innermost open element of these tags, or 0.
  template <std::size_t N>
  std::size_t innermost(const std::array<Tag, N>& tags) const {
    std::size_t place = 0;
    for (const Tag tag : tags)
      if (const auto& places = places_[index(tag)]; !places.empty()) place = std::max(place, places.back());
    return place;
  }

  void close_within(const Implied& implied) {
    const std::size_t place = innermost(implied.closes);
    if (place > innermost(implied.border)) close_to(place);
  }

  void close_implied(const TagFacts& facts) {
    const auto within = [&](std::array<Tag, 3> closes, std::array<Tag, 3> border) { close_within({closes, border}); };
    if (facts.block && !facts.empty) {
      within({Tag::kP, Tag::kP, Tag::kP}, {Tag::kTd, Tag::kTable, Tag::kFigure});
      close_head();
    }
    switch (facts.tag) {
      case Tag::kLi:
        return within({Tag::kLi, Tag::kLi, Tag::kLi}, {Tag::kList, Tag::kTd, Tag::kTable});
      case Tag::kDt:
      case Tag::kDd:
        return within({Tag::kDt, Tag::kDd, Tag::kDd}, {Tag::kList, Tag::kTd, Tag::kTable});
      case Tag::kTd:
        return within({Tag::kTd, Tag::kTd, Tag::kTd}, {Tag::kTr, Tag::kTable, Tag::kTable});
      case Tag::kTr:
        return within({Tag::kTr, Tag::kTr, Tag::kTr}, {Tag::kTable, Tag::kTable, Tag::kTable});
      case Tag::kTablePart:
        return within({Tag::kTablePart, Tag::kTablePart, Tag::kTablePart}, {Tag::kTable, Tag::kTable, Tag::kTable});
      case Tag::kA:
        return within({Tag::kA, Tag::kA, Tag::kA}, {Tag::kTd, Tag::kTable, Tag::kTable});
      case Tag::kOption:
        return within({Tag::kOption, Tag::kOption, Tag::kOption}, {Tag::kWidget, Tag::kTd, Tag::kTable});
      default:
        return;
    }
  }

  /// A head that was never closed ends where the page begins.
  void close_head() {
    const auto& skipped = places_[index(Tag::kSkip)];
    if (skipped.empty() || !equal_ignoring_case(tag_name(tree_.text(open_[skipped.front()])), "head")) return;
    close_to(skipped.front());
  }

  HtmlTree tree_;
  std::vector<std::uint32_t> open_;  ///< nodes, outermost first
  std::array<std::vector<std::size_t>, kTagCount> places_;
  std::vector<std::size_t> specials_;
  std::vector<std::size_t> cells_;
};

/// Where the text of a raw element ends: at its end tag, or with the file.
std::size_t raw_end(std::string_view source, std::size_t at, std::string_view name) {
  for (std::size_t i = at;; ++i) {
    i = source.find("</", i);
    if (i == kNowhere) return source.size();
    const std::string_view here = source.substr(i + 2, name.size());
    if (here.size() == name.size() &&
        std::equal(here.begin(), here.end(), name.begin(), [](char a, char b) { return (a | 0x20) == (b | 0x20); }))
      return i;
  }
}

/// Where a comment, a doctype or another declaration ends that begins at `source[at]`.
std::size_t declaration_end(std::string_view source, std::size_t at) {
  if (source.substr(at).starts_with("<!--")) {
    if (source.substr(at).starts_with("<!-->")) return at + 5;
    const std::size_t end = source.find("-->", at + 4);
    return end == kNowhere ? source.size() : end + 3;
  }
  const std::size_t end = source.find('>', at);
  return end == kNowhere ? source.size() : end + 1;
}

}  // namespace

HtmlTree read_html(std::string_view source, std::size_t begin) {
  Builder builder(source);
  const auto ignore = [](std::string_view, std::string_view) {};
  std::size_t i = begin;
  while (i < source.size()) {
    const std::size_t sign = std::min(source.find('<', i), source.size());
    builder.text({i, sign});
    if (sign == source.size()) break;
    const char next = sign + 1 < source.size() ? source[sign + 1] : ' ';
    const bool closes = next == '/';
    if (next == '!' || next == '?' || (closes && sign + 2 < source.size() && !is_letter(source[sign + 2]))) {
      i = declaration_end(source, sign);
      continue;
    }
    if (!is_letter(next) && !closes) {  // "5 < 6"
      builder.text({sign, sign + 1});
      i = sign + 1;
      continue;
    }
    const std::size_t name = name_end(source, sign);
    const std::size_t end = walk_attributes(source, name, ignore);
    if (end == kNowhere) break;  // the file ends within a tag
    const std::size_t first = sign + (closes ? 2 : 1);
    const std::string_view word = source.substr(first, name - first);
    const TagFacts& facts = tag_facts(word);
    i = end;
    if (closes) {
      builder.end(facts, word, {sign, end});
    } else if (builder.start(facts, {sign, end}, source[end - 2] == '/')) {
      i = raw_end(source, end, word);
      builder.text({end, i});
    }
  }
  return builder.finish();
}

std::string_view attribute(std::string_view start_tag, std::string_view name) {
  std::string_view found;
  bool any = false;
  for_each_attribute(start_tag, [&](std::string_view key, std::string_view value) {
    if (any || !equal_ignoring_case(key, name)) return;
    found = value;
    any = true;
  });
  return found;
}

bool has_attribute(std::string_view start_tag, std::string_view name) {
  bool found = false;
  for_each_attribute(start_tag,
                     [&](std::string_view key, std::string_view) { found = found || equal_ignoring_case(key, name); });
  return found;
}

std::string_view tag_name(std::string_view start_tag) { return start_tag.substr(1, name_end(start_tag, 0) - 1); }

}  // namespace storydiff::readers
