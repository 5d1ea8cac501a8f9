#include "supervisor.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <optional>

#include "plugin/host_contract.hpp"
#include "task_gate.hpp"
#include "task_watch.hpp"

namespace storydiff::plugin_host {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// How often the processes are counted, and how long the worker has to end once nobody listens.
constexpr milliseconds kTick{100};
constexpr milliseconds kGrace{300};

/// Reaps what has ended, the worker or orphans of its processes. The worker's exit status, if it has one.
/// Some at a time: a fork bomb leaves orphans faster than they can be reaped.
std::optional<int> reap(pid_t worker) {
  constexpr int kMostAtOnce = 64;
  std::optional<int> ended;
  int status = 0;
  for (int i = 0; i < kMostAtOnce; ++i) {
    const pid_t child = ::waitpid(-1, &status, WNOHANG);
    if (child <= 0) break;
    if (child == worker) ended = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  }
  return ended;
}

/// Without a namespace of our own the descendants must be found one by one. They can not leave: orphans
/// become our children. More than a few rounds only where they fork as fast as we kill.
void end_descendants() {
  if (has_own_namespace()) return;
  constexpr int kRounds = 1000;
  constexpr int kAll = 1 << 20;
  for (int round = 0; round < kRounds; ++round) {
    const TaskTally tally = tally_descendants(kAll);
    if (tally.processes.empty()) return;
    // Stopped first, so that none can fork while the others are being ended.
    for (const pid_t process : tally.processes) ::kill(process, SIGSTOP);
    for (const pid_t process : tally.processes) ::kill(process, SIGKILL);
    int status = 0;
    while (::waitpid(-1, &status, WNOHANG) > 0) {
    }
    const timespec pause{0, 1'000'000};
    ::nanosleep(&pause, nullptr);
  }
}

/// Until the worker ends, or a reason to end it. Its exit status or ours.
int watch(pid_t worker, int child_signals, int gate_socket, std::uint64_t memory_bytes) {
  const auto end_because = [worker](int status) {
    ::kill(worker, SIGKILL);  // not reaped yet, so the number is still its own
    return status;
  };
  TaskGate gate(kMostTasks);
  int listener = -1;
  std::optional<Clock::time_point> closed;
  Clock::time_point counted = Clock::now();
  for (;;) {
    // No event is asked for on standard input: its end is told all the same.
    std::array<pollfd, 4> ends{{{child_signals, POLLIN, 0},
                                {closed ? -1 : STDIN_FILENO, 0, 0},
                                {gate_socket, POLLIN, 0},
                                {listener, POLLIN, 0}}};
    if (::poll(ends.data(), ends.size(), static_cast<int>(kTick.count())) < 0 && errno != EINTR)
      return end_because(kCanNotServe);
    if (ends[0].revents != 0) {
      signalfd_siginfo info{};
      static_cast<void>(!::read(child_signals, &info, sizeof info));
    }
    if (const auto status = reap(worker)) return *status;
    if ((ends[1].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0) closed = Clock::now();
    if (closed && Clock::now() - *closed >= kGrace) return end_because(kNobodyListens);

    if (ends[2].revents != 0) {
      listener = receive_descriptor(gate_socket);
      gate_socket = -1;  // one is all that comes
    }
    if ((ends[3].revents & POLLIN) != 0) {
      if (!gate.answer(listener)) return end_because(kTooManyTasks);
    } else if (ends[3].revents != 0) {
      listener = -1;  // nobody is left to ask
    }
    if (Clock::now() - counted < kTick) continue;
    const TaskTally tally = tally_descendants(kMostTasks);
    counted = Clock::now();
    if (tally.tasks > kMostTasks) return end_because(kTooManyTasks);
    if (memory_bytes > 0 && tally.bytes > memory_bytes) return end_because(kTooMuchMemory);
  }
}

}  // namespace

bool has_own_namespace() { return ::getpid() == 1; }

int supervise(std::uint64_t memory_bytes, const std::function<void(int gate)>& worker) {
  sigset_t child_signal;
  ::sigemptyset(&child_signal);
  ::sigaddset(&child_signal, SIGCHLD);
  ::sigprocmask(SIG_BLOCK, &child_signal, nullptr);
  const int child_signals = ::signalfd(-1, &child_signal, SFD_CLOEXEC);
  std::array<int, 2> gate{-1, -1};
  if (child_signals < 0 || ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, gate.data()) != 0) {
    std::perror("signalfd, socketpair");
    return kCanNotServe;
  }
  ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);

  const pid_t child = ::fork();
  if (child < 0) {
    std::perror("fork");
    return kCanNotServe;
  }
  if (child == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    // A session apart: the kernel shares processor time among sessions, so that a thousand processes of the
    // plugin can not keep us from counting them.
    ::setsid();
    ::sigprocmask(SIG_UNBLOCK, &child_signal, nullptr);
    ::close(child_signals);
    ::close(gate[0]);
    worker(gate[1]);
    ::_exit(kCanNotServe);
  }
  // The worker must not look into this process, and the ends of its output must be its own.
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  ::close(gate[1]);
  ::close(STDOUT_FILENO);
  ::close(STDERR_FILENO);

  const int status = watch(child, child_signals, gate[0], memory_bytes);
  end_descendants();
  return status;
}

}  // namespace storydiff::plugin_host
