#include <algorithm>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <system_error>
#include <vector>

#include "command.hpp"
#include "message.hpp"
#include "output.hpp"
#include "plugin_command.hpp"
#include "render/folded_text.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "terminal_text.hpp"

namespace storydiff::cli {
namespace {

using Json = nlohmann::ordered_json;

struct ListArguments {
  std::vector<std::filesystem::path> folders;
  std::string json;
  std::string color = "auto";
};

std::string list_json(const PluginCatalogue& catalogue) {
  Json result = Json::object();
  result["plugins"] = Json::array();
  for (const PluginManifest& plugin : catalogue.plugins())
    result["plugins"].push_back({{"id", plugin.id},
                                 {"name", plugin.name},
                                 {"version", plugin.version},
                                 {"vendor", plugin.vendor},
                                 {"licence", plugin.licence},
                                 {"summary", plugin.summary},
                                 {"languages", plugin.languages},
                                 {"roles", plugin.roles},
                                 {"default_order", plugin.default_order},
                                 {"folder", plugin.folder.string()}});
  result["problems"] = Json::array();
  for (const PluginProblem& problem : catalogue.problems())
    result["problems"].push_back({{"path", problem.path.string()},
                                  {"id", problem.id.empty() ? Json(nullptr) : Json(problem.id)},
                                  {"message", problem.message}});
  return result.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string list_text(const PluginCatalogue& catalogue, const TerminalStyle& style) {
  if (catalogue.plugins().empty()) return "no plugins found\n";
  std::string out;
  const std::vector<const PluginManifest*> defaults = catalogue.default_profile();
  for (const PluginManifest& plugin : catalogue.plugins()) {
    const auto place = std::find(defaults.begin(), defaults.end(), &plugin);
    FoldedText title(style, "", "    ");
    title.add(plugin.id + " " + plugin.version + " ", Ink::kHeading);
    title.add(place == defaults.end()
                  ? "(only when asked for)"
                  : "(runs by default, place " + std::to_string(place - defaults.begin() + 1) + ")");
    FoldedText body(style, "    ", "    ");
    body.add(plugin.summary);
    FoldedText folder(style, "    ", "    ");
    folder.add(plugin.folder.string(), Ink::kQuiet);
    out += title.finish() + body.finish() + folder.finish();
  }
  return out;
}

int run(const ListArguments& arguments) {
  const PluginCatalogue catalogue = find_plugins(arguments.folders);
  for (const PluginProblem& problem : catalogue.problems()) warn(problem.message);
  Status written = Success{};
  if (arguments.json != "-") written = write_stdout(list_text(catalogue, stdout_style(arguments.color)));
  if (written && !arguments.json.empty()) written = write_json(arguments.json, list_json(catalogue));
  return written ? 0 : trouble(written.error());
}

}  // namespace

bool is_built(const PluginManifest& plugin) {
  std::error_code ignored;
  return plugin.kind != PluginKind::kLibrary || std::filesystem::exists(plugin.folder / plugin.library, ignored);
}

Error not_built(const PluginManifest& plugin, const std::filesystem::path& folder, const std::string& or_else) {
  const std::string name = folder.string();
  return {ErrorCode::kNotFound, "plugin '" + plugin.id + "' is not built: there is no " + plugin.library + " in " +
                                    name + " nor in its build/plugins/" + plugin.id + ": run 'cmake -S " + name +
                                    " -B " + name + "/build && cmake --build " + name + "/build', or " + or_else};
}

Command plugin_list_command(CLI::App& group) {
  CLI::App* app = group.add_subcommand("list", "List the plugins that there are, without loading any code");
  auto arguments = std::make_shared<ListArguments>();
  app->add_option("--plugin-path", arguments->folders, "Look for plugins in this folder first")
      ->type_name("DIR")
      ->allow_extra_args(false);
  app->add_option("--json", arguments->json, "Write the list as JSON; '-' is standard output, instead of the text")
      ->type_name("FILE");
  add_color_flag(*app, arguments->color);
  app->footer(
      "Plugins are looked for in the folders of --plugin-path, in those of STORYDIFF_PLUGIN_PATH, in\n"
      "$XDG_DATA_HOME/storydiff/plugins and in the folder that storydiff was installed with.\n\n"
      "Examples:\n"
      "  storydiff plugin list\n"
      "  storydiff plugin list --plugin-path ~/my-plugins --json -");
  return {app, [arguments] { return run(*arguments); }};
}

Command plugin_command(CLI::App& program) {
  CLI::App* group = program.add_subcommand("plugin", "List, make, test and check plugins");
  group->footer(
      "Examples:\n"
      "  storydiff plugin list\n"
      "  storydiff plugin new ap-slugs\n"
      "  storydiff plugin test ap-slugs\n"
      "  storydiff plugin check ap-slugs");
  const std::vector<Command> commands{plugin_list_command(*group), plugin_new_command(*group),
                                      plugin_test_command(*group), plugin_check_command(*group),
                                      plugin_check_one_command(*group)};
  return {group, [commands] {
            for (const Command& command : commands)
              if (command.arguments->parsed()) return command.run();
            return trouble("plugin needs a command, such as 'storydiff plugin list' (see 'storydiff plugin --help')");
          }};
}

}  // namespace storydiff::cli
