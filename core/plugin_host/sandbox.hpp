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

struct Sandbox {
  std::string lacks;  ///< what the kernel does not have, in words ("no Landlock: ..."), "" where it had all
  int listener = -1;  ///< see `Filter`
};

/// Gives up, for this process and all that it starts: privileges, writing files, reading any but the
/// system's and `readable`, the network, other processes, memory beyond the limit. What the kernel does
/// not have is left out.
/// `has_namespace`: whether this process has a process namespace of its own.
[[nodiscard]] Sandbox enter_sandbox(const SandboxRequest& request, bool has_namespace);

/// The folders that `program` needs beside the system's: its own, and the libraries next to that. And those
/// of all that lies in PATH, for a program is often a small script that looks for another.
[[nodiscard]] std::vector<std::filesystem::path> program_folders(const std::filesystem::path& program);

}  // namespace storydiff::plugin_host
