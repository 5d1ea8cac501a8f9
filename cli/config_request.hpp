/// \file config_request.hpp
/// Which configuration files a command obeys, and what they come to: command line over profile over
/// project file over user file over what is built in.
#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "config_file.hpp"
#include "plugin_request.hpp"
#include "storydiff/result.hpp"

namespace storydiff::cli {

/// What stands on the command line.
struct ConfigRequest {
  std::string file;     ///< instead of the project's file; empty: look for one
  std::string profile;  ///< empty: the one that a file names, if any
  bool none = false;    ///< no file at all
};

/// `--config`, `--no-config`, `--profile`; `request` must outlive the parsing.
void add_config_flags(CLI::App& arguments, ConfigRequest& request);

/// Where the files are.
struct ConfigPlaces {
  std::filesystem::path user;     ///< whether it is there or not; empty: there is no home
  std::filesystem::path project;  ///< empty: there is none
};

/// The user's: $XDG_CONFIG_HOME/storydiff/storydiff.toml, else ~/.config/storydiff/storydiff.toml. The
/// project's: storydiff.toml in the current folder; where that lies below the home folder or a folder
/// with `.git`, also in those between, the nearest one first.
[[nodiscard]] ConfigPlaces config_places();

/// What the files say, for one command line.
struct Configuration {
  ConfigPlaces places;
  bool user_read = false;
  bool project_read = false;
  std::string profile;  ///< the one in use; may be empty
  Origin profile_origin;
  std::vector<ConfigSection> layers;  ///< what comes later wins
};

/// Reads the files of `request`. A file or a profile that was named and is not there is an error.
[[nodiscard]] Result<Configuration> load_configuration(const ConfigRequest& request);

/// Where each flag of a command has its value from; flags that are not named have the built-in one.
using FlagOrigins = std::map<std::string, Origin>;

/// Gives the flags of `command`, which was parsed, the values of `configuration`, unless the command
/// line has them; folders and ids that are trusted add up. What is about plugins goes to `plugins`, if
/// the command has any. An error names file, key, value and what is allowed.
[[nodiscard]] Result<FlagOrigins> apply_configuration(const Configuration& configuration, CLI::App& command,
                                                      PluginRequest* plugins);

}  // namespace storydiff::cli
