/// \file config_file.hpp
/// One `storydiff.toml`, read and checked key by key. `core/doc/configuration.md` says what may stand in it.
///
/// The format is what CLI11's TOML reader takes: keys with words, lists and true or false, and
/// sections. A key is a flag of the command line without its dashes.
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storydiff/result.hpp"

namespace storydiff::cli {

/// Where a value comes from.
struct Origin {
  std::string file;  ///< empty where it comes from no file
  std::string key;   ///< "options.wire-furniture.mark"; or "built in", "command line", "environment NAME"

  /// "FILE: key", or the key alone.
  [[nodiscard]] std::string text() const { return file.empty() ? key : file + ": " + key; }
};

enum class KeyKind {
  kWord,
  kFile,         ///< relative to the folder of the configuration file; "~/" is the home folder
  kSwitch,       ///< true or false
  kPluginIds,    ///< a list
  kUserIds,      ///< a list; only in the user's own file
  kUserFolders,  ///< a list of absolute paths or such that begin with "~/"; only in the user's own file
};

struct ConfigKey {
  std::string_view name;  ///< the flag without its dashes
  KeyKind kind;
  std::string_view setting;  ///< two keys of one setting ("lexicon", "no-lexicon") speak of the same thing
};

/// All keys that a flag has as well.
[[nodiscard]] std::span<const ConfigKey> config_keys();

struct ConfigValue {
  const ConfigKey* key = nullptr;
  std::vector<std::string> values;  ///< exactly one unless the key is a list; files and folders are absolute
  Origin origin;
};

/// `[options.ID]`: an option of a plugin, to be checked against the schema of its manifest.
struct ConfiguredOption {
  std::string plugin;
  std::string key;
  std::vector<std::string> values;
  Origin origin;
};

/// The plain part of a file, or one of its profiles.
struct ConfigSection {
  std::vector<ConfigValue> values;
  std::vector<ConfiguredOption> options;
};

/// A project's file may come from anywhere, as part of a folder that was downloaded: it can not name
/// what is run. The user's own file can.
enum class ConfigTrust { kProject, kUser };

struct ConfigFile {
  ConfigSection plain;
  std::map<std::string, ConfigSection> profiles;
  std::string profile;  ///< `profile = NAME`: the one to use where the command line names none; may be empty
  Origin profile_origin;
};

/// The error names the file and the key. Nothing of a file with an error is used.
[[nodiscard]] Result<ConfigFile> read_config_file(const std::filesystem::path& path, ConfigTrust trust);

}  // namespace storydiff::cli
