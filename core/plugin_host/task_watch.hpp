/// \file task_watch.hpp
/// How many processes and threads descend from this one, and how much memory they use together.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <vector>

namespace storydiff::plugin_host {

struct TaskTally {
  int tasks = 0;            ///< threads, so at least one a process
  std::uint64_t bytes = 0;  ///< memory of their own, not shared with a file or each other
  std::vector<pid_t> processes;
};

/// Counts until there are more than `most` tasks. All zero where the kernel does not list the children of
/// a process. Reads a few small files of /proc for each process; numbers of processes are those of the
/// namespace that /proc was mounted in. Call it from the only thread.
[[nodiscard]] TaskTally tally_descendants(int most);

}  // namespace storydiff::plugin_host
