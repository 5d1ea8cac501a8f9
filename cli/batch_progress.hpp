/// \file batch_progress.hpp
/// How far a batch has come: one line on standard error that is written over, on terminals only.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace storydiff::cli {

/// "1,234 pairs, 56 failed, 210 a second, about 3 min left". `done`: the share of the input that is done, 0..1,
/// of which `skipped` was done before; absent where the input's length is not known.
[[nodiscard]] std::string progress_text(std::uint64_t pairs, std::uint64_t errors, double seconds,
                                        std::optional<double> done, double skipped);

class BatchProgress {
 public:
  /// `input_bytes`: 0 where the length is not known; `skipped` of them were done before.
  BatchProgress(std::uint64_t input_bytes, std::uint64_t skipped);
  /// Shown at most five times a second.
  void show(std::uint64_t pairs, std::uint64_t errors, std::uint64_t input_done);
  /// To be called before anything else is written to standard error, and at the end.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  bool terminal_;
  std::uint64_t input_bytes_;
  std::uint64_t skipped_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_{};
  bool shown_ = false;
};

}  // namespace storydiff::cli
