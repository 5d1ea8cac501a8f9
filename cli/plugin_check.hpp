/// \file plugin_check.hpp
/// `storydiff plugin check` and the hidden `plugin check-one`, in which it runs each check.
#pragma once

#include <CLI/App.hpp>

#include "command.hpp"

namespace storydiff::cli {

/// Adds both to `group`, the command `plugin`.
[[nodiscard]] Command plugin_check_command(CLI::App& group);
[[nodiscard]] Command plugin_check_one_command(CLI::App& group);

}  // namespace storydiff::cli
