#include "readers/html_tags.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

namespace storydiff::readers {
namespace {

constexpr TagFacts line(std::string_view name, Tag tag) { return {name, tag, false, false, false, false}; }
constexpr TagFacts block(std::string_view name, Tag tag) { return {name, tag, true, false, false, true}; }
constexpr TagFacts empty(std::string_view name, Tag tag, bool breaks) {
  return {name, tag, breaks, true, false, false};
}
constexpr TagFacts raw(std::string_view name, Tag tag) { return {name, tag, false, false, true, true}; }

// After the HTML standard, sections 13.1.2 (void and raw text elements), 13.2.4.2 (special ones) and 15.3 (which are
// blocks). In the order of their names.
constexpr std::array kTags = {
    line("a", Tag::kA),
    block("address", Tag::kAddress),
    empty("area", Tag::kOtherVoid, false),
    block("article", Tag::kArticle),
    block("aside", Tag::kAside),
    line("audio", Tag::kSkip),
    empty("base", Tag::kOtherVoid, false),
    block("blockquote", Tag::kBlockquote),
    block("body", Tag::kBody),
    empty("br", Tag::kBr, true),
    line("button", Tag::kWidget),
    line("canvas", Tag::kSkip),
    block("caption", Tag::kTablePart),
    block("center", Tag::kOtherBlock),
    empty("col", Tag::kOtherVoid, false),
    block("colgroup", Tag::kOtherBlock),
    block("dd", Tag::kDd),
    block("details", Tag::kOtherBlock),
    line("dialog", Tag::kWidget),
    block("dir", Tag::kList),
    block("div", Tag::kDiv),
    block("dl", Tag::kList),
    block("dt", Tag::kDt),
    empty("embed", Tag::kOtherVoid, false),
    block("fieldset", Tag::kOtherBlock),
    block("figcaption", Tag::kFigcaption),
    block("figure", Tag::kFigure),
    block("footer", Tag::kFooter),
    block("form", Tag::kOtherBlock),
    empty("frame", Tag::kOtherVoid, false),
    block("h1", Tag::kH1),
    block("h2", Tag::kH2),
    block("h3", Tag::kHeading),
    block("h4", Tag::kHeading),
    block("h5", Tag::kHeading),
    block("h6", Tag::kHeading),
    line("head", Tag::kSkip),
    block("header", Tag::kHeader),
    block("hgroup", Tag::kHeader),
    empty("hr", Tag::kBr, true),
    block("html", Tag::kHtml),
    raw("iframe", Tag::kSkip),
    empty("img", Tag::kOtherVoid, false),
    empty("input", Tag::kOtherVoid, false),
    empty("keygen", Tag::kOtherVoid, false),
    block("legend", Tag::kOtherBlock),
    block("li", Tag::kLi),
    empty("link", Tag::kOtherVoid, false),
    block("main", Tag::kMain),
    line("map", Tag::kSkip),
    block("menu", Tag::kList),
    empty("meta", Tag::kMeta, false),
    block("nav", Tag::kNav),
    raw("noembed", Tag::kSkip),
    raw("noframes", Tag::kSkip),
    line("noscript", Tag::kSkip),
    line("object", Tag::kSkip),
    block("ol", Tag::kList),
    line("option", Tag::kOption),
    block("p", Tag::kP),
    empty("param", Tag::kOtherVoid, false),
    block("pre", Tag::kPre),
    line("q", Tag::kQ),
    raw("script", Tag::kScript),
    block("section", Tag::kSection),
    line("select", Tag::kWidget),
    empty("source", Tag::kOtherVoid, false),
    raw("style", Tag::kSkip),
    block("summary", Tag::kOtherBlock),
    line("svg", Tag::kSkip),
    block("table", Tag::kTable),
    block("tbody", Tag::kTablePart),
    block("td", Tag::kTd),
    line("template", Tag::kSkip),
    raw("textarea", Tag::kSkip),
    block("tfoot", Tag::kTablePart),
    block("th", Tag::kTd),
    block("thead", Tag::kTablePart),
    line("time", Tag::kTime),
    raw("title", Tag::kTitle),
    block("tr", Tag::kTr),
    empty("track", Tag::kOtherVoid, false),
    block("ul", Tag::kList),
    line("video", Tag::kSkip),
    empty("wbr", Tag::kOtherVoid, false),
    raw("xmp", Tag::kSkip),
};
static_assert(std::is_sorted(kTags.begin(), kTags.end(),
                             [](const TagFacts& a, const TagFacts& b) { return a.name < b.name; }));

constexpr TagFacts kUnknown = line("", Tag::kOther);
constexpr std::size_t kLongestName = 10;

constexpr std::array<bool, kTagCount> blocks() {
  std::array<bool, kTagCount> result{};
  for (const TagFacts& facts : kTags)
    if (facts.block) result[static_cast<std::size_t>(facts.tag)] = true;
  return result;
}
constexpr std::array<bool, kTagCount> kBlocks = blocks();

}  // namespace

const TagFacts& tag_facts(std::string_view name) {
  if (name.empty() || name.size() > kLongestName) return kUnknown;
  char lower[kLongestName];
  std::transform(name.begin(), name.end(), lower,
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const std::string_view key(lower, name.size());
  const auto found = std::lower_bound(kTags.begin(), kTags.end(), key,
                                      [](const TagFacts& facts, std::string_view k) { return facts.name < k; });
  return found != kTags.end() && found->name == key ? *found : kUnknown;
}

bool is_block(Tag tag) { return kBlocks[static_cast<std::size_t>(tag)]; }

}  // namespace storydiff::readers
