/// \file deadline.hpp
/// When a comparison has to be done, or is given up.
///
///     CompareOptions options;
///     options.deadline = Deadline::in(std::chrono::seconds(5));
#pragma once

#include <chrono>
#include <optional>

namespace storydiff {

/// A moment, and the time that there was up to it. By a clock that nobody sets.
class Deadline {
 public:
  /// Never passes.
  Deadline() = default;
  /// `time` from now.
  [[nodiscard]] static Deadline in(std::chrono::milliseconds time) {
    Deadline deadline;
    deadline.at_ = Clock::now() + time;
    deadline.time_ = time;
    return deadline;
  }

  [[nodiscard]] bool passed() const { return at_ && Clock::now() >= *at_; }
  /// As it was given; 0 where it never passes.
  [[nodiscard]] std::chrono::milliseconds time() const { return time_; }

 private:
  using Clock = std::chrono::steady_clock;
  std::optional<Clock::time_point> at_;
  std::chrono::milliseconds time_{0};
};

}  // namespace storydiff
