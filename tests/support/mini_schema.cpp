#include "support/mini_schema.hpp"

#include <algorithm>
#include <cstddef>

namespace storydiff_test {
namespace {

using nlohmann::json;

bool has_type(const json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "boolean") return value.is_boolean();
  return type == "null" && value.is_null();
}

class Checker {
 public:
  explicit Checker(const json& root) : root_(root) {}

  void check(const json& value, const json& schema, const std::string& at) {
    for (const auto& [keyword, rule] : schema.items()) check_keyword(value, keyword, rule, schema, at);
  }

  std::vector<std::string> problems;

 private:
  void check_keyword(const json& value, const std::string& keyword, const json& rule, const json& schema,
                     const std::string& at) {
    static const std::vector<std::string> kNotes{"$schema", "$id", "$defs", "title", "description"};
    if (std::find(kNotes.begin(), kNotes.end(), keyword) != kNotes.end()) return;
    if (keyword == "$ref") {
      check(value, root_.at(json::json_pointer(rule.get<std::string>().substr(1))), at);
    } else if (keyword == "anyOf") {
      const bool one = std::any_of(rule.begin(), rule.end(), [&](const json& branch) {
        Checker attempt(root_);
        attempt.check(value, branch, at);
        return attempt.problems.empty();
      });
      if (!one) problem(at, "fits no branch of anyOf");
    } else if (keyword == "type") {
      const json types = rule.is_array() ? rule : json::array({rule});
      const bool one = std::any_of(types.begin(), types.end(), [&](const json& type) { return has_type(value, type); });
      if (!one) problem(at, "is no " + rule.dump());
    } else if (keyword == "const") {
      if (value != rule) problem(at, "is not " + rule.dump());
    } else if (keyword == "enum") {
      if (std::find(rule.begin(), rule.end(), value) == rule.end()) problem(at, "is none of " + rule.dump());
    } else if (keyword == "required") {
      for (const auto& name : rule)
        if (value.is_object() && !value.contains(name.get<std::string>())) problem(at, "lacks " + name.dump());
    } else if (keyword == "properties") {
      for (const auto& [name, sub] : rule.items())
        if (value.is_object() && value.contains(name)) check(value.at(name), sub, at + "/" + name);
      // Our reports have nothing that the schema does not describe.
      if (value.is_object())
        for (const auto& [name, member] : value.items())
          if (!schema.at("properties").contains(name)) problem(at, "has the unknown member " + name);
    } else if (keyword == "items") {
      if (value.is_array())
        for (std::size_t i = 0; i < value.size(); ++i) check(value[i], rule, at + "/" + std::to_string(i));
    } else if (keyword == "minItems") {
      if (value.is_array() && value.size() < rule.get<std::size_t>()) problem(at, "has too few items");
    } else if (keyword == "maxItems") {
      if (value.is_array() && value.size() > rule.get<std::size_t>()) problem(at, "has too many items");
    } else if (keyword == "minimum") {
      if (value.is_number() && value < rule) problem(at, "is less than " + rule.dump());
    } else if (keyword == "maximum") {
      if (value.is_number() && value > rule) problem(at, "is more than " + rule.dump());
    } else {
      problem(at, "the schema uses the keyword " + keyword + ", which this checker does not know");
    }
  }

  void problem(const std::string& at, const std::string& message) { problems.push_back(at + ": " + message); }

  const json& root_;
};

void collect_undescribed(const json& schema, const std::string& at, std::vector<std::string>& found) {
  if (!schema.is_structured()) return;
  for (const auto& [key, sub] : schema.items()) {
    if (key == "properties" && sub.is_object())
      for (const auto& [name, property] : sub.items())
        if (!property.contains("description")) found.push_back(at + "/properties/" + name);
    collect_undescribed(sub, at + "/" + key, found);
  }
}

}  // namespace

std::vector<std::string> schema_problems(const json& value, const json& schema) {
  Checker checker(schema);
  checker.check(value, schema, "");
  return checker.problems;
}

std::vector<std::string> undescribed_properties(const json& schema) {
  std::vector<std::string> found;
  collect_undescribed(schema, "", found);
  return found;
}

}  // namespace storydiff_test
