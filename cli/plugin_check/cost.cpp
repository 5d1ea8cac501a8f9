#include "plugin_check/cost.hpp"

#include <malloc.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <fstream>

extern "C" {
/// jemalloc's (https://jemalloc.net/jemalloc.3.html), where the program has its memory from there.
[[gnu::weak]] int mallctl(const char* name, void* old, std::size_t* old_size, void* set, std::size_t set_size);
}

namespace storydiff::plugin_check {
namespace {

/// The allocator's own lists count as given out, and settle late.
constexpr std::int64_t kHeapAllowance = 8192;
/// Pages come and go for reasons of their own (threads' stacks, the allocator's reserve).
constexpr std::int64_t kResidentAllowance = std::int64_t{2} << 20;

double now(clockid_t clock) {
  timespec time{};
  ::clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

struct Memory {
  std::int64_t heap = 0;      ///< bytes that malloc has given out
  std::int64_t resident = 0;  ///< all pages, for memory that comes from elsewhere
};

/// Bytes that malloc has given out, whichever it is; 0 where it does not tell.
std::int64_t heap_now() {
  if (mallctl != nullptr) {
    // What this thread keeps for itself is only counted once it is given back, and the figures stand still until an
    // epoch begins.
    ::mallctl("thread.tcache.flush", nullptr, nullptr, nullptr, 0);
    std::uint64_t epoch = 1;
    ::mallctl("epoch", nullptr, nullptr, &epoch, sizeof epoch);
    std::size_t allocated = 0;
    std::size_t size = sizeof allocated;
    if (::mallctl("stats.allocated", &allocated, &size, nullptr, 0) == 0) return static_cast<std::int64_t>(allocated);
  }
#if defined(__GLIBC__)
  const struct mallinfo2 info = ::mallinfo2();
  return static_cast<std::int64_t>(info.uordblks + info.hblkhd);
#else
  return 0;
#endif
}

Memory memory_now() {
  Memory memory;
  memory.heap = heap_now();
  std::int64_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages >> pages;
  memory.resident = pages * ::sysconf(_SC_PAGESIZE);
  return memory;
}

}  // namespace

double seconds_of(const PluginManifest& manifest, const std::function<void()>& work) {
  const clockid_t clock = runs_in_this_process(manifest) ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC;
  const double begin = now(clock);
  work();
  return now(clock) - begin;
}

bool runs_in_this_process(const PluginManifest& manifest) { return manifest.kind != PluginKind::kCommand; }

std::optional<std::string> memory_growth(const std::function<void()>& round, std::size_t allowance) {
  round();
  round();
  std::array<Memory, 4> after;
  after[0] = memory_now();
  for (std::size_t i = 1; i < after.size(); ++i) {
    round();
    after[i] = memory_now();
  }
  std::int64_t heap = after[1].heap - after[0].heap;
  std::int64_t resident = after[1].resident - after[0].resident;
  for (std::size_t i = 2; i < after.size(); ++i) {
    heap = std::min(heap, after[i].heap - after[i - 1].heap);
    resident = std::min(resident, after[i].resident - after[i - 1].resident);
  }
  if (heap > kHeapAllowance + static_cast<std::int64_t>(allowance)) return std::to_string(heap) + " bytes";
  if (resident > kResidentAllowance + static_cast<std::int64_t>(allowance))
    return std::to_string(resident / 1024) + " KiB of pages";
  return std::nullopt;
}

std::string spoken_seconds(double seconds) {
  std::array<char, 32> text{};
  if (seconds < 1e-3)
    std::snprintf(text.data(), text.size(), "%.1f us", seconds * 1e6);
  else if (seconds < 1)
    std::snprintf(text.data(), text.size(), "%.1f ms", seconds * 1e3);
  else
    std::snprintf(text.data(), text.size(), "%.1f s", seconds);
  return text.data();
}

}  // namespace storydiff::plugin_check
