/// \file plugin_command.hpp
/// The commands below `storydiff plugin`, a file each.
#pragma once

#include "command.hpp"

namespace storydiff::cli {

/// `group` is the command `plugin`.
[[nodiscard]] Command plugin_list_command(CLI::App& group);
[[nodiscard]] Command plugin_new_command(CLI::App& group);
[[nodiscard]] Command plugin_test_command(CLI::App& group);
[[nodiscard]] Command plugin_check_command(CLI::App& group);
/// Hidden: one check, in the process that `plugin check` gives it.
[[nodiscard]] Command plugin_check_one_command(CLI::App& group);

}  // namespace storydiff::cli
