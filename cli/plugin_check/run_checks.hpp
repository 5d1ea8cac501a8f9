/// \file run_checks.hpp
/// All checks of one plugin, each in a child process of this program.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "plugin_check/check.hpp"
#include "storydiff/plugin_catalogue.hpp"

namespace storydiff::plugin_check {

struct CheckRequest {
  std::filesystem::path folder;  ///< absolute; see `read_plugin_folder`
  PluginManifest manifest;       ///< its plugin
  std::uint64_t seed = 0;
  std::chrono::milliseconds time_limit{};  ///< for each check
  std::vector<std::string> only;           ///< ids; empty: all
};

struct CheckRun {
  const Check* check = nullptr;
  Outcome outcome;
};

/// Runs the checks in the order of `all_checks`, and tells `done` of each as it ends. Those that do not
/// apply are skipped without a process; so are those that need an instance after "load" went wrong, and
/// all that are left once three have timed out. Each child and what it has started is gone when this
/// returns, also where it had left its process group. Takes over all orphans of the process while it runs.
std::vector<CheckRun> run_checks(const CheckRequest& request, const std::function<void(const CheckRun&)>& done);

/// The command that repeats a check.
[[nodiscard]] std::string repeat_command(const CheckRequest& request, const Check& check);

}  // namespace storydiff::plugin_check
