/// \file host_contract.hpp
/// What storydiff and `storydiff-plugin-host` know of each other beside the frames.
///
///     storydiff-plugin-host MEMORY_BYTES library FOLDER
///     storydiff-plugin-host MEMORY_BYTES command FOLDER PROGRAM ARGUMENT...
///
/// Requests come on standard input, answers go to standard output. The first line there is the hello,
/// said after the process has given up its rights and before any code of the plugin runs. Standard error
/// is the plugin's. The host ends with the plugin, or as soon as its standard input is closed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "plugin/child_process.hpp"

namespace storydiff::plugin_host {

/// Processes and threads that a plugin may have at a time.
inline constexpr int kMostTasks = 128;

/// Exit statuses of the host that are none of the plugin's. Above 128 and below them stand the signals,
/// as in a shell.
inline constexpr int kNobodyListens = 249;
inline constexpr int kCanNotServe = 250;
inline constexpr int kCanNotRun = 251;
inline constexpr int kTooMuchMemory = 252;
inline constexpr int kTooManyTasks = 253;

inline constexpr std::string_view kHello = "storydiff-plugin-host 1";

/// `lacks`: what of the isolation this machine does not have, in words; "" for nothing.
[[nodiscard]] inline std::string hello(const std::string& lacks) {
  return std::string(kHello) + (lacks.empty() ? "" : " " + lacks) + "\n";
}

/// What the hello lacks; nothing where it is none.
[[nodiscard]] inline std::optional<std::string> read_hello(std::string_view line) {
  if (!line.starts_with(kHello) || !line.ends_with('\n')) return std::nullopt;
  line.remove_prefix(kHello.size());
  line.remove_suffix(1);
  if (!line.empty()) line.remove_prefix(1);
  return std::string(line);
}

/// The plugin's end out of the host's, which stands for it.
[[nodiscard]] inline ChildEnd plugin_end(const ChildEnd& host) {
  constexpr int kSignals = 128;
  if (host.kind != ChildEnd::Kind::kExited || host.value <= kSignals || host.value > kSignals + 64) return host;
  return {ChildEnd::Kind::kSignaled, host.value - kSignals};
}

}  // namespace storydiff::plugin_host
