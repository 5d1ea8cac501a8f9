// Drops the paragraphs that only point to other stories: "From our archive: ..." and "In our podcast: ...".
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
                                  .roles = "related",
                                  .flags = STORYDIFF_IDEMPOTENT | STORYDIFF_THREAD_SAFE};

  MyNormalizer(std::string_view /*options_json*/, const sd::Host& /*host*/) {}

  // Called once for each text. Propose edits; the text itself never changes under you.
  void normalize(const sd::View& view, sd::Sink& sink) override {
    for (const sd::Span& paragraph : view.paragraphs()) {
      const std::string_view text = view.text(paragraph);
      if (text.starts_with("From our archive:") || text.starts_with("In our podcast:")) {
        sink.drop(paragraph, "related", "opening-words");
      }
    }
  }
};

}  // namespace

STORYDIFF_EXPORT_PLUGIN(MyNormalizer)
