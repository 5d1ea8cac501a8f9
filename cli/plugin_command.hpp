/// \file plugin_command.hpp
/// The commands below `storydiff plugin`, a file each.
#pragma once

#include <filesystem>
#include <string>

#include "command.hpp"

namespace storydiff::cli {

/// Whether the library that the manifest names is there; what has none is built by itself.
[[nodiscard]] bool is_built(const PluginManifest& plugin);
/// What to do about a plugin that is not built: build it in `folder`, which is as the user named it, `or_else`.
[[nodiscard]] Error not_built(const PluginManifest& plugin, const std::filesystem::path& folder,
                              const std::string& or_else);

/// `group` is the command `plugin`.
[[nodiscard]] Command plugin_list_command(CLI::App& group);
[[nodiscard]] Command plugin_new_command(CLI::App& group);
[[nodiscard]] Command plugin_test_command(CLI::App& group);
[[nodiscard]] Command plugin_check_command(CLI::App& group);
/// Hidden: one check, in the process that `plugin check` gives it.
[[nodiscard]] Command plugin_check_one_command(CLI::App& group);

}  // namespace storydiff::cli
