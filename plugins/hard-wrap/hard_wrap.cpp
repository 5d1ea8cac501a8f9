// The plugin: each join as a replacement.
#include <cstddef>
#include <storydiff/plugin.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "unwrap.hpp"

namespace storydiff::hard_wrap {
namespace {

class HardWrap : public plugin::Normalizer {
 public:
  static constexpr plugin::Info kInfo{.id = "hard-wrap",
                                      .name = "Hard wrap",
                                      .version = "1.0.0",
                                      .vendor = "storydiff",
                                      .licence = "MIT",
                                      .summary = "Unwraps lines and joins words that a line end parted.",
                                      .flags = STORYDIFF_IDEMPOTENT | STORYDIFF_THREAD_SAFE};

  HardWrap(std::string_view /*options_json*/, const plugin::Host& /*host*/) {}

  void normalize(const plugin::View& view, plugin::Sink& sink) override {
    std::vector<Range> paragraphs;
    paragraphs.reserve(view.paragraphs().size());
    for (const plugin::Span span : view.paragraphs())
      paragraphs.push_back({static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.end)});
    for (const Join& join : find_joins(view.text(), paragraphs))
      sink.replace({join.span.begin, join.span.end}, join.text, std::string(join.rule));
  }
};

}  // namespace

STORYDIFF_EXPORT_PLUGIN(HardWrap)

}  // namespace storydiff::hard_wrap
