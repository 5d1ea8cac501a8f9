/// \file command.hpp
/// What a command of the program is: a CLI11 subcommand that describes its own arguments, and the
/// function to run when it was chosen. One file a command.
#pragma once

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <functional>
#include <string>

#include "plugin_request.hpp"
#include "resource_request.hpp"
#include "storydiff/deadline.hpp"
#include "storydiff/document.hpp"
#include "storydiff/report.hpp"

namespace storydiff::cli {

struct Command {
  CLI::App* arguments;       ///< owned by the program's `CLI::App`
  std::function<int()> run;  ///< gives the exit status
  /// Where the plugins of the configuration go, if the command runs any; lives as long as `run`.
  PluginRequest* plugins = nullptr;
  bool reads_configuration = false;  ///< it does so itself, to show it
};

[[nodiscard]] Command compare_command(CLI::App& program);
[[nodiscard]] Command chain_command(CLI::App& program);
[[nodiscard]] Command check_command(CLI::App& program);
[[nodiscard]] Command normalize_command(CLI::App& program);
[[nodiscard]] Command show_command(CLI::App& program);
[[nodiscard]] Command batch_command(CLI::App& program);
[[nodiscard]] Command plugin_command(CLI::App& program);
[[nodiscard]] Command git_diff_command(CLI::App& program);
[[nodiscard]] Command config_command(CLI::App& program);
[[nodiscard]] Command schema_command(CLI::App& program);
/// `completion SHELL`, and the hidden `man`: both read the commands of `program` when they run.
[[nodiscard]] Command completion_command(CLI::App& program);
[[nodiscard]] Command manual_command(CLI::App& program);

/// The flags that several commands have.
void add_plugin_flags(CLI::App& arguments, PluginRequest& request);
void add_plugin_timeout_flag(CLI::App& arguments, PluginRequest& request);
void add_resource_flags(CLI::App& arguments, ResourceRequest& request);
void add_reading_flags(CLI::App& arguments, ReadOptions& reading);
void add_language_flag(CLI::App& arguments, std::string& language);
void add_color_flag(CLI::App& arguments, std::string& when);
/// `--timeout SECONDS`; 0, where nothing is said: as long as it takes.
void add_timeout_flag(CLI::App& arguments, double& seconds);
/// From now on; 0 seconds: never.
[[nodiscard]] Deadline deadline_in(double seconds);
/// `request`, with no more time for a plugin than the whole run has.
[[nodiscard]] PluginRequest within_timeout(PluginRequest request, double seconds);
/// `--jobs N`; 0, where nothing is said: as many as there are cores.
void add_jobs_flag(CLI::App& arguments, unsigned& jobs);
/// `--threads N`; 0, where nothing is said: as many as there are cores.
void add_threads_flag(CLI::App& arguments, unsigned& threads);
/// What was asked for, or the number of cores where that is 0.
[[nodiscard]] unsigned or_cores(unsigned asked);

/// The pipeline of `request`, with a warning for each plugin folder that can not be used.
[[nodiscard]] Result<Pipeline> load_pipeline(const PluginRequest& request);

/// A warning for each plugin that could not be loaded.
void warn_of_failures(const Pipeline& pipeline);

/// A warning where the rules of the texts' language are not complete; `before` says which texts.
void warn_of_language(const Report& report, const std::string& before = "");

}  // namespace storydiff::cli
