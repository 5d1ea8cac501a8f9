/// \file abi_check.hpp
/// What a library claims about itself, checked before the host relies on it.
#pragma once

#include <filesystem>

#include "storydiff/plugin_catalogue.hpp"
#include "storydiff/result.hpp"
#include "storydiff_plugin.h"

namespace storydiff::plugin_host {

/// Reads data only, and none beyond the entry's `struct_size`; calls nothing. Messages read on from
/// "plugin 'x' (path) ".
[[nodiscard]] Status check_entry(const storydiff_plugin_entry_t& entry);

/// The descriptor that says the manifest's id, with every member that this host needs. Calls
/// `entry.descriptor` only; precondition: `check_entry(entry)`.
[[nodiscard]] Result<const storydiff_descriptor*> find_descriptor(const storydiff_plugin_entry_t& entry,
                                                                  const PluginManifest& manifest);

}  // namespace storydiff::plugin_host
