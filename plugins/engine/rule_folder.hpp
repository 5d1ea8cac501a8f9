/// \file rule_folder.hpp
/// Reads the rules of a plugin from the folder where they lie.
///
///     rules/order.json    {"schema": "storydiff-rules-order/1", "files": ["words.json", "neutral.json"]}
///     rules/words.json    a rule file
///     rules/neutral.json  another
///
/// A folder without `order.json` holds rule files alone; they are read in the order of their names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rule_cache.hpp"
#include "rule_file.hpp"

namespace storydiff::rules {

/// The rule files of `folder` in the order that its `order.json` states, or else of their names; none,
/// and in `error` one line with the path, where one can not be read.
[[nodiscard]] std::vector<RuleFile> read_rule_files(const std::string& folder, std::string& error);

/// What `order.json` and `files` look like there, for a cache of them. Borrows the names of `files`. None where one of
/// them is not there, or no order is: then nothing tells when a file is added.
[[nodiscard]] std::vector<CachedFile> looks_of(const std::string& folder, const std::vector<RuleFile>& files);

/// The rules of those files, or nothing and what is wrong.
[[nodiscard]] std::optional<RuleSet> read_rule_folder(const std::string& folder, std::string& error);

}  // namespace storydiff::rules
