/// \file child_process.hpp
/// A program in a process of its own, spoken to through pipes: never longer, and never more than agreed.
///
///     Result<ChildProcess> child = ChildProcess::start({{"/usr/bin/sort"}});
///     if (!child) return child.error();
///     ChildReply reply = child->exchange("b\na\n", first_line, {deadline_in(1s), 65536});
///     ChildEnd end = child->finish(deadline_in(1s));
///
/// What a child can not do, whatever it is: hold us up past a deadline, fill our memory with output,
/// write to our own descriptors (none is handed down but its three pipes), end us with SIGPIPE, or stay
/// behind as a zombie. Linux. Safe to use from several threads, one object from one thread at a time.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storydiff/result.hpp"

namespace storydiff::plugin_host {

using ChildClock = std::chrono::steady_clock;

/// The moment `from_now` from now.
[[nodiscard]] inline ChildClock::time_point deadline_in(std::chrono::milliseconds from_now) {
  return ChildClock::now() + from_now;
}

/// What to start, and within which bounds.
struct ChildCommand {
  std::vector<std::string> arguments;    ///< [0]: path of the program; no search in PATH
  std::vector<std::string> environment;  ///< "NAME=value", all of it: nothing of ours is handed down
  std::filesystem::path folder;          ///< its working directory; empty: ours
  std::uint64_t memory_bytes = 0;        ///< address space (RLIMIT_AS); 0: as much as we may have
  std::uint64_t cpu_seconds = 0;         ///< 0: as many as we may have
  /// The kernel ends the child when the *thread* that started it ends. False where the child is to
  /// outlive that thread; it must then watch its standard input, which closes when we end.
  bool ends_with_thread = true;
  /// In a process namespace of its own, where the kernel lets us: it then sees and signals nobody but
  /// its own descendants, and none of these outlives it. See `ChildProcess::has_own_namespace`.
  bool own_namespace = false;
};

/// How a child ended.
struct ChildEnd {
  enum class Kind : std::uint8_t {
    kExited,    ///< `value` is its exit status
    kSignaled,  ///< `value` is the signal
    kKilled,    ///< by us: it did not end by itself in time
    kUnknown,   ///< somebody else in this process has waited for it
  };
  Kind kind = Kind::kUnknown;
  int value = 0;
};

/// "ended with exit status 3", "was ended by signal 11 (SIGSEGV, an access to memory that is not
/// there)", "had to be killed": reads on from the name of what ended.
[[nodiscard]] std::string to_string(const ChildEnd& end);
/// "signal 11 (SIGSEGV, an access to memory that is not there)".
[[nodiscard]] std::string signal_name(int signal);

/// What one exchange may cost.
struct ExchangeLimits {
  ChildClock::time_point deadline;
  std::size_t most_output = 0;  ///< bytes on standard output, and as many on standard error
};

struct ChildReply {
  enum class Outcome : std::uint8_t {
    kReply,    ///< `text` is a whole reply
    kClosed,   ///< its standard output ended before that; `text` is what there was
    kTimeout,  ///< the deadline passed
    kFlood,    ///< more than `most_output` on either stream
  };
  Outcome outcome = Outcome::kClosed;
  std::string text;
};

/// Says how long the reply at the beginning of `output` is, once it is whole. `seen` bytes were there at
/// the last call already. Called after each piece, so it should look at what is new only.
using FindReply = std::function<std::optional<std::size_t>(std::string_view output, std::size_t seen)>;
/// A reply that is one line, its newline included.
[[nodiscard]] std::optional<std::size_t> first_line(std::string_view output, std::size_t seen);
/// All that the child will ever write: the exchange then ends with `kClosed`.
[[nodiscard]] std::optional<std::size_t> until_closed(std::string_view output, std::size_t seen);

/// A running child. Destroying it kills it, with all that is left of its process group, and reaps it.
class ChildProcess {
 public:
  /// Errors: the program can not be run (its path and the system's words), or no process can be had.
  [[nodiscard]] static Result<ChildProcess> start(const ChildCommand& command);

  ChildProcess(ChildProcess&& other) noexcept;
  ChildProcess& operator=(ChildProcess&& other) noexcept;
  ~ChildProcess();

  /// Writes `input` and reads at the same time, until there is a reply. What comes after the reply is
  /// kept for the next exchange. After anything but `kReply` the child is of no more use.
  [[nodiscard]] ChildReply exchange(std::string_view input, const FindReply& find_reply, const ExchangeLimits& limits);
  /// Whether it has written something that no exchange has taken. Does not wait.
  [[nodiscard]] bool has_unread_output();
  /// Tells it that no more input will come.
  void close_input();
  /// Closes its input, throws away what it still writes, and waits for its end; kills it at the deadline.
  /// What is left of its process group then ends with it.
  ChildEnd finish(ChildClock::time_point deadline);
  /// Kills it and its process group now, and reaps it.
  ChildEnd kill();

  /// The last lines of its standard error so far, as bytes: at most `most`, joined by " / ", of its last 4 KiB. Lines
  /// without a letter or a digit are passed over.
  [[nodiscard]] std::string last_error_lines(std::size_t most) const;
  [[nodiscard]] pid_t id() const { return id_; }
  /// Whether `ChildCommand::own_namespace` was granted.
  [[nodiscard]] bool has_own_namespace() const { return own_namespace_; }

 private:
  ChildProcess() = default;
  void close_all();
  void drain_errors();
  void take_errors(std::string_view bytes);
  [[nodiscard]] std::optional<ChildEnd> reap(bool wait);

  pid_t id_ = -1;  ///< -1: there is none, or it has been reaped
  int input_ = -1;
  int output_ = -1;
  int errors_ = -1;
  bool own_namespace_ = false;
  std::optional<ChildEnd> end_;
  std::string unread_;      ///< standard output beyond the last reply
  std::string error_tail_;  ///< the end of its standard error
};

}  // namespace storydiff::plugin_host
