// Loading, and what the options' schema promises.
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "plugin_check/check.hpp"

namespace storydiff::plugin_check {
namespace {

using Json = nlohmann::json;

/// What the host says of a plugin that failed without `set_error`.
constexpr std::string_view kNoReason = "the plugin gave no reason";

Json properties_of(const PluginManifest& manifest) {
  const Json schema = Json::parse(manifest.options_schema, nullptr, false);
  if (!schema.is_object() || !schema.contains("properties")) return Json::object();
  return schema["properties"];
}

bool is_type(const Json& value, const std::string& type) {
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "boolean") return value.is_boolean();
  return type == "array" && value.is_array();
}

std::string words_of(const std::string& key, const Json& value) { return "option '" + key + "' = " + value.dump(); }

/// What is wrong with the values that a property's schema itself names.
std::string value_complaint(const std::string& key, const Json& property) {
  const std::string type = property.value("type", "");
  std::vector<Json> values;
  const Json allowed = property.value("enum", Json::array());
  for (const Json& value : allowed) values.push_back(value);
  if (property.contains("default")) values.push_back(property["default"]);
  for (const Json& value : values)
    if (!is_type(value, type)) return words_of(key, value) + " is no " + type + ", which its schema wants";
  if (property.contains("default") && property.contains("enum")) {
    bool listed = false;
    for (const Json& value : allowed) listed = listed || value == property["default"];
    if (!listed) return words_of(key, property["default"]) + ", the default, is not in the list of allowed values";
  }
  return {};
}

/// Values of one option that its schema allows beyond doubt.
std::vector<Json> allowed_values(const Json& property) {
  std::vector<Json> values;
  for (const Json& value : property.value("enum", Json::array())) values.push_back(value);
  for (const char* key : {"default", "minimum", "maximum"})
    if (property.contains(key)) values.push_back(property[key]);
  if (property.value("type", "") == "boolean" && !property.contains("enum")) values.insert(values.end(), {true, false});
  return values;
}

/// Values of one option that its schema forbids, in ways that the host checks and in those that only
/// the plugin can.
std::vector<Json> forbidden_values(const Json& property) {
  const std::string type = property.value("type", "");
  std::vector<Json> values{nullptr, Json::object()};
  values.push_back(type == "string" ? Json(42) : Json("storydiff-check"));
  if (property.contains("enum")) values.push_back(type == "string" ? Json("storydiff-check") : Json(1000003));
  if (type == "array" && property.contains("items")) values.push_back(Json::array({nullptr}));
  if (property.contains("minimum") && property["minimum"].is_number())
    values.push_back(property["minimum"].get<double>() - 1);
  if (property.contains("maximum") && property["maximum"].is_number())
    values.push_back(property["maximum"].get<double>() + 1);
  // Whole numbers stay whole, or their type would be what is refused.
  if (type == "integer")
    for (Json& value : values)
      if (value.is_number_float()) value = static_cast<std::int64_t>(value.get<double>());
  if (property.contains("maxLength") && property["maxLength"].is_number_unsigned() &&
      property["maxLength"].get<std::uint64_t>() < 100000)
    values.emplace_back(std::string(property["maxLength"].get<std::size_t>() + 1, 'a'));
  if (property.value("minLength", 0) > 0) values.emplace_back("");
  if (property.value("minItems", 0) > 0) values.push_back(Json::array());
  return values;
}

}  // namespace

Outcome check_load(const Subject& subject) {
  const auto made = subject.make();
  return made ? passed() : failed(made.error().message);
}

Outcome check_options_schema(const Subject& subject) {
  const Json properties = properties_of(subject.manifest());
  std::string undescribed;
  for (const auto& [key, property] : properties.items()) {
    if (std::string complaint = value_complaint(key, property); !complaint.empty()) return failed(complaint);
    if (!property.contains("description")) undescribed += (undescribed.empty() ? "'" : ", '") + key + "'";
  }
  if (!undescribed.empty()) return warning("without a description: " + undescribed);
  return properties.empty() ? skipped("it has no options") : passed();
}

Outcome check_options_accepted(const Subject& subject) {
  const Json properties = properties_of(subject.manifest());
  if (properties.empty()) return skipped("it has no options");
  std::size_t tried = 0;
  for (const auto& [key, property] : properties.items()) {
    for (const Json& value : allowed_values(property)) {
      subject.at(words_of(key, value));
      const auto made = subject.make(Json{{key, value}}.dump());
      if (!made) return failed(words_of(key, value) + " is allowed by the schema and refused: " + made.error().message);
      ++tried;
    }
  }
  return tried == 0 ? skipped("its schema names no value: neither a default nor a list") : passed();
}

Outcome check_options_refused(const Subject& subject) {
  std::vector<std::pair<std::string, Json>> forbidden{{"storydiff-no-such-option", 1}};
  const Json properties = properties_of(subject.manifest());
  for (const auto& [key, property] : properties.items())
    for (Json& value : forbidden_values(property)) forbidden.emplace_back(key, std::move(value));
  for (const auto& [key, value] : forbidden) {
    subject.at(words_of(key, value));
    const auto made = subject.make(Json{{key, value}}.dump());
    if (made) return failed(words_of(key, value) + " is not allowed by the schema and is accepted");
    if (made.error().message.find(kNoReason) != std::string::npos)
      return failed(words_of(key, value) + " is refused without a message: call set_error, or throw");
  }
  return passed();
}

}  // namespace storydiff::plugin_check
