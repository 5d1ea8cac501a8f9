#include "options.hpp"

#include <nlohmann/json.hpp>

namespace storydiff::rules {

Options read_options(std::string_view json, std::string& error) {
  Options options;
  error.clear();
  const auto object = nlohmann::json::parse(json, nullptr, false);
  if (!object.is_object()) {
    error = "the options are no JSON object";
    return options;
  }
  for (const auto& [key, value] : object.items()) {
    if (key == "mark" && value.is_boolean()) {
      options.mark = value.get<bool>();
    } else if (key == "keep-roles" && value.is_array()) {
      for (const auto& role : value) {
        if (role.is_string()) {
          options.keep_roles.insert(role.get<std::string>());
        } else {
          error = "'keep-roles' must be a list of roles";
        }
      }
    } else if (key == "mark" || key == "keep-roles") {
      error = key == "mark" ? "'mark' must be true or false" : "'keep-roles' must be a list of roles";
    } else {
      error = "unknown option '" + key + "'; there are 'keep-roles' and 'mark'";
    }
  }
  return options;
}

}  // namespace storydiff::rules
