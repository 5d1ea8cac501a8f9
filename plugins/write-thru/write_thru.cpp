// The plugin: one mark for each fact of the header. It changes no text.
#include <algorithm>
#include <cstddef>
#include <storydiff/plugin.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "header_facts.hpp"

namespace storydiff::write_thru {
namespace {

class WriteThru : public plugin::Normalizer {
 public:
  static constexpr plugin::Info kInfo{
      .id = "write-thru",
      .name = "Write-thru",
      .version = "1.0.0",
      .vendor = "storydiff",
      .licence = "MIT",
      .summary = "Reads slug, take and dateline lines into the document's metadata.",
      .languages = "en",
      .roles =
          "meta.agency meta.category meta.date meta.location meta.slug meta.take meta.urgency meta.version meta.words",
      .flags = STORYDIFF_IDEMPOTENT | STORYDIFF_THREAD_SAFE};

  WriteThru(std::string_view /*options_json*/, const plugin::Host& /*host*/) {}

  void normalize(const plugin::View& view, plugin::Sink& sink) override {
    std::vector<Range> paragraphs;
    paragraphs.reserve(view.paragraphs().size());
    for (const plugin::Span span : view.paragraphs())
      paragraphs.push_back({static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.end)});
    for (const Fact& fact : read_header(view.text(), paragraphs)) {
      const std::string role = "meta." + fact.key + (fact.value.empty() ? "" : "=" + fact.value);
      const auto there = [&](const storydiff_mark& mark) {
        return mark.span.begin == fact.span.begin && mark.span.end == fact.span.end && mark.role == role;
      };
      const auto marks = view.marks();
      if (std::none_of(marks.begin(), marks.end(), there)) sink.mark({fact.span.begin, fact.span.end}, role, fact.rule);
    }
  }
};

}  // namespace

STORYDIFF_EXPORT_PLUGIN(WriteThru)

}  // namespace storydiff::write_thru
