#include "pages_ahead.hpp"

#include <sys/mman.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <new>
#include <system_error>

namespace storydiff::cli {
namespace {

/// At a time: a large page of x86-64.
constexpr std::size_t kStep = std::size_t{2} << 20;

/// Of the times that as much memory took in large pages and in small ones. A large page is quicker to find again
/// whenever it is used, so it may be the dearer one up to there.
bool prefers_small(std::chrono::nanoseconds large, std::chrono::nanoseconds small) {
  constexpr int kWorthOfLarge = 2;
  return small < large / kWorthOfLarge;
}

/// False where that can not be done.
bool make_ready([[maybe_unused]] std::span<char> pages) {
#ifdef MADV_POPULATE_WRITE  // Linux 5.14
  return ::madvise(pages.data(), pages.size(), MADV_POPULATE_WRITE) == 0;
#else
  return false;
#endif
}

/// On a processor: what the machine below takes to fetch memory counts, waiting for other threads does not.
std::chrono::nanoseconds time_of_thread() {
  timespec time{};
  static_cast<void>(::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time));
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

void want_small([[maybe_unused]] std::span<char> pages) {
#ifdef MADV_NOHUGEPAGE
  static_cast<void>(::madvise(pages.data(), pages.size(), MADV_NOHUGEPAGE));  // else they stay as they are
#endif
}

}  // namespace

PagesAhead::PagesAhead(std::span<char> memory, std::span<char> beyond) {
  if (memory.empty()) return;
  try {
    thread_ = std::thread([this, memory, beyond] { make_all_ready(memory, beyond); });
  } catch (const std::system_error&) {
    // No thread to be had: pages are made ready as they are touched.
  } catch (const std::bad_alloc&) {
    // Likewise.
  }
}

void PagesAhead::make_all_ready(std::span<char> memory, std::span<char> beyond) {
  // What the last step of each kind took; none: it has yet to be tried. A step that somebody has touched before takes
  // no time, and then the next one of its kind tells the truth. Once they are dear, large ones are not tried again.
  std::chrono::nanoseconds large{};
  std::chrono::nanoseconds small{};
  for (std::size_t at = 0; at < memory.size() && !ended_; at += kStep) {
    const std::span<char> step = memory.subspan(at, std::min(kStep, memory.size() - at));
    const bool as_small = prefers_small(large, small);
    if (as_small) want_small(step);
    const std::chrono::nanoseconds begin = time_of_thread();
    if (!make_ready(step)) return;
    (as_small ? small : large) = time_of_thread() - begin;
  }
  const bool tried = small.count() > 0;
  if (!ended_ && tried && prefers_small(large, small) && !beyond.empty()) want_small(beyond);
}

PagesAhead::~PagesAhead() {
  ended_ = true;
  if (thread_.joinable()) thread_.join();
}

}  // namespace storydiff::cli
