/// \file manifest.hpp
/// How discovery reads `plugin.json`: like `read_plugin_manifest`, but it keeps the id of a
/// manifest that is wrong elsewhere, so that asking for that plugin says what is wrong.
#pragma once

#include <filesystem>
#include <string>

#include "storydiff/plugin_catalogue.hpp"
#include "storydiff/result.hpp"

namespace storydiff::plugin_host {

struct ManifestReading {
  std::string id;  ///< empty when not even that is valid
  Result<PluginManifest> manifest;
};

inline constexpr const char* kManifestName = "plugin.json";

[[nodiscard]] ManifestReading read_manifest(const std::filesystem::path& manifest_file);

/// The same as `read_plugin_folder`.
[[nodiscard]] ManifestReading read_folder(const std::filesystem::path& folder);

}  // namespace storydiff::plugin_host
