#include "task_watch.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstring>
#include <string>
#include <string_view>

namespace storydiff::plugin_host {
namespace {

/// A small file of /proc as it stands; "" where it is gone. In one read: more would be of another moment.
class SmallFile {
 public:
  explicit SmallFile(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    const ssize_t count = ::read(file, bytes_.data(), bytes_.size());
    ::close(file);
    if (count > 0) size_ = static_cast<std::size_t>(count);
  }
  /// Its next number, as long as there is one.
  bool next(std::uint64_t& number) {
    while (at_ < size_ && bytes_[at_] == ' ') ++at_;
    const char* const end = bytes_.data() + size_;
    const auto [rest, error] = std::from_chars(bytes_.data() + at_, end, number);
    at_ = static_cast<std::size_t>(rest - bytes_.data());
    return error == std::errc();
  }

 private:
  std::array<char, 16384> bytes_;  // NOLINT(*-member-init): filled by read
  std::size_t size_ = 0;
  std::size_t at_ = 0;
};

void append_children(const std::string& task_folder, std::vector<pid_t>& processes) {
  SmallFile file(task_folder + "/children");
  for (std::uint64_t child = 0; file.next(child);) processes.push_back(static_cast<pid_t>(child));
}

std::uint64_t own_memory(const std::string& process_folder) {
  static const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
  SmallFile file(process_folder + "/statm");
  std::uint64_t total = 0;
  std::uint64_t resident = 0;
  std::uint64_t shared = 0;
  if (!file.next(total) || !file.next(resident) || !file.next(shared)) return 0;
  return resident > shared ? (resident - shared) * page : 0;
}

}  // namespace

TaskTally tally_descendants(int most) {
  TaskTally tally;
  append_children("/proc/thread-self", tally.processes);
  int more_threads = 0;
  // The list grows while it is walked: children of children. When it is too long already, nothing else counts.
  for (std::size_t i = 0; i < tally.processes.size(); ++i) {
    tally.tasks = static_cast<int>(tally.processes.size()) + more_threads;
    if (tally.tasks > most) return tally;
    const std::string folder = "/proc/" + std::to_string(tally.processes[i]);
    DIR* const tasks = ::opendir((folder + "/task").c_str());
    if (tasks == nullptr) continue;
    int threads = 0;
    while (const dirent* const task = ::readdir(tasks)) {
      if (task->d_name[0] == '.') continue;
      ++threads;
      append_children(folder + "/task/" + task->d_name, tally.processes);
    }
    ::closedir(tasks);
    if (threads > 1) more_threads += threads - 1;
    tally.bytes += own_memory(folder);
  }
  tally.tasks = static_cast<int>(tally.processes.size()) + more_threads;
  return tally;
}

}  // namespace storydiff::plugin_host
