/// \file rule_file.hpp
/// Reads rule files (`storydiff-rules/1`).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "rule.hpp"

namespace storydiff::rules {

/// A rule file that has been read from where it lay.
struct RuleFile {
  std::string name;  ///< for messages; may be empty
  std::string json;
};

/// The rules of `files`, as if they stood in one file: in order, the lists and fragments of a file
/// known to all files after it, conditions free to name rules and roles of any of them. Nothing, and
/// in `error` one line that names the file, the rule and what is wrong: no JSON, an unknown key, a pattern
/// that RE2 refuses, a list or an id that an earlier file has taken, a condition that names no rule
/// or role.
[[nodiscard]] std::optional<RuleSet> read_rules(std::span<const RuleFile> files, std::string& error);

/// The same for one file without a name.
[[nodiscard]] std::optional<RuleSet> read_rules(std::string_view json, std::string& error);

/// Fills the pattern sets of `set` from its rules, which then stay where they are. Done by `read_rules`.
void index_patterns(RuleSet& set);

}  // namespace storydiff::rules
