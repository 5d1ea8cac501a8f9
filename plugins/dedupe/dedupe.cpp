// The plugin: pull quotes are dropped, other repeats are marked, or dropped where that was asked for.
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <set>
#include <storydiff/plugin.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "repeats.hpp"

namespace storydiff::dedupe {
namespace {

class Dedupe : public plugin::Normalizer {
 public:
  static constexpr plugin::Info kInfo{
      .id = "dedupe",
      .name = "Dedupe",
      .version = "1.0.0",
      .vendor = "storydiff",
      .licence = "MIT",
      .summary = "Drops pull quotes and marks repeated paragraphs.",
      .roles = "pull-quote repeat",
      .options_schema =
          R"({"type":"object","additionalProperties":false,"properties":{"repeats":{"type":"string",)"
          R"("enum":["mark","drop"],"default":"mark","description":"What is done with paragraphs that stood before."}}})",
      .flags = STORYDIFF_IDEMPOTENT | STORYDIFF_THREAD_SAFE};

  Dedupe(std::string_view options_json, const plugin::Host& /*host*/)
      : drop_(nlohmann::json::parse(options_json).value("repeats", "mark") == "drop") {}

  void normalize(const plugin::View& view, plugin::Sink& sink) override {
    const std::string_view text = view.text();
    std::vector<Range> paragraphs;
    paragraphs.reserve(view.paragraphs().size());
    for (const plugin::Span span : view.paragraphs())
      paragraphs.push_back({static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.end)});
    // A second run finds its own marks.
    std::set<std::pair<std::uint64_t, std::string>> marked;
    for (const storydiff_mark& mark : view.marks())
      if (std::string_view(mark.role) == "repeat") marked.emplace(mark.span.begin, mark.rule);
    const auto mark = [&](Range range, const std::string& rule) {
      if (!marked.contains({range.begin, rule})) sink.mark({range.begin, range.end}, "repeat", rule);
    };
    for (const Repeat& repeat : find_repeats(text, paragraphs)) {
      const Range& range = paragraphs[repeat.paragraph];
      switch (repeat.kind) {
        case Kind::kPullQuote:
          sink.drop(with_line_end(text, range), "pull-quote", "quotation-set-apart");
          break;
        case Kind::kDisplay:
          sink.drop(with_line_end(text, range), "pull-quote", "line-set-apart");
          break;
        case Kind::kSentences:
          mark(range, "repeated-sentences");
          break;
        case Kind::kParagraph:
          if (drop_)
            sink.drop(with_line_end(text, range), "repeat", "repeated-paragraph");
          else
            mark(range, "repeated-paragraph");
          break;
      }
    }
  }

 private:
  /// The paragraph and its line break, so that no empty line stays behind it.
  static plugin::Span with_line_end(std::string_view text, Range range) {
    std::size_t end = range.end;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t' || text[end] == '\r')) ++end;
    if (end < text.size() && text[end] == '\n') return {range.begin, end + 1};
    return {range.begin, range.end};
  }

  bool drop_;
};

}  // namespace

STORYDIFF_EXPORT_PLUGIN(Dedupe)

}  // namespace storydiff::dedupe
