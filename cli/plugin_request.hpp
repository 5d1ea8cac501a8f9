/// \file plugin_request.hpp
/// Which normalizers a command runs: the default profile, and what the user adds, takes away and sets.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "config_file.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "storydiff/result.hpp"

namespace storydiff::cli {

/// Ids, and who names them.
struct PluginNames {
  std::vector<std::string> ids;
  Origin origin;
};

/// What one configuration file or profile says about plugins. A layer works upon what those below it left:
/// it may empty the list, take from it, and add to it.
struct PluginLayer {
  bool no_defaults = false;
  PluginNames without;
  PluginNames plugins;
  PluginNames order;
  std::vector<ConfiguredOption> options;
};

/// What stands on the command line, and below it the configuration.
struct PluginRequest {
  std::vector<std::string> plugins;  ///< "ID" or "ID:key=value,key=[a;b]"; added, or set where it is in the profile
  std::vector<std::string> without;  ///< ids taken out of the default profile
  bool no_defaults = false;          ///< start from an empty profile
  std::vector<std::filesystem::path> folders;  ///< searched before all others
  std::vector<std::string> in_process;         ///< ids of libraries that are trusted to run in this process
  double timeout_seconds = 10;                 ///< what an isolated plugin may take to load, and for each text
  std::vector<std::string> order;              ///< ids, each of which runs before the next
  std::vector<PluginLayer> layers;             ///< lowest first
};

/// Where this program's own plugins lie: found from the place of the executable, so that the build
/// tree and an install moved as a whole both work. Empty where the system can not tell.
[[nodiscard]] std::filesystem::path installed_plugin_folder();

/// The program that other people's plugins run in: found from the place of the executable.
[[nodiscard]] std::filesystem::path plugin_host_program();

[[nodiscard]] PluginCatalogue find_plugins(const std::vector<std::filesystem::path>& extra_folders);

/// One option as JSON text: `values` has one text, or those of a list. The manifest's schema says which. The
/// error says what would be right.
[[nodiscard]] Result<std::string> plugin_option(const std::string& key, const std::vector<std::string>& values,
                                                const PluginManifest& manifest);

/// The options object of `settings` ("key=value,other=[a;b]") as JSON text. The manifest's schema
/// gives each key its type; without one, a value is a string. An unknown key or a value of another
/// type is a usage error that names what would be right.
[[nodiscard]] Result<std::string> plugin_options(std::string_view settings, const PluginManifest& manifest);

/// What `request` says on trust and limits: plugins of the installed folder are ours. A usage error for
/// an id that is none, or a script's, and for a time that is none.
[[nodiscard]] Result<PluginPolicy> plugin_policy(const PluginRequest& request, const PluginCatalogue& catalogue);

/// The pipeline of `request`, in an order that keeps every rule. A plugin that exists but can not be loaded becomes a
/// step with its failure; one that does not exist is an error that names the nearest ones. Plugins of the installed
/// folder run in this process, and those of `request.in_process`; all others in `plugin_host_program()`.
[[nodiscard]] Result<Pipeline> make_pipeline(const PluginRequest& request, const PluginCatalogue& catalogue);

}  // namespace storydiff::cli
