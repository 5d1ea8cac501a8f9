/// \file library.hpp
/// A plugin library without the host between: what it says about itself, and calls of its functions
/// with answers that the host never gives.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plugin_check/texts.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "storydiff/result.hpp"
#include "storydiff_plugin.h"

namespace storydiff::plugin_check {

/// The library's entry. Its static initialisers have run then, nothing else of it. Not checked: see
/// `entry_complaint`. The library stays loaded.
[[nodiscard]] Result<const storydiff_plugin_entry_t*> open_entry(const PluginManifest& manifest);

/// What forbids reading or calling the entry any further; empty when nothing does.
[[nodiscard]] std::string version_complaint(const storydiff_plugin_entry_t& entry);
[[nodiscard]] std::string size_complaint(const storydiff_plugin_entry_t& entry);

/// The descriptor of the manifest's id, after `init`; null when the library has none. Precondition:
/// neither complaint.
[[nodiscard]] const storydiff_descriptor* find_descriptor(const storydiff_plugin_entry_t& entry,
                                                          const PluginManifest& manifest);

/// How one direct call of `normalize` went whose sink refuses every edit.
struct RefusedCall {
  bool made = false;          ///< an instance could be made
  std::size_t refused = 0;    ///< edits that were offered
  int status = STORYDIFF_OK;  ///< what `normalize` returned
  std::string message;        ///< what it told the host; empty: nothing
};
[[nodiscard]] RefusedCall call_with_refusing_sink(const storydiff_descriptor& descriptor,
                                                  const PluginManifest& manifest, const Text& text,
                                                  const Text* counterpart);

}  // namespace storydiff::plugin_check
