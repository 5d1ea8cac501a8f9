#include "config_file.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

#include "suggest.hpp"

namespace storydiff::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestFile = std::size_t{256} * 1024;

constexpr std::array<ConfigKey, 15> kKeys{{
    {"color", KeyKind::kWord, "color"},
    {"encoding", KeyKind::kWord, "encoding"},
    {"fail-on", KeyKind::kWord, "fail-on"},
    {"in-process", KeyKind::kUserIds, "in-process"},
    {"jobs", KeyKind::kWord, "jobs"},
    {"language", KeyKind::kWord, "language"},
    {"lexicon", KeyKind::kFile, "lexicon"},
    {"no-lexicon", KeyKind::kSwitch, "lexicon"},
    {"no-plugin", KeyKind::kPluginIds, "plugins"},
    {"no-plugins", KeyKind::kSwitch, "plugins"},
    {"no-vectors", KeyKind::kSwitch, "vectors"},
    {"plugin", KeyKind::kPluginIds, "plugins"},
    {"plugin-order", KeyKind::kPluginIds, "plugins"},
    {"plugin-path", KeyKind::kUserFolders, "plugin-path"},
    {"vectors", KeyKind::kFile, "vectors"},
}};
constexpr std::string_view kProfileKey = "profile";

bool is_list(KeyKind kind) {
  return kind == KeyKind::kPluginIds || kind == KeyKind::kUserIds || kind == KeyKind::kUserFolders;
}

std::string joined(const std::vector<std::string>& parts, std::size_t first) {
  std::string text;
  for (std::size_t i = first; i < parts.size(); ++i) text += (i == first ? "" : ".") + parts[i];
  // An id with periods may stand in quotation marks, as TOML wants it; CLI11 splits it all the same.
  if (text.size() > 1 && (text.front() == '"' || text.front() == '\'') && text.front() == text.back())
    text = text.substr(1, text.size() - 2);
  return text;
}

Error error_in(const fs::path& file, const std::string& key, const std::string& message) {
  return {ErrorCode::kUsage, Origin{file.string(), key}.text() + ": " + message};
}

/// CLI11 takes a '#' for a comment even within quotation marks, and text that spans lines for the
/// next key, and knows no comment behind a section's name: all three would change things silently. And it copies a
/// section's name for each of its parts.
Status check_lines(const fs::path& file, const std::string& text) {
  constexpr std::ptrdiff_t kMostParts = 32;
  std::istringstream lines(text);
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    char quote = '\0';
    const bool header = line.find_first_not_of(" \t") == line.find('[');
    for (const char c : line) {
      if (quote == '\0' && c == '#' && header)
        return error_in(file, "line " + std::to_string(number), "a comment can not stand behind a section's name");
      if (quote == '\0' && c == '#') break;
      if (quote == '\0' && (c == '"' || c == '\''))
        quote = c;
      else if (c == quote)
        quote = '\0';
      else if (c == '#')
        return error_in(file, "line " + std::to_string(number), "a '#' can not stand within quotation marks");
    }
    if (std::count(line.begin(), line.end(), '.') > kMostParts && line.find('=') == std::string::npos)
      return error_in(file, "line " + std::to_string(number), "a section's name has too many parts");
    if (quote != '\0')
      return error_in(file, "line " + std::to_string(number), "a quotation mark is not closed on its line");
  }
  return Success{};
}

Result<std::string> read_text(const fs::path& path) {
  std::error_code ec;
  if (!fs::is_regular_file(path, ec)) return error_in(path, "configuration", "is no file that can be read");
  std::ifstream stream(path, std::ios::binary);
  std::string text(kLargestFile + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!stream.is_open() || stream.bad()) return error_in(path, "configuration", "can not be read");
  text.resize(static_cast<std::size_t>(stream.gcount()));
  if (text.size() > kLargestFile) return error_in(path, "configuration", "is larger than 256 KiB");
  return text;
}

class Reader {
 public:
  Reader(const fs::path& path, ConfigTrust trust) : path_(path), trust_(trust) {}

  Status take(const CLI::ConfigItem& item) {
    // "++" and "--" only open and close a section.
    const bool is_key = item.name != "++" && item.name != "--";
    std::vector<std::string> section = item.parents;
    std::string prefix;
    ConfigSection* into = &file_.plain;
    if (!section.empty() && section.front() == "profiles") {
      if (section.size() < 2) {
        if (!is_key) return Success{};
        return fail("profiles", "a profile has a name: [profiles.NAME]");
      }
      into = &file_.profiles[section[1]];
      prefix = "profiles." + section[1] + ".";
      section.erase(section.begin(), section.begin() + 2);
    }
    if (section.empty()) return is_key ? take_value(item, prefix, *into) : Status(Success{});
    if (section.front() != "options")
      return fail(prefix + joined(section, 0),
                  "there is no such section" + did_you_mean(section.front(), {"options", "profiles"}) +
                      "; sections are [options.PLUGIN], [profiles.NAME] and [profiles.NAME.options.PLUGIN]");
    if (!is_key) return Success{};
    if (section.size() < 2) return fail(prefix + "options", "options are those of a plugin: [options.PLUGIN]");
    const std::string plugin = joined(section, 1);
    Origin origin{path_.string(), prefix + "options." + plugin + "." + item.name};
    for (const ConfiguredOption& other : into->options)
      if (other.origin.key == origin.key) return fail(origin.key, "stands here twice");
    into->options.push_back({plugin, item.name, item.inputs, std::move(origin)});
    return Success{};
  }

  ConfigFile finish() && { return std::move(file_); }

 private:
  Error fail(const std::string& key, const std::string& message) const { return error_in(path_, key, message); }

  Status take_value(const CLI::ConfigItem& item, const std::string& prefix, ConfigSection& into) {
    const std::string full = prefix + item.name;
    if (item.name == kProfileKey && prefix.empty()) {
      if (item.inputs.size() != 1) return fail(full, "takes one name");
      file_.profile = item.inputs.front();
      file_.profile_origin = {path_.string(), full};
      return Success{};
    }
    const auto* const key =
        std::find_if(kKeys.begin(), kKeys.end(), [&](const ConfigKey& known) { return known.name == item.name; });
    if (key == kKeys.end()) return unknown(item.name, full);
    for (const ConfigValue& other : into.values) {
      if (other.key == key) return fail(full, "stands here twice");
      if (other.key->setting == key->setting && key->setting != "plugins")
        return fail(full, "'" + std::string(other.key->name) + "' says something else of the same thing");
    }
    ConfigValue value{key, item.inputs, {path_.string(), full}};
    if (const Status status = check(value); !status) return status;
    into.values.push_back(std::move(value));
    return Success{};
  }

  Error unknown(const std::string& name, const std::string& full) const {
    std::vector<std::string> names{std::string(kProfileKey)};
    for (const ConfigKey& known : kKeys) names.emplace_back(known.name);
    std::string list;
    for (const std::string& known : names) list += (list.empty() ? "" : ", ") + known;
    const std::string near = did_you_mean(name, names);
    return fail(full, "there is no such key" + (near.empty() ? "; keys are: " + list : near));
  }

  /// Makes paths absolute, too.
  Status check(ConfigValue& value) const {
    const KeyKind kind = value.key->kind;
    const std::string& name = value.origin.key;
    if (trust_ == ConfigTrust::kProject && (kind == KeyKind::kUserIds || kind == KeyKind::kUserFolders))
      return fail(name,
                  "can stand only in your own configuration ('storydiff config path' says where it is): what is in "
                  "the folder of the texts must not choose the code that runs");
    if (!is_list(kind) && value.values.size() != 1) return fail(name, "takes one value");
    for (std::string& text : value.values) {
      if (kind == KeyKind::kSwitch && text != "true" && text != "false")
        return fail(name, "takes true or false, not '" + text + "'");
      if (text.empty()) return fail(name, "has an empty value");
      if (kind == KeyKind::kPluginIds && text.find(':') != std::string::npos)
        return fail(name, "takes ids alone, not '" + text + "'; options stand in a section [options.PLUGIN]");
      if (kind != KeyKind::kFile && kind != KeyKind::kUserFolders) continue;
      fs::path path = text;
      if (text.starts_with("~/")) {
        const char* home = std::getenv("HOME");
        path = fs::path(home == nullptr ? "" : home) / text.substr(2);
      }
      if (path.is_relative()) {
        if (kind == KeyKind::kUserFolders)
          return fail(name, "takes absolute paths and such that begin with '~/', not '" + text + "'");
        path = path_.parent_path() / path;
      }
      text = path.lexically_normal().string();
    }
    return Success{};
  }

  const fs::path& path_;
  ConfigTrust trust_;
  ConfigFile file_;
};

}  // namespace

std::span<const ConfigKey> config_keys() { return kKeys; }

Result<ConfigFile> read_config_file(const fs::path& path, ConfigTrust trust) {
  const Result<std::string> text = read_text(path);
  if (!text) return text.error();
  if (const Status lines = check_lines(path, *text); !lines) return lines.error();
  std::istringstream stream(*text);
  std::vector<CLI::ConfigItem> items;
  try {
    items = CLI::ConfigTOML().from_config(stream);
  } catch (const std::exception& error) {
    return error_in(path, "configuration", error.what());
  }
  Reader reader(path, trust);
  for (const CLI::ConfigItem& item : items)
    if (const Status status = reader.take(item); !status) return status.error();
  return std::move(reader).finish();
}

}  // namespace storydiff::cli
