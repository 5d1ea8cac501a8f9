#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "command.hpp"
#include "message.hpp"
#include "output.hpp"
#include "plugin_command.hpp"
#include "plugin_kit/rule_examples.hpp"
#include "plugin_kit/run_cases.hpp"
#include "plugin_kit/test_report.hpp"
#include "plugin_request.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "terminal_style.hpp"

namespace storydiff::cli {
namespace {

namespace fs = std::filesystem;

struct TestArguments {
  fs::path folder;
  fs::path built;
  bool update = false;
  PluginRequest plugins;
  std::string json;
  std::string color = "auto";
};

/// The plugin to test, as built.
Result<PluginManifest> plugin_of(const TestArguments& arguments) {
  Result<PluginManifest> plugin = read_plugin_folder(arguments.built.empty() ? arguments.folder : arguments.built);
  if (!plugin || is_built(*plugin)) return plugin;
  return not_built(*plugin, arguments.folder, "say with --built where it lies");
}

int status_of(const TestReport& report) {
  const auto any = [&](CaseStatus status) {
    return std::any_of(report.cases.begin(), report.cases.end(),
                       [&](const CaseResult& result) { return result.status == status; });
  };
  if (any(CaseStatus::kBroken)) return kTrouble;
  const bool examples_hold = std::all_of(report.examples.begin(), report.examples.end(),
                                         [](const ExampleResult& result) { return result.message.empty(); });
  return any(CaseStatus::kFailed) || !examples_hold ? kDifference : kNoDifference;
}

int run(const TestArguments& arguments) {
  if (arguments.folder.empty()) return trouble("plugin test needs a DIR (see 'storydiff plugin test --help')");
  const Result<PluginManifest> plugin = plugin_of(arguments);
  if (!plugin) return trouble(plugin.error());
  const std::vector<fs::path> folders = case_folders(arguments.folder);
  if (folders.empty())
    return trouble("plugin '" + plugin->id + "' has no cases: put a text into " +
                   (arguments.folder / "cases" / "NAME" / "input.txt").string() + " and run this with --update");

  TestReport report{*plugin, {}, {}};
  const PluginCatalogue catalogue = find_plugins({}).with(*plugin);
  const Result<PluginPolicy> policy = plugin_policy(arguments.plugins, catalogue);
  if (!policy) return trouble(policy.error());
  if (plugin->kind == PluginKind::kRules) {
    const auto normalizer = catalogue.load(plugin->id, "{}", *policy);
    if (!normalizer) return trouble(normalizer.error());
    auto examples = run_examples(*normalizer, plugin->folder / plugin->rules);
    if (!examples) return trouble(examples.error());
    report.examples = *std::move(examples);
  }
  for (const fs::path& folder : folders)
    report.cases.push_back(run_case(catalogue, *policy, plugin->id, folder, arguments.update));

  Status written = Success{};
  if (arguments.json != "-") written = write_stdout(render_test_report(report, stdout_style(arguments.color)));
  if (written && !arguments.json.empty()) written = write_json(arguments.json, test_report_json(report));
  return written ? status_of(report) : trouble(written.error());
}

}  // namespace

Command plugin_test_command(CLI::App& group) {
  CLI::App* app = group.add_subcommand("test", "Run the golden cases of a plugin");
  auto arguments = std::make_shared<TestArguments>();
  app->add_option("folder", arguments->folder, "The plugin's folder: plugin.json and cases/")->type_name("DIR");
  app->add_flag("--update", arguments->update, "Take what the plugin does now for what is expected");
  app->add_option("--built", arguments->built, "Where the built plugin lies, if not in DIR or DIR/build/plugins/ID")
      ->type_name("DIR");
  add_plugin_timeout_flag(*app, arguments->plugins);
  app->add_option("--json", arguments->json, "Write the results as JSON; '-' is standard output, instead of the text")
      ->type_name("FILE");
  add_color_flag(*app, arguments->color);
  app->footer(
      "A case is a folder cases/NAME with input.txt, expected.json and, where it needs them, options.json,\n"
      "counterpart.txt and metadata.json. Of a plugin of rules the examples are tried as well.\n\n"
      "Exit status: 0 all as expected, 1 something is not, 2 trouble.\n\n"
      "Examples:\n"
      "  storydiff plugin test ap-slugs\n"
      "  storydiff plugin test ap-slugs --update");
  return {app, [arguments] { return run(*arguments); }};
}

}  // namespace storydiff::cli
