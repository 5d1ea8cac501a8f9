/// \file child.hpp
/// One check, in the process that it has for itself.
#pragma once

#include <cstdint>
#include <filesystem>

#include "plugin_check/check.hpp"

namespace storydiff::plugin_check {

/// Exit status of a child that `abort` has ended. As the first process of its namespace it can not be
/// ended by that signal itself.
inline constexpr int kAborted = 128 + 6;

/// Runs `check` on the plugin of `folder` (see `read_plugin_folder`) and writes what it does and how it ended to
/// standard output, as lines of `place_line` and one of `outcome_line`. While it runs, standard output is elsewhere, so
/// that nothing of the plugin's mixes with it. Ends the process, except after the check "process-end", where the
/// plugin's own end is what is looked at: then it gives the exit status.
[[nodiscard]] int run_check_here(const Check& check, const std::filesystem::path& folder, std::uint64_t seed);

}  // namespace storydiff::plugin_check
