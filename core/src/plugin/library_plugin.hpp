/// \file library_plugin.hpp
/// Shared libraries that hold plugins: loaded once, never unloaded.
///
/// A plugin may leave threads, thread-local destructors and pointers behind (its descriptors are
/// pointers into it), so unloading can not be made safe, and nothing gains by it.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

#include "plugin/host_services.hpp"
#include "storydiff/result.hpp"
#include "storydiff_plugin.h"

namespace storydiff::plugin_host {

/// A loaded library. Lives until the process ends. `entry` is what the library exports: not yet
/// checked, see `abi_check.hpp`.
struct PluginLibrary {
  std::filesystem::path path;  ///< canonical
  const storydiff_plugin_entry_t* entry = nullptr;

  /// Held during every call of a plugin that does not say that it is thread-safe, and by `init`.
  std::mutex calls;
  /// What `init` was given; it may keep it. Set before `init` is called.
  std::unique_ptr<HostServices> host;
  /// How `init` went; it is called once, and a failure is final.
  std::optional<Status> initialised;
};

/// Loads `library` with all symbols resolved now and none offered to other libraries, and finds its
/// entry. The same file gives the same object. The library's static initialisers run here, nothing
/// else of it does. Errors: the loader's own words, or that the entry symbol is missing. Thread-safe.
[[nodiscard]] Result<PluginLibrary*> open_plugin_library(const std::filesystem::path& library);

}  // namespace storydiff::plugin_host
