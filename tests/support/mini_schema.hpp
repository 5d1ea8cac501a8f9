/// \file mini_schema.hpp
/// Checks a JSON value against a JSON Schema, for the few keywords that our own schemas use: type,
/// const, enum, required, properties, items, minItems, maxItems, minimum, maximum, anyOf and local
/// `$ref`. Meant for tests: an unknown keyword is a problem, so a schema can not outgrow it silently.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace storydiff_test {

/// Each problem is one line that begins with the JSON pointer into `value`; none: it is valid.
[[nodiscard]] std::vector<std::string> schema_problems(const nlohmann::json& value, const nlohmann::json& schema);

/// JSON pointers of the properties below `schema` that have no description.
[[nodiscard]] std::vector<std::string> undescribed_properties(const nlohmann::json& schema);

}  // namespace storydiff_test
