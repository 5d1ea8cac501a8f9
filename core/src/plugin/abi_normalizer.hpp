/// \file abi_normalizer.hpp
/// A plugin behind the C ABI as the pipeline's `Normalizer`. Knows nothing of how the library came
/// into the process.
#pragma once

#include <memory>
#include <string>

#include "plugin/library_plugin.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "storydiff/result.hpp"

namespace storydiff::plugin_host {

/// Checks the library's entry and descriptor, calls `init` if nobody has, and creates an instance.
/// `options_json`: as `check_options` returns it. `library` must outlive the result. Errors name
/// the plugin and the library. Never throws for anything that the plugin does.
[[nodiscard]] Result<std::shared_ptr<Normalizer>> make_abi_normalizer(PluginLibrary& library,
                                                                      const PluginManifest& manifest,
                                                                      std::string options_json);

/// The same for a library that does the work of another plugin: `worker` is the manifest of the
/// library, and the normalizer goes by the name and works in the folder of `plugin`. Errors of
/// `create` name the plugin alone, whose fault they are.
[[nodiscard]] Result<std::shared_ptr<Normalizer>> make_abi_normalizer(PluginLibrary& library,
                                                                      const PluginManifest& worker,
                                                                      const PluginManifest& plugin,
                                                                      std::string options_json);

}  // namespace storydiff::plugin_host
