#include "plugin/manifest.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>

#include "plugin/bounded_json.hpp"
#include "plugin/options.hpp"
#include "plugin/text.hpp"

namespace storydiff::plugin_host {
namespace {

using nlohmann::json;

constexpr std::size_t kLargestManifest = std::size_t{256} * 1024;
constexpr std::array<std::string_view, 17> kKeys{
    "id",    "name",   "version",     "vendor",  "licence", "summary", "languages", "roles", "flags", "default_order",
    "after", "before", "media_types", "library", "command", "rules",   "options"};

/// Reads members one after the other and keeps the first thing that is wrong.
class Reader {
 public:
  explicit Reader(const json& object) : object_(object) {}

  /// A required string of one line.
  std::string text(const char* key) {
    const auto member = object_.find(key);
    if (member == object_.end()) return fail(std::string("has no '") + key + "'");
    if (!member->is_string()) return fail(std::string("'") + key + "' must be a string");
    const auto& value = member->get_ref<const std::string&>();
    if (value.empty() || std::any_of(value.begin(), value.end(), [](char c) { return c >= 0 && c < 0x20; })) {
      return fail(std::string("'") + key + "' must be one line of text, and not empty");
    }
    return value;
  }

  /// An optional array of words; the C descriptor separates them with spaces.
  std::vector<std::string> words(const char* key) {
    std::vector<std::string> result;
    const auto member = object_.find(key);
    if (member == object_.end()) return result;
    const auto is_word = [](const json& value) {
      return value.is_string() && !value.get_ref<const std::string&>().empty() &&
             value.get_ref<const std::string&>().find_first_of(" \t\r\n\f\v") == std::string::npos;
    };
    if (!member->is_array() || !std::all_of(member->begin(), member->end(), is_word)) {
      fail(std::string("'") + key + "' must be an array of words without spaces");
      return result;
    }
    for (const json& value : *member) result.push_back(value.get<std::string>());
    return result;
  }

  /// A required array of strings, the first of them not empty: a program and its arguments.
  std::vector<std::string> lines(const char* key) {
    const json& list = object_.at(key);
    const auto is_argument = [](const json& value) {
      return value.is_string() && value.get_ref<const std::string&>().find('\0') == std::string::npos;
    };
    if (!list.is_array() || list.empty() || !std::all_of(list.begin(), list.end(), is_argument) ||
        list.front().get_ref<const std::string&>().empty()) {
      fail(std::string("'") + key + "' must be an array of strings: a program and its arguments");
      return {};
    }
    return list.get<std::vector<std::string>>();
  }

  std::uint32_t order(const char* key) {
    const auto member = object_.find(key);
    if (member == object_.end()) return 0;
    if (!member->is_number_unsigned() || member->get<std::uint64_t>() > std::numeric_limits<std::uint32_t>::max()) {
      fail(std::string("'") + key + "' must be a whole number from 0 to 4294967295");
      return 0;
    }
    return member->get<std::uint32_t>();
  }

  void check(bool holds, const char* complaint) {
    if (!holds) fail(complaint);
  }

  std::string fail(std::string complaint) {
    if (!complaint_) complaint_ = std::move(complaint);
    return {};
  }
  [[nodiscard]] const std::optional<std::string>& complaint() const { return complaint_; }

 private:
  const json& object_;
  std::optional<std::string> complaint_;
};

/// MAJOR.MINOR.PATCH, digits only.
bool is_version(std::string_view version) {
  int parts = 1;
  std::size_t digits = 0;
  for (const char c : version) {
    if (c == '.') {
      if (digits == 0) return false;
      ++parts;
      digits = 0;
    } else if (c >= '0' && c <= '9') {
      ++digits;
    } else {
      return false;
    }
  }
  return parts == 3 && digits > 0;
}

/// A name inside the manifest's own folder: a manifest must never load from elsewhere.
bool is_file_name(std::string_view name) {
  return name.find_first_of("/\\") == std::string_view::npos && name != "." && name != "..";
}

void read_flags(Reader& reader, PluginManifest& manifest) {
  for (const std::string& flag : reader.words("flags")) {
    if (flag == "idempotent") {
      manifest.idempotent = true;
    } else if (flag == "needs_counterpart") {
      manifest.needs_counterpart = true;
    } else if (flag == "thread_safe") {
      manifest.thread_safe = true;
    } else {
      reader.fail("has an unknown flag '" + one_line(flag) +
                  "'; flags are: 'idempotent', 'needs_counterpart', 'thread_safe'");
    }
  }
}

/// What the plugin is made of: exactly one of the three.
void read_house(Reader& reader, const json& object, PluginManifest& manifest) {
  const auto houses = object.count("library") + object.count("command") + object.count("rules");
  if (houses != 1) {
    reader.fail("must have exactly one of 'library', 'command' and 'rules'");
  } else if (object.contains("library")) {
    manifest.kind = PluginKind::kLibrary;
    manifest.library = reader.text("library");
    reader.check(is_file_name(manifest.library), "'library' must be the name of a file in the manifest's folder");
  } else if (object.contains("command")) {
    manifest.kind = PluginKind::kCommand;
    manifest.command = reader.lines("command");
  } else {
    manifest.kind = PluginKind::kRules;
    manifest.rules = reader.text("rules");
    reader.check(is_file_name(manifest.rules), "'rules' must be the name of a folder in the manifest's folder");
  }
}

PluginManifest read_members(Reader& reader, const json& object) {
  for (const auto& [key, value] : object.items()) {
    const bool known = std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
    if (!known && !key.starts_with("x-")) {
      reader.fail("has an unknown key '" + one_line(key) + "'; keys are: " + quoted_list(kKeys) +
                  ", and any that starts with 'x-'");
    }
  }
  PluginManifest manifest;
  manifest.id = reader.text("id");
  reader.check(is_plugin_id(manifest.id),
               "'id' must be of lower-case letters, digits, '.' and '-', like 'wire-furniture'");
  manifest.name = reader.text("name");
  manifest.version = reader.text("version");
  reader.check(is_version(manifest.version), "'version' must be MAJOR.MINOR.PATCH, like '1.0.0'");
  manifest.vendor = reader.text("vendor");
  manifest.licence = reader.text("licence");
  manifest.summary = reader.text("summary");
  manifest.languages = reader.words("languages");
  manifest.roles = reader.words("roles");
  read_flags(reader, manifest);
  manifest.default_order = reader.order("default_order");
  manifest.after = reader.words("after");
  manifest.before = reader.words("before");
  manifest.media_types = reader.words("media_types");
  read_house(reader, object, manifest);
  const json options = object.value("options", json::object());
  if (const Status status = check_options_schema(options); !status) reader.fail(status.error().message);
  manifest.options_schema = options.dump();
  return manifest;
}

Result<std::string> read_text(const std::filesystem::path& file) {
  std::error_code ec;
  const auto status = std::filesystem::status(file, ec);
  if (!std::filesystem::exists(status)) return Error{ErrorCode::kNotFound, file.string() + ": no such file"};
  // A pipe or a device would block.
  if (!std::filesystem::is_regular_file(status)) {
    return Error{ErrorCode::kUnreadable, file.string() + ": is no regular file"};
  }
  std::ifstream stream(file, std::ios::binary);
  // One byte more than there should be tells a file that grew too large.
  const std::uintmax_t size = std::filesystem::file_size(file, ec);
  std::string text((ec ? kLargestManifest : std::min<std::uintmax_t>(size, kLargestManifest)) + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (stream.bad() || !stream.is_open()) {
    return Error{ErrorCode::kUnreadable, file.string() + ": can not be read: check its permissions"};
  }
  text.resize(static_cast<std::size_t>(stream.gcount()));
  if (text.size() > kLargestManifest) {
    return Error{ErrorCode::kInvalidInput, file.string() + ": is larger than 256 KiB: too large for a manifest"};
  }
  return text;
}

}  // namespace

ManifestReading read_manifest(const std::filesystem::path& manifest_file) {
  const Result<std::string> text = read_text(manifest_file);
  if (!text) return {"", text.error()};
  const Result<json> object = parse_json_object(*text);
  if (!object) return {"", Error{ErrorCode::kInvalidInput, manifest_file.string() + ": " + object.error().message}};

  Reader reader(*object);
  PluginManifest manifest = read_members(reader, *object);
  const std::string id = is_plugin_id(manifest.id) ? manifest.id : "";
  if (reader.complaint()) {
    return {id, Error{ErrorCode::kInvalidInput, manifest_file.string() + ": " + *reader.complaint()}};
  }
  std::error_code ec;
  const auto absolute = std::filesystem::absolute(manifest_file, ec);
  manifest.folder = (ec ? manifest_file : absolute).lexically_normal().parent_path();
  return {id, std::move(manifest)};
}

ManifestReading read_folder(const std::filesystem::path& folder) {
  ManifestReading reading = read_manifest(folder / kManifestName);
  if (!reading.manifest || reading.manifest->kind != PluginKind::kLibrary) return reading;
  std::error_code ignored;
  if (std::filesystem::exists(reading.manifest->folder / reading.manifest->library, ignored)) return reading;
  const std::filesystem::path built = folder / "build" / "plugins" / reading.id / kManifestName;
  if (!std::filesystem::exists(built, ignored)) return reading;
  ManifestReading of_build = read_manifest(built);
  return of_build.id == reading.id ? of_build : reading;
}

}  // namespace storydiff::plugin_host

namespace storydiff {

bool is_plugin_id(std::string_view id) {
  return !id.empty() && id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == std::string_view::npos &&
         id.front() != '.' && id.front() != '-';
}

Result<PluginManifest> read_plugin_folder(const std::filesystem::path& folder) {
  return plugin_host::read_folder(folder).manifest;
}

Result<PluginManifest> read_plugin_manifest(const std::filesystem::path& manifest_file) {
  return plugin_host::read_manifest(manifest_file).manifest;
}

}  // namespace storydiff
