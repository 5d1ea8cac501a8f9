/// \file checked_folder.hpp
/// The folder of a plugin that breaks one rule, and what the checker says of it.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "support/process.hpp"
#include "support/temporary_folder.hpp"

namespace storydiff_test {

/// Lays the plugin `checked` into `folder`, to do as `behaviour` says. `more` are members for its
/// manifest, which may replace those that are there.
void write_checked_plugin(const TemporaryFolder& folder, const std::string& behaviour,
                          const nlohmann::json& more = nlohmann::json::object());

/// Runs `storydiff plugin check checked ARGUMENTS...` in `folder`.
[[nodiscard]] ProcessResult check_plugin(const TemporaryFolder& folder, std::vector<std::string> arguments);

/// The checks of its JSON by id.
[[nodiscard]] std::map<std::string, nlohmann::json> checks_of(const ProcessResult& result);

/// "ID status", sorted, for all that have not passed; skipped ones only where `skipped` is set.
[[nodiscard]] std::vector<std::string> not_passed(const ProcessResult& result, bool skipped = false);

}  // namespace storydiff_test
