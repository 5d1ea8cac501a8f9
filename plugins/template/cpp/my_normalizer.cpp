// Drops the paragraphs that only point to other stories: "Read more: ..." and "Related: ...".
#include <storydiff/plugin.hpp>
#include <string_view>

namespace {

namespace sd = storydiff::plugin;

class MyNormalizer : public sd::Normalizer {
 public:
  // The same facts as in plugin.json.
  static constexpr sd::Info kInfo{.id = "my-normalizer",
                                  .name = "My normalizer",
                                  .version = "1.0.0",
                                  .vendor = "Example",
                                  .licence = "MIT",
                                  .summary = "Drops links to other stories.",
                                  .languages = "en",
                                  .roles = "related-link",
                                  .flags = STORYDIFF_IDEMPOTENT | STORYDIFF_THREAD_SAFE};

  MyNormalizer(std::string_view /*options_json*/, const sd::Host& /*host*/) {}

  // Called once for each text. Propose edits; the text itself never changes under you.
  void normalize(const sd::View& view, sd::Sink& sink) override {
    for (const sd::Span& paragraph : view.paragraphs()) {
      const std::string_view text = view.text(paragraph);
      if (text.starts_with("Read more:") || text.starts_with("Related:")) {
        sink.drop(paragraph, "related-link", "opening-words");
      }
    }
  }
};

}  // namespace

STORYDIFF_EXPORT_PLUGIN(MyNormalizer)
