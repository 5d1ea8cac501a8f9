/// \file isolated_normalizer.hpp
/// A plugin in a process of its own as the pipeline's `Normalizer`: libraries that nobody trusts, and
/// scripts.
///
/// The process is `storydiff-plugin-host`, which takes away its own rights and then loads the library or
/// becomes the script. It serves one text after the other. Whatever goes wrong in it costs the edits of
/// that text; the next text gets a fresh process.
#pragma once

#include <memory>
#include <string>

#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "storydiff/result.hpp"

namespace storydiff::plugin_host {

/// Starts the process, and for a library waits until it is loaded. `options_json`: as `check_options`
/// returns it. The process lives as long as the result, and no longer than this process. Errors name
/// the plugin. Costs some milliseconds; a text then costs two trips through a pipe.
[[nodiscard]] Result<std::shared_ptr<Normalizer>> make_isolated_normalizer(const PluginManifest& manifest,
                                                                           std::string options_json,
                                                                           const PluginPolicy& policy);

}  // namespace storydiff::plugin_host
