/// \file library_server.hpp
/// Serves one library plugin: a text in, its edits out, until the input ends.
#pragma once

#include <cstdint>

#include "storydiff/plugin_catalogue.hpp"

namespace storydiff::plugin_host {

/// Where the frames come from and go to, out of the plugin's sight: its own standard input is empty, and
/// its standard output is its standard error.
struct Channel {
  int requests = -1;
  int replies = -1;
};

/// Moves the first two streams of this process out of the way. Negative where that fails.
[[nodiscard]] Channel take_channel();

/// Writes all of it; false where nobody reads any more.
[[nodiscard]] bool write_all(int descriptor, const char* bytes, std::size_t size);

/// Loads the library and answers. Returns the exit status.
[[nodiscard]] int serve_library(const Channel& channel, const PluginManifest& manifest, std::uint64_t memory_bytes);

}  // namespace storydiff::plugin_host
