/// \file rule_file.hpp
/// Reads a rule file (`storydiff-rules/1`).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rule.hpp"

namespace storydiff::rules {

/// The rules of `json`, or nothing and in `error` one line that names the place in the file: no
/// JSON, an unknown key, a pattern that RE2 refuses, a condition that names no rule or role.
[[nodiscard]] std::optional<RuleSet> read_rules(std::string_view json, std::string& error);

}  // namespace storydiff::rules
