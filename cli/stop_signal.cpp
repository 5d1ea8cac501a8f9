#include "stop_signal.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

namespace storydiff::cli {
namespace {

// A handler can reach nothing but what is global.
std::atomic<int> received_signal{0};
std::array<int, 2> pipe_ends{-1, -1};

void note(int signal) {
  const int saved = errno;
  received_signal = signal;
  // A full pipe is readable already.
  [[maybe_unused]] const ssize_t written = ::write(pipe_ends[1], "", 1);
  errno = saved;
}

void set_handler(int signal, void (*handler)(int)) {
  struct sigaction action {};
  // Who started us in the background does not want us to end with what is in front.
  if (::sigaction(signal, nullptr, &action) != 0 || action.sa_handler == SIG_IGN) return;
  action.sa_handler = handler;
  // Back to the default after the first one; other calls go on.
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
  ::sigemptyset(&action.sa_mask);
  ::sigaction(signal, &action, nullptr);
}

}  // namespace

StopSignal::StopSignal() {
  received_signal = 0;
  if (::pipe2(pipe_ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) pipe_ends = {-1, -1};
  set_handler(SIGINT, note);
  set_handler(SIGTERM, note);
}

StopSignal::~StopSignal() {
  set_handler(SIGINT, SIG_DFL);
  set_handler(SIGTERM, SIG_DFL);
  for (int& end : pipe_ends) {
    if (end >= 0) ::close(end);
    end = -1;
  }
}

int StopSignal::received() const { return received_signal; }
int StopSignal::descriptor() const { return pipe_ends[0]; }
void StopSignal::wake() { [[maybe_unused]] const ssize_t written = ::write(pipe_ends[1], "", 1); }

}  // namespace storydiff::cli
