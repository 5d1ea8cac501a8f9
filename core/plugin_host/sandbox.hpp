/// \file sandbox.hpp
/// What a plugin's process gives up before any code of the plugin runs in it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace storydiff::plugin_host {

struct SandboxRequest {
  std::uint64_t memory_bytes = 0;               ///< private memory of one process (RLIMIT_DATA); 0: no limit
  std::vector<std::filesystem::path> readable;  ///< beside the system's own folders
  bool single_process = false;                  ///< a library: no other process, no other program
};

/// Gives up, for this process and all that it starts: privileges, writing files, reading any but the
/// system's and `readable`, the network, other processes, memory beyond the limit. What the kernel does
/// not have is left out and comes back in words ("no Landlock: ..."), "" where it had all.
/// `has_namespace`: whether this process has a process namespace of its own.
[[nodiscard]] std::string enter_sandbox(const SandboxRequest& request, bool has_namespace);

/// The folders that `program` needs beside the system's: its own, and the libraries next to that.
[[nodiscard]] std::vector<std::filesystem::path> program_folders(const std::filesystem::path& program);

}  // namespace storydiff::plugin_host
