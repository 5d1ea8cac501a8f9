#include <algorithm>
#include <nlohmann/json.hpp>
#include <storydiff/plugin.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace sd = storydiff::plugin;

class WithOptions : public sd::Normalizer {
 public:
  static constexpr sd::Info kInfo{.id = "with-options",
                                  .name = "With options",
                                  .version = "1.0.0",
                                  .vendor = "Example",
                                  .licence = "MIT",
                                  .summary = "Drops paragraphs that begin with given words.",
                                  .roles = "related",
                                  .options_schema = R"({"type": "object", "properties": {
      "openings": {"type": "array", "items": {"type": "string"}, "default": ["Read more:"]}}})",
                                  .flags = STORYDIFF_IDEMPOTENT | STORYDIFF_THREAD_SAFE};

  // The options have been checked against the manifest's schema. Defaults are for you to fill in.
  WithOptions(std::string_view options_json, const sd::Host& /*host*/) {
    const auto options = nlohmann::json::parse(options_json);
    openings_ = options.value("openings", std::vector<std::string>{"Read more:"});
  }

  void normalize(const sd::View& view, sd::Sink& sink) override {
    for (const sd::Span& paragraph : view.paragraphs()) {
      const auto opens = [&](const std::string& words) { return view.text(paragraph).starts_with(words); };
      if (std::any_of(openings_.begin(), openings_.end(), opens)) {
        sink.drop(paragraph, "related", "opening-words");
      }
    }
  }

 private:
  std::vector<std::string> openings_;
};

}  // namespace

STORYDIFF_EXPORT_PLUGIN(WithOptions)
