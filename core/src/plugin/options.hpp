/// \file options.hpp
/// The options of a plugin, checked against the schema in its manifest before any of its code runs.
///
/// The schema is the part of JSON Schema that a form or a command line can show: an object with
/// `properties`, each with a `type` (string, integer, number, boolean or array) and perhaps an
/// `enum`, a `default`, a `description`, for arrays `items`. Everything else in it is kept for
/// people and other tools, and not checked here. Options that the schema does not name are refused.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "storydiff/plugin_catalogue.hpp"
#include "storydiff/result.hpp"

namespace storydiff::plugin_host {

/// Whether `schema` (the manifest's `options`) can be checked against. The error names the member
/// ("options.properties.level.type must be ...").
[[nodiscard]] Status check_options_schema(const nlohmann::json& schema);

/// The options as canonical JSON text (keys sorted, no white space). The error names the plugin,
/// the option, and what it may be.
[[nodiscard]] Result<std::string> check_options(const PluginManifest& manifest, std::string_view options_json);

}  // namespace storydiff::plugin_host
