// The plugin: reads the options, and proposes each fold as a replacement.
#include <nlohmann/json.hpp>
#include <storydiff/plugin.hpp>
#include <string>
#include <string_view>

#include "fold.hpp"

namespace storydiff::typography {
namespace {

class Typography : public plugin::Normalizer {
 public:
  static constexpr plugin::Info kInfo{
      .id = "typography",
      .name = "Typography",
      .version = "1.0.0",
      .vendor = "storydiff",
      .licence = "MIT",
      .summary = "Folds quotation marks, dashes, spaces, ligatures and composed accents in the text itself.",
      .options_schema = R"({"type":"object","additionalProperties":false,"properties":{)"
                        R"("quotes":{"type":"boolean","default":true},"dashes":{"type":"boolean","default":true},)"
                        R"("spaces":{"type":"boolean","default":true},"ligatures":{"type":"boolean","default":true},)"
                        R"("accents":{"type":"boolean","default":true}}})",
      .flags = STORYDIFF_IDEMPOTENT | STORYDIFF_THREAD_SAFE};

  Typography(std::string_view options_json, const plugin::Host& /*host*/) {
    const nlohmann::json options = nlohmann::json::parse(options_json);
    choice_.quotes = options.value("quotes", true);
    choice_.dashes = options.value("dashes", true);
    choice_.spaces = options.value("spaces", true);
    choice_.ligatures = options.value("ligatures", true);
    choice_.accents = options.value("accents", true);
  }

  void normalize(const plugin::View& view, plugin::Sink& sink) override {
    for (const Replacement& replacement : fold(view.text(), choice_))
      sink.replace({replacement.begin, replacement.end}, replacement.text, std::string(replacement.rule));
  }

 private:
  Choice choice_;
};

}  // namespace

STORYDIFF_EXPORT_PLUGIN(Typography)

}  // namespace storydiff::typography
