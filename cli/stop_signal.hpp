/// \file stop_signal.hpp
/// SIGINT and SIGTERM as a wish to end that a long run can look at, and wait for together with its input.
#pragma once

namespace storydiff::cli {

/// One at a time, made before any thread. The second signal of a kind ends the program at once;
/// one that was ignored when the program began stays so.
class StopSignal {
 public:
  StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;
  ~StopSignal();

  /// The signal that came, or 0. From any thread.
  [[nodiscard]] int received() const;
  /// Becomes readable when a signal comes, or when `wake` is called; stays so.
  [[nodiscard]] int descriptor() const;
  /// Makes `descriptor` readable without a signal: another thread has a reason to end.
  void wake();
};

}  // namespace storydiff::cli
