#include "pager.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

#include "output.hpp"
#include "terminal_style.hpp"

extern char** environ;

namespace storydiff::cli {
namespace {

/// `sh -c command` with our standard input's place taken by `input`; 0 where it can not be started. Signals are as
/// a program expects them, not as we have them.
pid_t spawn_shell(const std::string& command, int input) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  if (posix_spawn_file_actions_init(&actions) != 0) return 0;
  if (posix_spawnattr_init(&attributes) != 0) {
    posix_spawn_file_actions_destroy(&actions);
    return 0;
  }
  sigset_t usual;
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  sigaddset(&usual, SIGINT);
  sigaddset(&usual, SIGQUIT);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);

  std::string shell = "sh";
  std::string flag = "-c";
  std::string line = command;
  std::array<char*, 4> arguments{shell.data(), flag.data(), line.data(), nullptr};
  pid_t child = 0;
  if (posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments.data(), environ) != 0) child = 0;
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return child;
}

/// An interrupt is the pager's business while it runs.
class IgnoredInterrupts {
 public:
  IgnoredInterrupts() : interrupt_(std::signal(SIGINT, SIG_IGN)), quit_(std::signal(SIGQUIT, SIG_IGN)) {}
  IgnoredInterrupts(const IgnoredInterrupts&) = delete;
  IgnoredInterrupts& operator=(const IgnoredInterrupts&) = delete;
  ~IgnoredInterrupts() {
    std::signal(SIGINT, interrupt_);
    std::signal(SIGQUIT, quit_);
  }

 private:
  void (*interrupt_)(int);
  void (*quit_)(int);
};

}  // namespace

std::string pager_command() {
  for (const char* name : {"STORYDIFF_PAGER", "PAGER"}) {
    const char* value = std::getenv(name);
    if (value == nullptr) continue;
    return std::string_view(value) == "cat" ? "" : value;
  }
  return "less";
}

bool show_in_pager(const std::string& command, const std::string& text) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
  ::setenv("LESS", "FRX", 0);
  ::setenv("LV", "-c", 0);
  const IgnoredInterrupts ignored;
  const pid_t child = spawn_shell(command, ends[0]);
  ::close(ends[0]);
  // A reader who has seen enough closes the pipe.
  if (child != 0) (void)write_descriptor(ends[1], text);
  ::close(ends[1]);
  if (child == 0) return false;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  // What the shell says of a command that is not there, or can not be run.
  constexpr int kNotRunnable = 126;
  constexpr int kNotFound = 127;
  return !WIFEXITED(status) || (WEXITSTATUS(status) != kNotRunnable && WEXITSTATUS(status) != kNotFound);
}

Status write_paged(const std::string& text) {
  const std::string command = pager_command();
  if (stdout_is_terminal() && !command.empty() && show_in_pager(command, text)) return Success{};
  return write_stdout(text);
}

}  // namespace storydiff::cli
