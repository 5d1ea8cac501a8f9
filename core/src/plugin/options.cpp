#include "plugin/options.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <vector>

#include "plugin/bounded_json.hpp"
#include "plugin/text.hpp"

namespace storydiff::plugin_host {
namespace {

using nlohmann::json;

struct TypeName {
  std::string_view name;
  std::string_view with_article;
  bool (*matches)(const json&);
};

constexpr std::array<TypeName, 5> kTypes{{
    {"string", "a string", [](const json& v) { return v.is_string(); }},
    {"integer", "an integer", [](const json& v) { return v.is_number_integer(); }},
    {"number", "a number", [](const json& v) { return v.is_number(); }},
    {"boolean", "true or false", [](const json& v) { return v.is_boolean(); }},
    {"array", "an array", [](const json& v) { return v.is_array(); }},
}};

const TypeName* find_type(std::string_view name) {
  for (const TypeName& type : kTypes) {
    if (type.name == name) return &type;
  }
  return nullptr;
}

Error schema_error(const std::string& message) { return {ErrorCode::kInvalidInput, message}; }

Status check_value_schema(const json& schema, const std::string& where) {
  if (!schema.is_object()) return schema_error(where + " must be an object");
  const auto type = schema.find("type");
  if (type == schema.end() || !type->is_string() || find_type(type->get_ref<const std::string&>()) == nullptr) {
    std::vector<std::string_view> names;
    for (const TypeName& known : kTypes) names.push_back(known.name);
    return schema_error(where + ".type must be one of " + quoted_list(names));
  }
  if (const auto values = schema.find("enum"); values != schema.end() && (!values->is_array() || values->empty())) {
    return schema_error(where + ".enum must be an array of the values that are allowed");
  }
  const auto items = schema.find("items");
  return items == schema.end() ? Status(Success{}) : check_value_schema(*items, where + ".items");
}

/// What `value` should be by `schema`, or "" when it is that.
std::string expectation(const json& schema, const json& value) {
  const TypeName* type = find_type(schema.at("type").get_ref<const std::string&>());
  if (!type->matches(value)) return std::string(type->with_article) + ", not " + value.dump();
  if (const auto values = schema.find("enum"); values != schema.end()) {
    std::string list;
    for (const json& allowed : *values) {
      if (allowed == value) return {};
      list += (list.empty() ? "" : ", ") + allowed.dump();
    }
    return "one of " + list + ", not " + value.dump();
  }
  if (const auto items = schema.find("items"); items != schema.end() && value.is_array()) {
    for (const json& item : value) {
      if (const std::string expected = expectation(*items, item); !expected.empty()) {
        return "an array whose items are each " + expected;
      }
    }
  }
  return {};
}

}  // namespace

Status check_options_schema(const json& schema) {
  if (!schema.is_object()) return schema_error("options must be an object, a JSON Schema");
  if (const auto type = schema.find("type"); type != schema.end() && *type != "object") {
    return schema_error("options.type must be 'object'");
  }
  const auto properties = schema.find("properties");
  if (properties == schema.end()) return Success{};
  if (!properties->is_object()) return schema_error("options.properties must be an object");
  for (const auto& [key, value] : properties->items()) {
    if (Status status = check_value_schema(value, "options.properties." + key); !status) return status;
  }
  return Success{};
}

Result<std::string> check_options(const PluginManifest& manifest, std::string_view options_json) {
  const std::string plugin = "plugin '" + manifest.id + "': ";
  const Result<json> options = parse_json_object(options_json);
  if (!options) return Error{ErrorCode::kUsage, plugin + "its options: the text " + options.error().message};
  const Result<json> schema = parse_json_object(manifest.options_schema);
  if (!schema) return Error{ErrorCode::kInvalidInput, plugin + "its options schema " + schema.error().message};
  if (const Status status = check_options_schema(*schema); !status) {
    return Error{ErrorCode::kInvalidInput, plugin + status.error().message};
  }

  const json properties = schema->value("properties", json::object());
  for (const auto& [key, value] : options->items()) {
    const auto property = properties.find(key);
    if (property == properties.end()) {
      std::vector<std::string> known;
      for (const auto& [name, unused] : properties.items()) known.push_back(name);
      return Error{ErrorCode::kUsage,
                   plugin + "it has no option '" + one_line(key) + "'; its options are: " + quoted_list(known)};
    }
    if (const std::string expected = expectation(*property, value); !expected.empty()) {
      return Error{ErrorCode::kUsage, plugin + "option '" + key + "' must be " + one_line(expected)};
    }
  }
  return options->dump();
}

}  // namespace storydiff::plugin_host

namespace storydiff {

Result<std::string> check_plugin_options(const PluginManifest& manifest, std::string_view options_json) {
  return plugin_host::check_options(manifest, options_json);
}

}  // namespace storydiff
