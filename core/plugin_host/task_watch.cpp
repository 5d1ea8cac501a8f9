#include "task_watch.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

namespace storydiff::plugin_host {
namespace {

void append_children(const std::string& task_folder, std::vector<pid_t>& processes) {
  std::ifstream file(task_folder + "/children");
  for (pid_t child = 0; file >> child;) processes.push_back(child);
}

std::uint64_t own_memory(const std::string& process_folder) {
  static const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
  std::ifstream file(process_folder + "/statm");
  std::uint64_t total = 0;
  std::uint64_t resident = 0;
  std::uint64_t shared = 0;
  file >> total >> resident >> shared;
  return resident > shared ? (resident - shared) * page : 0;
}

}  // namespace

TaskTally tally_descendants(int most) {
  TaskTally tally;
  append_children("/proc/thread-self", tally.processes);
  // The list grows while it is walked: children of children.
  for (std::size_t i = 0; i < tally.processes.size() && tally.tasks <= most; ++i) {
    const std::string folder = "/proc/" + std::to_string(tally.processes[i]);
    tally.bytes += own_memory(folder);
    std::error_code ec;
    std::filesystem::directory_iterator tasks(folder + "/task", ec);
    for (; !ec && tasks != std::filesystem::directory_iterator() && tally.tasks <= most; tasks.increment(ec)) {
      ++tally.tasks;
      append_children(tasks->path().string(), tally.processes);
    }
  }
  return tally;
}

}  // namespace storydiff::plugin_host
