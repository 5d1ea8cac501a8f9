#include "plugin/child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace storydiff::plugin_host {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t kErrorTail = 4096;
constexpr std::size_t kPiece = 65536;

void close_descriptor(int& descriptor) {
  if (descriptor >= 0) ::close(descriptor);
  descriptor = -1;
}

/// Both ends close on exec and are none of the first three, which the child fills.
struct Pipe {
  int read = -1;
  int write = -1;
  Pipe() = default;
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_descriptor(read);
    close_descriptor(write);
  }

  [[nodiscard]] bool open() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
    read = above_standard(ends[0]);
    write = above_standard(ends[1]);
    return read >= 0 && write >= 0;
  }

 private:
  static int above_standard(int descriptor) {
    if (descriptor > STDERR_FILENO) return descriptor;
    const int moved = ::fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    ::close(descriptor);
    return moved;
  }
};

void set_nonblocking(int descriptor) { ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK); }

/// Holds all signals of this thread back, so that a fresh child runs none of our handlers.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;
  ~SignalsHeld() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
};

/// `write` that gives EPIPE and no SIGPIPE, whatever the process does with that signal.
ssize_t write_without_signal(int descriptor, std::string_view bytes) {
  sigset_t pipe_signal;
  sigset_t pending;
  sigset_t before;
  ::sigemptyset(&pipe_signal);
  ::sigaddset(&pipe_signal, SIGPIPE);
  ::sigemptyset(&pending);
  ::sigpending(&pending);
  const bool was_pending = ::sigismember(&pending, SIGPIPE) == 1;
  ::pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
  const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
  const int error = errno;
  if (written < 0 && error == EPIPE && !was_pending) {
    const timespec at_once{};
    while (::sigtimedwait(&pipe_signal, nullptr, &at_once) < 0 && errno == EINTR) {
    }
  }
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  errno = error;
  return written;
}

/// Everything that the child needs between fork and exec, made before: there it must not allocate.
struct Preparation {
  std::vector<char*> arguments;
  std::vector<char*> environment;
  const char* folder = nullptr;
  rlimit memory{};
  rlimit cpu{};
  bool limit_memory = false;
  bool limit_cpu = false;
  bool ends_with_thread = false;
  pid_t parent = 0;
  int input = -1;
  int output = -1;
  int errors = -1;
  int failure = -1;  ///< takes errno where the program can not be run; closes on exec
};

/// Nothing but the three streams goes to the program, whatever others in this process have opened.
void close_others_on_exec() {
#ifdef SYS_close_range
  constexpr unsigned kCloseOnExec = 4;  // CLOSE_RANGE_CLOEXEC, newer than some headers
  if (::syscall(SYS_close_range, 3U, ~0U, kCloseOnExec) == 0) return;
#endif
  rlimit open_files{};
  ::getrlimit(RLIMIT_NOFILE, &open_files);
  const auto end = static_cast<int>(std::min<rlim_t>(open_files.rlim_cur, 65536));
  for (int descriptor = STDERR_FILENO + 1; descriptor < end; ++descriptor) ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

void default_signals() {
  struct sigaction action {};
  action.sa_handler = SIG_DFL;
  for (int signal = 1; signal < NSIG; ++signal) ::sigaction(signal, &action, nullptr);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// The child's way to its program: only what may be called after a fork of a process with threads.
[[noreturn]] void become(const Preparation& p) {
  const auto give_up = [&p] {
    const int error = errno;
    static_cast<void>(!::write(p.failure, &error, sizeof error));
    ::_exit(127);
  };
  ::setsid();
  if (p.ends_with_thread) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    // It may have ended before it was asked for; in a namespace of its own a child has no parent to compare.
    if (const pid_t parent = ::getppid(); parent != 0 && parent != p.parent) ::_exit(127);
  }
  if (::dup2(p.input, STDIN_FILENO) < 0 || ::dup2(p.output, STDOUT_FILENO) < 0 || ::dup2(p.errors, STDERR_FILENO) < 0)
    give_up();
  close_others_on_exec();
  if (p.folder != nullptr && ::chdir(p.folder) != 0) give_up();
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  if (p.limit_memory && ::setrlimit(RLIMIT_AS, &p.memory) != 0) give_up();
  if (p.limit_cpu && ::setrlimit(RLIMIT_CPU, &p.cpu) != 0) give_up();
  default_signals();
  ::execve(p.arguments[0], p.arguments.data(), p.environment.data());
  give_up();
  ::_exit(127);
}

/// A fork into a process namespace of its own. An unprivileged user gets one only together with a user
/// namespace, in which the child has no powers at all after exec, for nobody is mapped into it.
pid_t fork_into_namespace() {
  const auto flags = static_cast<unsigned long>(CLONE_NEWUSER | CLONE_NEWPID | SIGCHLD);
  return static_cast<pid_t>(::syscall(SYS_clone, flags, nullptr, nullptr, nullptr, 0UL));
}

int milliseconds_until(ChildClock::time_point deadline) {
  const auto left = std::chrono::ceil<milliseconds>(deadline - ChildClock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000));
}

ChildEnd end_of(int status) {
  if (WIFSIGNALED(status)) return {ChildEnd::Kind::kSignaled, WTERMSIG(status)};
  return {ChildEnd::Kind::kExited, WEXITSTATUS(status)};
}

}  // namespace

std::string signal_name(int signal) {
  struct Name {
    int signal;
    const char* name;
  };
  static constexpr Name kNames[] = {
      {SIGSEGV, "SIGSEGV, an access to memory that is not there"},
      {SIGBUS, "SIGBUS, an access to memory that is not there"},
      {SIGABRT, "SIGABRT, it gave up by itself"},
      {SIGFPE, "SIGFPE, a calculation without a result"},
      {SIGILL, "SIGILL, an invalid instruction"},
      {SIGTRAP, "SIGTRAP, an invalid instruction"},
      {SIGSYS, "SIGSYS, a forbidden system call"},
      {SIGXCPU, "SIGXCPU, too much processor time"},
      {SIGXFSZ, "SIGXFSZ, a forbidden write to a file"},
      {SIGPIPE, "SIGPIPE, a write that nobody reads"},
      {SIGKILL, "SIGKILL"},
      {SIGTERM, "SIGTERM"},
  };
  std::string text = "signal " + std::to_string(signal);
  for (const Name& known : kNames) {
    if (known.signal == signal) text.append(" (").append(known.name).append(")");
  }
  return text;
}

std::string to_string(const ChildEnd& end) {
  switch (end.kind) {
    case ChildEnd::Kind::kExited:
      return "ended with exit status " + std::to_string(end.value);
    case ChildEnd::Kind::kSignaled:
      return "was ended by " + signal_name(end.value);
    case ChildEnd::Kind::kKilled:
      return "had to be killed";
    case ChildEnd::Kind::kUnknown:
      break;
  }
  return "ended";
}

std::optional<std::size_t> first_line(std::string_view output, std::size_t seen) {
  const std::size_t newline = output.find('\n', seen);
  return newline == std::string_view::npos ? std::nullopt : std::optional(newline + 1);
}

std::optional<std::size_t> until_closed(std::string_view, std::size_t) { return std::nullopt; }

Result<ChildProcess> ChildProcess::start(const ChildCommand& command) {
  const auto failed = [](const std::string& what, int error) {
    return Error{ErrorCode::kUnreadable, what + ": " + std::generic_category().message(error)};
  };
  if (command.arguments.empty()) return Error{ErrorCode::kUsage, "no program is named"};
  Pipe input;
  Pipe output;
  Pipe errors;
  Pipe failure;
  if (!input.open() || !output.open() || !errors.open() || !failure.open())
    return failed("no pipe to another process can be had", errno);

  Preparation p;
  // execve wants pointers to what it does not change.
  for (const std::string& argument : command.arguments) p.arguments.push_back(const_cast<char*>(argument.c_str()));
  for (const std::string& variable : command.environment) p.environment.push_back(const_cast<char*>(variable.c_str()));
  p.arguments.push_back(nullptr);
  p.environment.push_back(nullptr);
  const std::string folder = command.folder.string();
  if (!folder.empty()) p.folder = folder.c_str();
  p.limit_memory = command.memory_bytes > 0;
  p.memory = {command.memory_bytes, command.memory_bytes};
  p.limit_cpu = command.cpu_seconds > 0;
  p.cpu = {command.cpu_seconds, command.cpu_seconds};
  p.ends_with_thread = command.ends_with_thread;
  p.parent = ::getpid();
  p.input = input.read;
  p.output = output.write;
  p.errors = errors.write;
  p.failure = failure.write;

  ChildProcess child;
  {
    const SignalsHeld held;
    pid_t id = command.own_namespace ? fork_into_namespace() : -1;
    child.own_namespace_ = id >= 0;
    if (id < 0) id = ::fork();
    if (id == 0) become(p);
    if (id < 0) return failed("no other process can be had", errno);
    child.id_ = id;
  }
  child.input_ = std::exchange(input.write, -1);
  child.output_ = std::exchange(output.read, -1);
  child.errors_ = std::exchange(errors.read, -1);
  for (const int end : {child.input_, child.output_, child.errors_}) set_nonblocking(end);

  // Ends without a word when the program runs.
  close_descriptor(failure.write);
  int error = 0;
  ssize_t count = 0;
  while ((count = ::read(failure.read, &error, sizeof error)) < 0 && errno == EINTR) {
  }
  if (count == static_cast<ssize_t>(sizeof error)) {
    child.kill();
    return failed(command.arguments.front() + " can not be run", error);
  }
  return child;
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept { *this = std::move(other); }

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept {
  if (this == &other) return *this;
  kill();
  id_ = std::exchange(other.id_, -1);
  input_ = std::exchange(other.input_, -1);
  output_ = std::exchange(other.output_, -1);
  errors_ = std::exchange(other.errors_, -1);
  own_namespace_ = other.own_namespace_;
  end_ = other.end_;
  unread_ = std::move(other.unread_);
  error_tail_ = std::move(other.error_tail_);
  return *this;
}

ChildProcess::~ChildProcess() { kill(); }

void ChildProcess::close_all() {
  close_descriptor(input_);
  close_descriptor(output_);
  close_descriptor(errors_);
}

void ChildProcess::close_input() { close_descriptor(input_); }

ChildReply ChildProcess::exchange(std::string_view input, const FindReply& find_reply, const ExchangeLimits& limits) {
  using Outcome = ChildReply::Outcome;
  std::string output = std::exchange(unread_, {});
  std::size_t seen = 0;
  std::size_t error_bytes = 0;
  std::array<char, kPiece> piece;  // NOLINT(*-member-init): filled by read
  for (;;) {
    if (output.size() > seen || seen == 0) {
      if (const auto size = find_reply(output, seen); size && *size <= output.size()) {
        unread_ = output.substr(*size);
        output.resize(*size);
        return {Outcome::kReply, std::move(output)};
      }
      seen = output.size();
    }
    if (output.size() > limits.most_output || error_bytes > limits.most_output) return {Outcome::kFlood, {}};
    if (output_ < 0) return {Outcome::kClosed, std::move(output)};

    std::array<pollfd, 3> ends{{{output_, POLLIN, 0}, {errors_, POLLIN, 0}, {input.empty() ? -1 : input_, POLLOUT, 0}}};
    // Looked at each time: a child that never stops writing must not outlive its deadline.
    const int wait = milliseconds_until(limits.deadline);
    if (wait == 0) return {Outcome::kTimeout, std::move(output)};
    const int ready = ::poll(ends.data(), ends.size(), wait);
    if (ready < 0 && errno != EINTR) return {Outcome::kClosed, std::move(output)};
    if (ready <= 0) continue;

    if (ends[0].revents != 0) {
      const ssize_t count = ::read(output_, piece.data(), piece.size());
      if (count > 0) {
        output.append(piece.data(), static_cast<std::size_t>(count));
      } else if (count == 0 || (errno != EAGAIN && errno != EINTR)) {
        close_descriptor(output_);
        drain_errors();
      }
    }
    if (errors_ >= 0 && ends[1].revents != 0) {
      const ssize_t count = ::read(errors_, piece.data(), piece.size());
      if (count > 0) {
        error_bytes += static_cast<std::size_t>(count);
        take_errors({piece.data(), static_cast<std::size_t>(count)});
      } else if (count == 0 || (errno != EAGAIN && errno != EINTR)) {
        close_descriptor(errors_);
      }
    }
    if (ends[2].revents != 0) {
      const ssize_t count = write_without_signal(input_, input.substr(0, kPiece));
      if (count > 0) {
        input.remove_prefix(static_cast<std::size_t>(count));
      } else if (count < 0 && errno != EAGAIN && errno != EINTR) {
        input = {};  // nobody reads it: the end of the output will say so
        close_descriptor(input_);
      }
    }
  }
}

bool ChildProcess::has_unread_output() {
  if (!unread_.empty()) return true;
  pollfd end{output_, POLLIN, 0};
  return output_ >= 0 && ::poll(&end, 1, 0) > 0 && (end.revents & POLLIN) != 0;
}

void ChildProcess::take_errors(std::string_view bytes) {
  error_tail_.append(bytes.substr(bytes.size() - std::min(bytes.size(), kErrorTail)));
  if (error_tail_.size() > kErrorTail) error_tail_.erase(0, error_tail_.size() - kErrorTail);
}

/// What a dying child said last, without waiting for more.
void ChildProcess::drain_errors() {
  std::array<char, kErrorTail> piece;  // NOLINT(*-member-init): filled by read
  // Bounded: a descendant of the child may still be writing.
  for (int pieces = 0; errors_ >= 0 && pieces < 64; ++pieces) {
    const ssize_t count = ::read(errors_, piece.data(), piece.size());
    if (count > 0)
      take_errors({piece.data(), static_cast<std::size_t>(count)});
    else if (count == 0 || errno != EINTR)
      return;
  }
}

std::string ChildProcess::last_error_lines(std::size_t most) const {
  const auto says_something = [](unsigned char c) { return c >= 0x80 || std::isalnum(c) != 0; };
  std::string lines;
  std::string_view rest = error_tail_;
  for (std::size_t count = 0; count < most && !rest.empty();) {
    const std::size_t begin = rest.rfind('\n') + 1;  // 0 where there is none
    std::string_view line = rest.substr(begin);
    rest = rest.substr(0, begin == 0 ? 0 : begin - 1);
    // Python marks the place in the line above with carets.
    if (std::none_of(line.begin(), line.end(), says_something)) continue;
    line.remove_prefix(line.find_first_not_of(" \t"));
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    lines.insert(0, std::string(line) + (lines.empty() ? "" : " / "));
    ++count;
  }
  return lines;
}

std::optional<ChildEnd> ChildProcess::reap(bool wait) {
  if (id_ < 0) return end_.value_or(ChildEnd{});
  siginfo_t info{};
  int found = 0;
  // Not reaped yet: until then the number of its process group is its own.
  while ((found = ::waitid(P_PID, static_cast<id_t>(id_), &info, WEXITED | WNOWAIT | (wait ? 0 : WNOHANG))) < 0 &&
         errno == EINTR) {
  }
  if (found == 0 && info.si_pid == 0) return std::nullopt;
  if (found == 0) ::kill(-id_, SIGKILL);
  int status = 0;
  pid_t reaped = 0;
  while ((reaped = ::waitpid(id_, &status, 0)) < 0 && errno == EINTR) {
  }
  end_ = reaped < 0 ? ChildEnd{} : end_of(status);
  id_ = -1;
  return end_;
}

ChildEnd ChildProcess::finish(ChildClock::time_point deadline) {
  close_input();
  // First to the end of its streams: a child that still has something to say can not end before.
  ChildReply rest;
  do {
    rest = exchange({}, until_closed, {deadline, kPiece});
    unread_.clear();
  } while (rest.outcome == ChildReply::Outcome::kFlood);
  drain_errors();
  // Between closing its streams and its end lies no more than a moment, or no end at all.
  constexpr milliseconds kStep{1};
  while (id_ >= 0 && !reap(false)) {
    if (ChildClock::now() >= deadline) return kill();
    const timespec step{0, std::chrono::nanoseconds(kStep).count()};
    ::nanosleep(&step, nullptr);
  }
  close_all();
  return end_.value_or(ChildEnd{});
}

ChildEnd ChildProcess::kill() {
  if (id_ >= 0) {
    // The group first: its number is ours only as long as the child has not been reaped.
    ::kill(-id_, SIGKILL);
    ::kill(id_, SIGKILL);
    if (const auto end = reap(true); end->kind == ChildEnd::Kind::kSignaled && end->value == SIGKILL)
      end_ = ChildEnd{ChildEnd::Kind::kKilled, 0};
  }
  close_all();
  return end_.value_or(ChildEnd{});
}

}  // namespace storydiff::plugin_host
