/// \file rules_plugin.hpp
/// Plugins that are rules and no code: a bundled plugin, the engine, does their work.
///
/// The core knows neither the format of the rules nor regular expressions. To it the engine is a
/// library behind the ABI like any other, which is given the folder of the rules as its own.
#pragma once

#include <memory>
#include <string>

#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "storydiff/result.hpp"

namespace storydiff::plugin_host {

/// The id of the plugin that runs rules.
inline constexpr const char* kRulesEngine = "rules-engine";

/// `plugin`: a manifest of the kind rules. `engine`: the engine's manifest, or null where the
/// catalogue has none. `options_json`: as `check_options` returns it. Errors name the plugin and, for
/// a rule that is wrong, its file.
[[nodiscard]] Result<std::shared_ptr<Normalizer>> make_rules_normalizer(const PluginManifest& plugin,
                                                                        const PluginManifest* engine,
                                                                        std::string options_json);

}  // namespace storydiff::plugin_host
