// The plugin that runs the rules of others: the host gives it the folder of a plugin's rules as its own.
#include <filesystem>
#include <storydiff/plugin.hpp>
#include <system_error>

#include "engine/furniture_plugin.hpp"

namespace rules_engine {
namespace {

namespace plugin = storydiff::plugin;
namespace rules = storydiff::rules;

std::string rules_of(const plugin::Host& host) {
  std::error_code ignored;
  if (std::filesystem::exists(host.folder() + "/plugin.json", ignored))
    throw plugin::Failure("it runs the rules of other plugins and has none itself: ask for one of those");
  return host.folder();
}

class RulesEngine : public rules::FurniturePlugin {
 public:
  static constexpr plugin::Info kInfo{.id = "rules-engine",
                                      .name = "Rules engine",
                                      .version = "1.0.0",
                                      .vendor = "storydiff",
                                      .licence = "MIT",
                                      .summary = "Runs the plugins that consist of rules; has no rules itself.",
                                      .options_schema = rules::kOptionsSchema,
                                      .flags = STORYDIFF_IDEMPOTENT | STORYDIFF_THREAD_SAFE};

  RulesEngine(std::string_view options_json, const plugin::Host& host)
      : FurniturePlugin(options_json, rules_of(host)) {}
};

}  // namespace

STORYDIFF_EXPORT_PLUGIN(RulesEngine)

}  // namespace rules_engine
