/// \file syscall_filter.hpp
/// Which system calls this process may still make, by the kernel's seccomp.
#pragma once

#include <cstdint>

namespace storydiff::plugin_host {

struct FilterRequest {
  /// No other process and no other program: for a library. Scripts may have processes.
  bool single_process = false;
  /// No file is opened for writing: where Landlock does not see to it.
  bool refuse_writing = false;
};

struct Filter {
  bool installed = false;
  /// Where the kernel asks whether a new process or thread may be (5.5 and newer): see `TaskGate`.
  int listener = -1;
};

/// Refused from now on, in this process and its descendants: sockets but for a pair; memory that no limit
/// counts; new namespaces and mounts; looking into or changing other processes; changing files' owners,
/// modes and times; and everything that only administrators do. Refused calls fail with EPERM. Needs
/// PR_SET_NO_NEW_PRIVS. Not installed where the kernel or the processor's kind is not supported.
[[nodiscard]] Filter filter_system_calls(const FilterRequest& request);

}  // namespace storydiff::plugin_host
