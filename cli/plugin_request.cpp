#include "plugin_request.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>
#include <utility>

#include "plugin_choice.hpp"
#include "suggest.hpp"

namespace storydiff::cli {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// `text` as a value of the JSON Schema type `type`, or nothing when it is none.
std::optional<Json> typed_value(const std::string& text, const std::string& type) {
  if (type == "string" || type.empty()) return Json(text);
  const Json parsed = Json::parse(text, nullptr, false);
  const bool fits = (type == "boolean" && parsed.is_boolean()) || (type == "integer" && parsed.is_number_integer()) ||
                    (type == "number" && parsed.is_number());
  return fits ? std::optional(parsed) : std::nullopt;
}

std::string type_of(const Json& schema) {
  const auto type = schema.is_object() ? schema.find("type") : schema.end();
  return schema.is_object() && type != schema.end() && type->is_string() ? type->get<std::string>() : "";
}

std::optional<Json> list_value(const std::vector<std::string>& items, const Json& schema) {
  const std::string item_type = schema.is_object() && schema.contains("items") ? type_of(schema["items"]) : "";
  Json list = Json::array();
  for (const std::string& item : items) {
    std::optional<Json> value = typed_value(item, item_type);
    if (!value) return std::nullopt;
    list.push_back(std::move(*value));
  }
  return list;
}

std::optional<Json> option_value(const std::string& text, const Json& schema) {
  const std::string type = type_of(schema);
  const bool listed = text.size() >= 2 && text.front() == '[' && text.back() == ']';
  if (type != "array" && !(listed && type.empty())) return typed_value(text, type);
  if (!listed) return std::nullopt;
  std::vector<std::string> items;
  if (text.size() > 2) items = split(std::string_view(text).substr(1, text.size() - 2), ';');
  return list_value(items, schema);
}

/// "a number", "true or false", ...: how a message calls a type.
std::string spoken(const Json& schema) {
  const std::string type = type_of(schema);
  if (type == "boolean") return "true or false";
  if (type == "integer") return "a whole number";
  if (type == "number") return "a number";
  return type == "array" ? "a list like [a;b]" : "a " + type;
}

Result<PipelineStep> make_step(const ChosenPlugin& chosen, const PluginCatalogue& catalogue,
                               const PluginPolicy& policy) {
  PipelineStep step;
  step.id = chosen.id;
  if (chosen.manifest == nullptr) {
    step.failure = chosen.problem;
    return step;
  }
  step.version = chosen.manifest->version;
  Result<std::shared_ptr<Normalizer>> normalizer = catalogue.load_when_needed(chosen.id, chosen.options_json(), policy);
  // Options that the user got wrong are the user's to mend; a plugin that can not be had costs only itself.
  if (!normalizer && normalizer.error().code == ErrorCode::kUsage) return normalizer.error();
  if (normalizer)
    step.normalizer = *normalizer;
  else
    step.failure = normalizer.error().message;
  return step;
}

/// `relative` to the folder of this program; empty where the system can not tell.
std::filesystem::path from_program(const char* relative) {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return {};
  return (program.parent_path() / relative).lexically_normal();
}

}  // namespace

std::filesystem::path installed_plugin_folder() { return from_program(STORYDIFF_PLUGINS_FROM_BIN); }

std::filesystem::path plugin_host_program() { return from_program(STORYDIFF_HOST_FROM_BIN); }

PluginCatalogue find_plugins(const std::vector<std::filesystem::path>& extra_folders) {
  return PluginCatalogue::discover(plugin_search_folders(extra_folders, installed_plugin_folder()));
}

Result<PluginPolicy> plugin_policy(const PluginRequest& request, const PluginCatalogue& catalogue) {
  for (const std::string& id : request.in_process) {
    const PluginManifest* manifest = catalogue.find(id);
    if (const Status there = check_exists(id, {}, catalogue); !there) return there.error();
    if (manifest != nullptr && manifest->kind == PluginKind::kCommand)
      return Error{ErrorCode::kUsage, "plugin '" + id + "' is a script, which always runs in a process of its own"};
  }
  // A day is as good as for ever, and far from what overflows.
  constexpr double kMostSeconds = 86'400;
  if (!(request.timeout_seconds > 0) || request.timeout_seconds > kMostSeconds)
    return Error{ErrorCode::kUsage, "--plugin-timeout takes seconds, more than 0 and at most 86400"};
  PluginPolicy policy;
  policy.host = plugin_host_program();
  policy.trusted_folder = installed_plugin_folder();
  policy.in_process = request.in_process;
  policy.call_timeout = std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(request.timeout_seconds * 1000)));
  return policy;
}

Result<std::string> plugin_option(const std::string& key, const std::vector<std::string>& values,
                                  const PluginManifest& manifest) {
  const Json schema = Json::parse(manifest.options_schema, nullptr, false);
  const Json properties = schema.is_object() ? schema.value("properties", Json::object()) : Json::object();
  std::vector<std::string> keys;
  for (const auto& [name, unused] : properties.items()) keys.push_back(name);
  if (!properties.contains(key))
    return Error{ErrorCode::kUsage, "plugin '" + manifest.id + "' has no option '" + key + "'" +
                                        (keys.empty() ? "; it has none at all" : did_you_mean(key, keys))};
  const Json of_key = properties[key];
  std::optional<Json> value;
  if (type_of(of_key) == "array")
    value = list_value(values, of_key);
  else if (values.size() == 1)
    value = typed_value(values.front(), type_of(of_key));
  if (!value)
    return Error{ErrorCode::kUsage, "option '" + key + "' of plugin '" + manifest.id + "' takes " + spoken(of_key) +
                                        ", not '" + (values.empty() ? "" : values.front()) + "'"};
  Json options = Json::object();
  options[key] = *value;
  const Result<std::string> checked =
      check_plugin_options(manifest, options.dump(-1, ' ', false, Json::error_handler_t::replace));
  if (!checked) return checked.error();
  return value->dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<std::string> plugin_options(std::string_view settings, const PluginManifest& manifest) {
  Json options = Json::object();
  if (settings.empty()) return options.dump();
  const Json schema = Json::parse(manifest.options_schema, nullptr, false);
  const bool described = schema.is_object() && schema.contains("properties") && schema["properties"].is_object();
  const Json properties = described ? schema["properties"] : Json::object();
  std::vector<std::string> keys;
  for (const auto& [key, value] : properties.items()) keys.push_back(key);

  for (const std::string& setting : split(settings, ',')) {
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos || equals == 0)
      return Error{ErrorCode::kUsage,
                   "'" + setting + "' sets no option of plugin '" + manifest.id + "'; write ID:key=value,key=value"};
    const std::string key = setting.substr(0, equals);
    const std::string text = setting.substr(equals + 1);
    if (described && !properties.contains(key))
      return Error{ErrorCode::kUsage,
                   "plugin '" + manifest.id + "' has no option '" + key + "'" + did_you_mean(key, keys)};
    const Json of_key = properties.contains(key) ? properties[key] : Json::object();
    std::optional<Json> value = option_value(text, of_key);
    if (!value)
      return Error{ErrorCode::kUsage, "option '" + key + "' of plugin '" + manifest.id + "' takes " + spoken(of_key) +
                                          ", not '" + text + "'"};
    if (options.contains(key))
      return Error{ErrorCode::kUsage, "option '" + key + "' of plugin '" + manifest.id + "' is set twice: set it once"};
    options[key] = std::move(*value);
  }
  return options.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Pipeline> make_pipeline(const PluginRequest& request, const PluginCatalogue& catalogue) {
  const Result<std::vector<ChosenPlugin>> chosen = choose_plugins(request, catalogue);
  if (!chosen) return chosen.error();
  const Result<PluginPolicy> policy = plugin_policy(request, catalogue);
  if (!policy) return policy.error();
  Pipeline pipeline;
  for (const ChosenPlugin& plugin : *chosen) {
    Result<PipelineStep> step = make_step(plugin, catalogue, *policy);
    if (!step) return step.error();
    pipeline.push_back(std::move(*step));
  }
  return pipeline;
}

}  // namespace storydiff::cli
