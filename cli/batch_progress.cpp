#include "batch_progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>

#include "output.hpp"

namespace storydiff::cli {
namespace {

std::string time_left(double seconds) {
  const auto rounded = [](double value) { return std::to_string(std::max(1L, std::lround(value))); };
  if (seconds < 90) return rounded(seconds) + " s";
  if (seconds < 90 * 60) return rounded(seconds / 60) + " min";
  return rounded(seconds / 3600) + " h";
}

}  // namespace

std::string progress_text(std::uint64_t pairs, std::uint64_t errors, double seconds, std::optional<double> done,
                          double skipped) {
  std::string text = std::to_string(pairs) + (pairs == 1 ? " pair" : " pairs");
  if (errors > 0) text += ", " + std::to_string(errors) + " failed";
  // Before that a rate says nothing.
  if (pairs == 0 || seconds < 1) return text;
  const double rate = static_cast<double>(pairs) / seconds;
  if (rate >= 1)
    text += ", " + std::to_string(std::lround(rate)) + " a second";
  else
    text += ", " + std::to_string(std::max(1L, std::lround(rate * 60))) + " a minute";
  if (done && *done > skipped && *done < 1)
    text += ", about " + time_left(seconds * (1 - *done) / (*done - skipped)) + " left";
  return text;
}

BatchProgress::BatchProgress(std::uint64_t input_bytes, std::uint64_t skipped)
    : input_bytes_(input_bytes), skipped_(skipped) {
  const char* kind = std::getenv("TERM");
  terminal_ = ::isatty(STDERR_FILENO) == 1 && (kind == nullptr || std::string_view(kind) != "dumb");
}

void BatchProgress::show(std::uint64_t pairs, std::uint64_t errors, std::uint64_t input_done) {
  constexpr std::chrono::milliseconds kPause{200};
  const Clock::time_point now = Clock::now();
  if (!terminal_ || now - last_ < kPause) return;
  last_ = now;
  std::optional<double> done;
  const auto share = [&](std::uint64_t bytes) {
    return static_cast<double>(bytes) / static_cast<double>(std::max<std::uint64_t>(1, input_bytes_));
  };
  if (input_bytes_ > 0) done = share(input_done);
  const double seconds = std::chrono::duration<double>(now - start_).count();
  shown_ = true;
  (void)write_descriptor(STDERR_FILENO, "\r\x1b[K" + progress_text(pairs, errors, seconds, done, share(skipped_)));
}

void BatchProgress::clear() {
  if (shown_) (void)write_descriptor(STDERR_FILENO, "\r\x1b[K");
  shown_ = false;
}

}  // namespace storydiff::cli
