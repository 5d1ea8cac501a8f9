/// \file plugin_choice.hpp
/// Which plugins a request comes to, in which order and with which options, and who says so: known
/// from manifests and configuration alone, before any code is loaded.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "plugin_request.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "storydiff/result.hpp"

namespace storydiff::cli {

struct ChosenOption {
  std::string json;  ///< the value as JSON text
  Origin origin;
};

struct ChosenPlugin {
  std::string id;
  Origin origin;                                ///< who named it
  const PluginManifest* manifest = nullptr;     ///< of the catalogue; null where the plugin can not be had
  std::string problem;                          ///< why not
  std::map<std::string, ChosenOption> options;  ///< those that were set; by key

  /// All of them as one JSON object.
  [[nodiscard]] std::string options_json() const;
};

/// Fails where the catalogue has nothing of that id, with the nearest ones; `origin`: who named it.
[[nodiscard]] Status check_exists(const std::string& id, const Origin& origin, const PluginCatalogue& catalogue);

/// In the order in which they run. Errors: a plugin that does not exist (with the nearest ones), an
/// option that its schema refuses, an order that contradicts itself; each says where it stands.
[[nodiscard]] Result<std::vector<ChosenPlugin>> choose_plugins(const PluginRequest& request,
                                                               const PluginCatalogue& catalogue);

}  // namespace storydiff::cli
