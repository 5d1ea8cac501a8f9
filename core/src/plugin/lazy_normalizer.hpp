/// \file lazy_normalizer.hpp
/// A plugin that is loaded when the first document needs it: what only some media types need costs others nothing.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "storydiff/result.hpp"

namespace storydiff::plugin_host {

using Loader = std::function<Result<std::shared_ptr<Normalizer>>()>;

/// Its facts are those of the manifest. `load` is called once, by the first `propose`; its error is then the answer to
/// this and all later calls.
[[nodiscard]] std::shared_ptr<Normalizer> make_lazy_normalizer(const PluginManifest& manifest, std::string options_json,
                                                               Loader load);

}  // namespace storydiff::plugin_host
