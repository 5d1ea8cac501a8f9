#include <CLI/Option.hpp>
#include <algorithm>
#include <cstdlib>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "command.hpp"
#include "comparison.hpp"
#include "config_request.hpp"
#include "find_option.hpp"
#include "message.hpp"
#include "output.hpp"
#include "plugin_choice.hpp"
#include "terminal_text.hpp"

namespace storydiff::cli {
namespace {

using Json = nlohmann::ordered_json;

struct ShowArguments {
  ConfigRequest config;
  PluginRequest plugins;
  ResourceRequest resources;
  std::string language = "auto";
  ReadOptions reading;
  std::string fail_on;
  std::string color = "auto";
  unsigned jobs = 0;
  std::string json;
};

/// One line of what is shown.
struct Shown {
  std::string key;
  Json value;
  Origin origin;
};

const Origin kBuiltIn{"", "built in"};

Json value_of(const CLI::Option& option, KeyKind kind) {
  if (kind == KeyKind::kSwitch) return option.count() > 0;
  if (option.count() == 0) {
    const std::string text = option.get_default_str();
    return text.empty() ? Json(nullptr) : Json(text);
  }
  return kind == KeyKind::kUserIds ? Json(option.results()) : Json(option.results().back());
}

/// The flags that are not about plugins, by name.
std::vector<Shown> shown_flags(const CLI::App& app, const FlagOrigins& origins) {
  std::vector<Shown> lines;
  for (const ConfigKey& key : config_keys()) {
    if (key.setting == "plugins" || key.kind == KeyKind::kUserFolders) continue;
    const CLI::Option* option = find_option(app, "--" + std::string(key.name));
    if (option == nullptr) continue;
    const auto origin = origins.find(std::string(key.name));
    lines.push_back(
        {std::string(key.name), value_of(*option, key.kind), origin == origins.end() ? kBuiltIn : origin->second});
  }
  return lines;
}

/// Where plugins are looked for, first to last.
std::vector<Shown> shown_folders(const ShowArguments& arguments, const Configuration& configuration) {
  std::vector<Shown> lines;
  const auto named_by = [&](const std::string& folder) -> Origin {
    for (const ConfigSection& layer : configuration.layers)
      for (const ConfigValue& value : layer.values)
        if (value.key->name == "plugin-path" &&
            std::find(value.values.begin(), value.values.end(), folder) != value.values.end())
          return value.origin;
    return {"", "command line"};
  };
  const std::filesystem::path installed = installed_plugin_folder();
  const auto all = plugin_search_folders(arguments.plugins.folders, installed);
  const char* listed = std::getenv("STORYDIFF_PLUGIN_PATH");
  const std::string environment = ":" + std::string(listed == nullptr ? "" : listed) + ":";
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string folder = all[i].string();
    Origin origin = kBuiltIn;
    if (i < arguments.plugins.folders.size())
      origin = named_by(folder);
    else if (environment.find(":" + folder + ":") != std::string::npos)
      origin = {"", "environment STORYDIFF_PLUGIN_PATH"};
    lines.push_back({"plugin-path", folder, origin});
  }
  return lines;
}

Json origin_json(const Origin& origin) {
  return {{"file", origin.file.empty() ? Json(nullptr) : Json(origin.file)}, {"key", origin.key}};
}

Json shown_json(const std::vector<Shown>& lines) {
  Json list = Json::array();
  for (const Shown& line : lines)
    list.push_back({{"key", line.key}, {"value", line.value}, {"origin", origin_json(line.origin)}});
  return list;
}

Json places_json(const Configuration& configuration) {
  const auto place = [](const std::filesystem::path& path, bool read) -> Json {
    if (path.empty()) return nullptr;
    return {{"path", path.string()}, {"read", read}};
  };
  return {{"user", place(configuration.places.user, configuration.user_read)},
          {"project", place(configuration.places.project, configuration.project_read)}};
}

std::string json_text(const Configuration& configuration, const std::vector<Shown>& flags,
                      const std::vector<Shown>& folders, const std::vector<ChosenPlugin>& plugins) {
  Json result = Json::object();
  result["files"] = places_json(configuration);
  result["profile"] = configuration.profile.empty() ? Json(nullptr)
                                                    : Json{{"name", configuration.profile},
                                                           {"origin", origin_json(configuration.profile_origin)}};
  result["flags"] = shown_json(flags);
  result["plugin_folders"] = shown_json(folders);
  result["plugins"] = Json::array();
  for (const ChosenPlugin& plugin : plugins) {
    std::vector<Shown> options;
    for (const auto& [key, option] : plugin.options)
      options.push_back({key, Json::parse(option.json, nullptr, false), option.origin});
    result["plugins"].push_back(
        {{"id", plugin.id}, {"origin", origin_json(plugin.origin)}, {"options", shown_json(options)}});
  }
  return result.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// "key = value    (origin)", as it would stand in a file.
std::string text_line(const std::string& indent, const std::string& key, const Json& value, const Origin& origin) {
  std::string left = indent + key + " = ";
  left += value.is_null() ? "-" : value.dump(-1, ' ', false, Json::error_handler_t::replace);
  constexpr std::size_t kColumn = 40;
  const std::size_t width = display_width(visible_line(left));
  left.append(width < kColumn ? kColumn - width : 1, ' ');
  return visible_line(left + " (" + origin.text() + ")") + "\n";
}

std::string file_line(const std::string& name, const std::filesystem::path& path, bool read) {
  if (path.empty()) return name + ": none\n";
  std::error_code ignored;
  const std::string state = read ? "" : std::filesystem::exists(path, ignored) ? " (not read)" : " (not there)";
  return visible_line(name + ": " + path.string() + state) + "\n";
}

std::string files_text(const Configuration& configuration) {
  return file_line("user file", configuration.places.user, configuration.user_read) +
         file_line("project file", configuration.places.project, configuration.project_read);
}

std::string text(const Configuration& configuration, const std::vector<Shown>& flags, const std::vector<Shown>& folders,
                 const std::vector<ChosenPlugin>& plugins) {
  std::string out = files_text(configuration);
  out +=
      configuration.profile.empty()
          ? "profile: none\n"
          : visible_line("profile: " + configuration.profile + " (" + configuration.profile_origin.text() + ")") + "\n";
  out += "\n";
  for (const Shown& line : flags) out += text_line("", line.key, line.value, line.origin);
  for (const Shown& line : folders) out += text_line("", line.key, line.value, line.origin);
  out += "\nplugins, in the order in which they run:\n";
  if (plugins.empty()) out += "  none\n";
  for (const ChosenPlugin& plugin : plugins) {
    out += visible_line("  " + plugin.id + " (" + plugin.origin.text() + ")") + "\n";
    for (const auto& [key, option] : plugin.options)
      out += text_line("      ", key, Json::parse(option.json, nullptr, false), option.origin);
  }
  return out;
}

int show(CLI::App& app, ShowArguments& arguments) {
  const Result<Configuration> configuration = load_configuration(arguments.config);
  if (!configuration) return trouble(configuration.error());
  const Result<FlagOrigins> origins = apply_configuration(*configuration, app, &arguments.plugins);
  if (!origins) return trouble(origins.error());
  const PluginCatalogue catalogue = find_plugins(arguments.plugins.folders);
  const Result<std::vector<ChosenPlugin>> plugins = choose_plugins(arguments.plugins, catalogue);
  if (!plugins) return trouble(plugins.error());

  const std::vector<Shown> flags = shown_flags(app, *origins);
  const std::vector<Shown> folders = shown_folders(arguments, *configuration);
  Status written = Success{};
  if (arguments.json != "-") written = write_stdout(text(*configuration, flags, folders, *plugins));
  if (written && !arguments.json.empty())
    written = write_json(arguments.json, json_text(*configuration, flags, folders, *plugins));
  return written ? 0 : trouble(written.error());
}

int path(const ConfigRequest& request) {
  Configuration configuration;
  configuration.places = config_places();
  const auto there = [&](const std::filesystem::path& file) {
    std::error_code ignored;
    return !request.none && !file.empty() && std::filesystem::exists(file, ignored);
  };
  configuration.user_read = there(configuration.places.user);
  configuration.project_read = there(configuration.places.project);
  const Status written = write_stdout(files_text(configuration));
  return written ? 0 : trouble(written.error());
}

}  // namespace

Command config_command(CLI::App& program) {
  CLI::App* group = program.add_subcommand("config", "Show the configuration, and where its files are");
  auto arguments = std::make_shared<ShowArguments>();
  CLI::App* app = group->add_subcommand("show", "Show every value, and where it comes from");
  add_plugin_flags(*app, arguments->plugins);
  add_resource_flags(*app, arguments->resources);
  add_language_flag(*app, arguments->language);
  add_reading_flags(*app, arguments->reading);
  add_fail_on_flag(*app, arguments->fail_on);
  add_jobs_flag(*app, arguments->jobs);
  add_color_flag(*app, arguments->color);
  add_config_flags(*app, arguments->config);
  app->add_option("--json", arguments->json, "Write it as JSON; '-' is standard output, instead of the text")
      ->type_name("FILE");
  app->footer(
      "Takes the flags of the other commands, to show what they would do with them. A key of a\n"
      "configuration file is a flag without its dashes; options of a plugin stand in [options.ID],\n"
      "profiles in [profiles.NAME].\n\n"
      "Examples:\n"
      "  storydiff config show\n"
      "  storydiff config show --profile web --language de\n"
      "  storydiff config show --json - | jq .plugins");
  CLI::App* paths = group->add_subcommand("path", "Print where the configuration files are");
  group->footer(
      "Examples:\n"
      "  storydiff config show\n"
      "  storydiff config path");
  const auto run = [app, paths, arguments] {
    if (app->parsed()) return show(*app, *arguments);
    if (paths->parsed()) return path(arguments->config);
    return trouble("config needs a command: 'storydiff config show' or 'storydiff config path'");
  };
  return {.arguments = group, .run = run, .reads_configuration = true};
}

}  // namespace storydiff::cli
