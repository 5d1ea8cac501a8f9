/// \file print.hpp
/// What `storydiff plugin check` prints: text for people, JSON for programs.
#pragma once

#include <string>
#include <vector>

#include "plugin_check/run_checks.hpp"
#include "terminal_style.hpp"

namespace storydiff::plugin_check {

/// The plugin, its folder, the seed and the time limit.
[[nodiscard]] std::string header_text(const CheckRequest& request, const cli::TerminalStyle& style);
/// One check: status, id, and what there is to say; for a bad one the command that repeats it.
[[nodiscard]] std::string run_text(const CheckRequest& request, const CheckRun& run, const cli::TerminalStyle& style);
/// "27 checks: 24 passed, 1 failed, 2 skipped".
[[nodiscard]] std::string summary_text(const std::vector<CheckRun>& runs, const cli::TerminalStyle& style);
/// A JSON document, its schema "storydiff-plugin-check/1".
[[nodiscard]] std::string runs_json(const CheckRequest& request, const std::vector<CheckRun>& runs);
/// All checks with their sentences, as the guide for plugin writers prints them.
[[nodiscard]] std::string list_text(const cli::TerminalStyle& style);
[[nodiscard]] std::string list_json();

}  // namespace storydiff::plugin_check
