#include <CLI/App.hpp>
#include <CLI/Validators.hpp>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <system_error>
#include <vector>

#include "message.hpp"
#include "output.hpp"
#include "plugin_check/check.hpp"
#include "plugin_check/child.hpp"
#include "plugin_check/print.hpp"
#include "plugin_check/run_checks.hpp"
#include "plugin_command.hpp"
#include "suggest.hpp"
#include "terminal_style.hpp"

namespace storydiff::cli {
namespace {

namespace fs = std::filesystem;
using plugin_check::CheckRequest;
using plugin_check::CheckRun;

constexpr double kDefaultTimeLimit = 60;
constexpr double kLongestTimeLimit = 86400;

struct CheckArguments {
  std::string plugin;
  std::string json;
  std::vector<std::string> only;
  std::optional<std::uint64_t> seed;
  double time_limit = kDefaultTimeLimit;
  bool list = false;
  std::string color = "auto";
};

std::vector<std::string> known_ids() {
  std::vector<std::string> ids;
  for (const plugin_check::Check& check : plugin_check::all_checks()) ids.emplace_back(check.id);
  return ids;
}

Error unknown_check(const std::string& id) {
  const std::string near = did_you_mean(id, known_ids());
  return {ErrorCode::kUsage,
          "there is no check '" + id + "'" + (near.empty() ? "; 'storydiff plugin check --list' lists them" : near)};
}

/// The folder of what the user named: a plugin's folder, its plugin.json or its library.
Result<fs::path> find_folder(const fs::path& named) {
  std::error_code error;
  if (!fs::exists(named, error)) return Error{ErrorCode::kNotFound, named.string() + ": no such file or folder"};
  const bool is_folder = fs::is_directory(named, error);
  const fs::path absolute = fs::absolute(named, error).lexically_normal();
  // A final slash would stand in every message.
  const fs::path folder = is_folder && absolute.has_filename() ? absolute : absolute.parent_path();
  if (!fs::exists(folder / "plugin.json", error))
    return Error{ErrorCode::kNotFound, named.string() + (is_folder ? ": has no plugin.json: name a plugin's folder"
                                                                   : ": there is no plugin.json beside it")};
  return folder;
}

/// The plugin of `folder`, which is the one that the user named.
Result<PluginManifest> find_plugin(const fs::path& named, const fs::path& folder) {
  auto manifest = read_plugin_folder(folder);
  std::error_code error;
  if (manifest && !fs::is_directory(named, error) && named.filename() != "plugin.json" &&
      named.filename() != manifest->library)
    return Error{ErrorCode::kUsage, named.string() + ": is not the library of the plugin.json beside it"};
  return manifest;
}

Status write_list(const CheckArguments& arguments) {
  if (!arguments.json.empty()) return write_json(arguments.json, plugin_check::list_json());
  return write_stdout(plugin_check::list_text(stdout_style(arguments.color)));
}

int run(const CheckArguments& arguments) {
  for (const std::string& id : arguments.only)
    if (plugin_check::find_check(id) == nullptr) return trouble(unknown_check(id));
  if (arguments.list) {
    const Status written = write_list(arguments);
    return written ? 0 : trouble(written.error());
  }
  if (arguments.plugin.empty())
    return trouble("plugin check needs a FILE or DIR (see 'storydiff plugin check --help')");
  const Result<fs::path> folder = find_folder(arguments.plugin);
  if (!folder) return trouble(folder.error());
  Result<PluginManifest> manifest = find_plugin(arguments.plugin, *folder);
  if (!manifest) return trouble(manifest.error());
  if (!is_built(*manifest)) return trouble(not_built(*manifest, *folder, "name the folder where it lies"));

  CheckRequest request;
  request.folder = *folder;
  request.manifest = *std::move(manifest);
  // 32 bits: short enough to be typed again.
  request.seed = arguments.seed.value_or(std::random_device()());
  request.time_limit = std::chrono::milliseconds(static_cast<std::int64_t>(std::lround(arguments.time_limit * 1000)));
  request.only = arguments.only;

  const bool text = arguments.json != "-";
  const TerminalStyle style = stdout_style(arguments.color);
  Status written = text ? write_stdout(plugin_check::header_text(request, style)) : Success{};
  bool bad = false;
  const std::vector<CheckRun> runs = plugin_check::run_checks(request, [&](const CheckRun& run) {
    bad = bad || plugin_check::is_bad(run.outcome.status);
    if (text && written) written = write_stdout(plugin_check::run_text(request, run, style));
  });
  if (text && written) written = write_stdout(plugin_check::summary_text(runs, style));
  if (written && !arguments.json.empty()) written = write_json(arguments.json, plugin_check::runs_json(request, runs));
  if (!written) return trouble(written.error());
  return bad ? kDifference : kNoDifference;
}

}  // namespace

Command plugin_check_command(CLI::App& group) {
  CLI::App* app =
      group.add_subcommand("check", "Check that a plugin keeps the rules, each check in a process of its own");
  auto arguments = std::make_shared<CheckArguments>();
  app->add_option("plugin", arguments->plugin, "A plugin's folder, its plugin.json or its library")
      ->type_name("FILE|DIR");
  app->add_option("--only", arguments->only, "Run this check only; may be given again")
      ->type_name("ID")
      ->allow_extra_args(false);
  app->add_option("--seed", arguments->seed, "Repeat the random texts of an earlier run")->type_name("N");
  app->add_option("--time-limit", arguments->time_limit, "Seconds for each check")
      ->type_name("S")
      ->capture_default_str()
      ->check(CLI::Range(0.01, kLongestTimeLimit).description(""));
  app->add_flag("--list", arguments->list, "List the checks, and what each proves, and run none");
  app->add_option("--json", arguments->json,
                  "Write the results as JSON; without a FILE, or with '-', to standard output instead of the text")
      ->type_name("FILE")
      ->expected(0, 1)
      ->default_str("-");
  add_color_flag(*app, arguments->color);
  app->footer(
      "A check has passed, failed, crashed, timed out or been skipped, or is a warning. A plugin may do what it\n"
      "likes: no check can harm another or leave processes behind. The plugin's own texts, in its folder cases,\n"
      "are tried beside the bundled ones.\n\n"
      "Exit status: 0 nothing failed, crashed or timed out, 1 something did, 2 trouble.\n\n"
      "Examples:\n"
      "  storydiff plugin check build/plugins/my-normalizer\n"
      "  storydiff plugin check my-rules --only fuzz --seed 1234\n"
      "  storydiff plugin check --list");
  return {app, [arguments] { return run(*arguments); }};
}

Command plugin_check_one_command(CLI::App& group) {
  struct OneArguments {
    std::string id;
    std::string folder;
    std::uint64_t seed = 0;
  };
  CLI::App* app = group.add_subcommand("check-one", "One check, in this process, for 'plugin check'");
  app->group("");  // hidden: it may end in any way
  auto arguments = std::make_shared<OneArguments>();
  app->add_option("id", arguments->id)->required();
  app->add_option("folder", arguments->folder)->required();
  app->add_option("--seed", arguments->seed);
  return {app, [arguments] {
            const plugin_check::Check* check = plugin_check::find_check(arguments->id);
            if (check == nullptr) return trouble(unknown_check(arguments->id));
            return plugin_check::run_check_here(*check, arguments->folder, arguments->seed);
          }};
}

}  // namespace storydiff::cli
