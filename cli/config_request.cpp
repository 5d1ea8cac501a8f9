#include "config_request.hpp"

#include <CLI/Error.hpp>
#include <CLI/Option.hpp>
#include <algorithm>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "find_option.hpp"
#include "suggest.hpp"

namespace storydiff::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFileName = "storydiff.toml";

fs::path absolute_path_of(const char* variable) {
  const char* value = std::getenv(variable);
  const fs::path path = value == nullptr ? "" : value;
  // A relative one would mean another folder in every working directory.
  return path.is_absolute() ? path : fs::path();
}

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

bool same_file(const fs::path& a, const fs::path& b) {
  std::error_code ignored;
  return fs::equivalent(a, b, ignored);
}

fs::path project_file() {
  std::error_code ec;
  const fs::path start = fs::current_path(ec);
  if (ec) return {};
  fs::path home = fs::canonical(absolute_path_of("HOME"), ec);
  if (ec) home.clear();
  // Parents belong to the project only up to its root; in a place like /tmp they are anybody's.
  fs::path root = start;
  for (fs::path folder = start;; folder = folder.parent_path()) {
    if (folder == home || is_there(folder / ".git")) {
      root = folder;
      break;
    }
    if (folder == folder.parent_path()) break;
  }
  for (fs::path folder = start;; folder = folder.parent_path()) {
    if (is_there(folder / kFileName)) return folder / kFileName;
    if (folder == root) return {};
  }
}

/// The layers of one profile, and whether any file has it.
bool add_profile(const std::string& name, const std::vector<ConfigFile>& files, Configuration& configuration) {
  bool found = false;
  for (const ConfigFile& file : files) {
    const auto section = file.profiles.find(name);
    if (section == file.profiles.end()) continue;
    configuration.layers.push_back(section->second);
    found = true;
  }
  return found;
}

Error unknown_profile(const Configuration& configuration, const std::vector<ConfigFile>& files) {
  std::vector<std::string> names;
  for (const ConfigFile& file : files)
    for (const auto& [name, section] : file.profiles) names.push_back(name);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "; there are: " : ", ") + name;
  const std::string near = did_you_mean(configuration.profile, names);
  return {ErrorCode::kUsage, configuration.profile_origin.text() + ": there is no profile '" + configuration.profile +
                                 "' in the configuration" + (near.empty() ? list : near)};
}

bool adds_up(KeyKind kind) { return kind == KeyKind::kUserIds || kind == KeyKind::kUserFolders; }

/// "--color: purple not in {a,b}" without the flag.
std::string without_flag(const std::string& message, const std::string& flag) {
  return message.starts_with(flag + ": ") ? message.substr(flag.size() + 2) : message;
}

Status give(CLI::Option& option, const ConfigValue& value) {
  if (value.key->kind == KeyKind::kSwitch && value.values.front() == "false") return Success{};
  try {
    option.add_result(value.values);
    option.run_callback();
  } catch (const CLI::ParseError& error) {
    return Error{ErrorCode::kUsage, value.origin.text() + ": '" + value.values.front() +
                                        "' is not possible: " + without_flag(error.what(), option.get_name())};
  }
  return Success{};
}

PluginLayer plugin_layer(const ConfigSection& section) {
  PluginLayer layer;
  layer.options = section.options;
  for (const ConfigValue& value : section.values) {
    const PluginNames names{value.values, value.origin};
    if (value.key->name == "no-plugins") layer.no_defaults = value.values.front() == "true";
    if (value.key->name == "no-plugin") layer.without = names;
    if (value.key->name == "plugin") layer.plugins = names;
    if (value.key->name == "plugin-order") layer.order = names;
  }
  return layer;
}

}  // namespace

void add_config_flags(CLI::App& arguments, ConfigRequest& request) {
  CLI::Option* file = arguments.add_option("--config", request.file, "Use this file instead of the project's");
  file->type_name("FILE");
  arguments.add_option("--profile", request.profile, "Use this profile of the configuration")->type_name("NAME");
  arguments.add_flag("--no-config", request.none, "Leave all configuration files unread")->excludes(file);
}

ConfigPlaces config_places() {
  ConfigPlaces places;
  places.user = absolute_path_of("XDG_CONFIG_HOME");
  if (const fs::path home = absolute_path_of("HOME"); places.user.empty() && !home.empty())
    places.user = home / ".config";
  if (!places.user.empty()) places.user = places.user / "storydiff" / kFileName;
  places.project = project_file();
  return places;
}

Result<Configuration> load_configuration(const ConfigRequest& request) {
  Configuration configuration;
  configuration.places = config_places();
  if (!request.file.empty()) {
    if (!is_there(request.file)) return Error{ErrorCode::kNotFound, "--config: there is no file " + request.file};
    configuration.places.project = fs::absolute(request.file).lexically_normal();
  }
  std::vector<ConfigFile> files;
  const auto read = [&](const fs::path& path, ConfigTrust trust) -> Status {
    Result<ConfigFile> file = read_config_file(path, trust);
    if (!file) return file.error();
    files.push_back(std::move(*file));
    return Success{};
  };
  const ConfigPlaces& places = configuration.places;
  if (!request.none && !places.user.empty() && is_there(places.user)) {
    if (const Status status = read(places.user, ConfigTrust::kUser); !status) return status.error();
    configuration.user_read = true;
  }
  if (!request.none && !places.project.empty() && !same_file(places.user, places.project)) {
    if (const Status status = read(places.project, ConfigTrust::kProject); !status) return status.error();
    configuration.project_read = true;
  }

  for (const ConfigFile& file : files) {
    configuration.layers.push_back(file.plain);
    if (file.profile.empty()) continue;
    configuration.profile = file.profile;
    configuration.profile_origin = file.profile_origin;
  }
  if (!request.profile.empty()) {
    configuration.profile = request.profile;
    configuration.profile_origin = {"", "--profile"};
  }
  if (!configuration.profile.empty() && !add_profile(configuration.profile, files, configuration))
    return unknown_profile(configuration, files);
  return configuration;
}

Result<FlagOrigins> apply_configuration(const Configuration& configuration, CLI::App& command, PluginRequest* plugins) {
  FlagOrigins origins;
  std::map<std::string_view, bool> settled;  // settings that the command line or a later layer has
  for (const ConfigKey& key : config_keys()) {
    const CLI::Option* option = find_option(command, "--" + std::string(key.name));
    if (option == nullptr || option->count() == 0) continue;
    origins[std::string(key.name)] = {"", "command line"};
    settled[key.setting] = true;
  }
  for (auto layer = configuration.layers.rbegin(); layer != configuration.layers.rend(); ++layer) {
    for (const ConfigValue& value : layer->values) {
      if (value.key->kind == KeyKind::kPluginIds || value.key->setting == "plugins") continue;
      CLI::Option* option = find_option(command, "--" + std::string(value.key->name));
      if (option == nullptr) continue;
      if (!adds_up(value.key->kind) && std::exchange(settled[value.key->setting], true)) continue;
      if (const Status given = give(*option, value); !given) return given.error();
      origins.emplace(value.key->name, value.origin);
    }
  }
  if (plugins != nullptr)
    for (const ConfigSection& section : configuration.layers) plugins->layers.push_back(plugin_layer(section));
  return origins;
}

}  // namespace storydiff::cli
