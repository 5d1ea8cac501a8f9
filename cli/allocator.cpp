/// \file allocator.cpp
/// How the program gets its memory: from jemalloc (https://jemalloc.net), out of one piece of large pages.
///
/// A comparison asks for much memory in little time and is over before any of it would be worth giving back. With pages
/// of 4 KiB the first touch of each is a fault, and these faults were a third of the time. A large page is dear where
/// the machine below has to fetch it, so there should be few (`core/doc/performance.md`, Memory from large pages).

#include "allocator.hpp"

#include <sys/mman.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <functional>

#ifdef STORYDIFF_JEMALLOC
extern "C" {
/// Read by jemalloc before its first allocation. One arena, for two threads hardly meet in it; great blocks from the
/// same place as small ones, and small ones cut from a piece of any size; what is free again is kept, for it is wanted
/// again in the next stage, and a page that was given back is to be cleared anew.
extern const char* malloc_conf;
__attribute__((visibility("default"))) const char* malloc_conf =
    "narenas:1,oversize_threshold:0,lg_extent_max_active_fit:63,dirty_decay_ms:-1";
}
#endif

namespace {

std::span<char> reserved;

/// A large page (x86-64 and most others).
constexpr std::size_t kLargePage = std::size_t{2} << 20;

#ifdef STORYDIFF_JEMALLOC
/// More than the comparison of texts of 100 MB each takes, and a page less than jemalloc would round up. It is address
/// space: what nobody touches costs nothing.
constexpr std::size_t kReserved = (std::size_t{4} << 30) - kLargePage;

/// Under a limit to the address space what is taken here would be missing elsewhere: for libraries, files and threads.
bool is_limited() {
  for (const auto resource : {RLIMIT_AS, RLIMIT_DATA}) {
    rlimit limit{};
    if (::getrlimit(resource, &limit) != 0 || limit.rlim_cur != RLIM_INFINITY) return true;
  }
  return false;
}

/// Memory that is asked for before the program's own code runs, so that what comes later is cut from one piece of large
/// pages, the lowest first. jemalloc's own wish for large pages is left alone: it would have them for its tables too,
/// two of them where it touches some thirty small ones. No matter if there is not so much.
[[gnu::constructor(101)]] void reserve() {
  if (is_limited()) return;
  void* volatile block = std::aligned_alloc(kLargePage, kReserved);
  if (block == nullptr) return;
  const std::span<char> memory(static_cast<char*>(block), kReserved);
  const bool large = ::madvise(block, kReserved, MADV_HUGEPAGE) == 0;
  std::free(block);
  // Another allocator, or settings of the user's, may have given it back.
  void* volatile probe = std::malloc(kLargePage);
  const auto* const at = static_cast<char*>(probe);
  const bool kept = !std::less<>()(at, memory.data()) && std::less<>()(at, memory.data() + memory.size());
  std::free(probe);
  if (large && kept) reserved = memory;
}
#endif

}  // namespace

namespace storydiff::cli {
namespace {

/// Shorter texts are compared before it would help to make memory ready.
constexpr std::uint64_t kShort = 400'000;
/// Of memory that long texts take, for each byte of theirs; shorter ones take more (`core/doc/performance.md`).
constexpr std::uint64_t kMemoryPerByte = 16;

}  // namespace

MemoryAhead memory_for(std::uint64_t bytes) {
  if (bytes < kShort) return {};
  const std::uint64_t wanted = bytes * kMemoryPerByte / kLargePage * kLargePage;
  const auto sure = static_cast<std::size_t>(std::min<std::uint64_t>(wanted, reserved.size()));
  return {reserved.first(sure), reserved.subspan(sure)};
}

}  // namespace storydiff::cli
