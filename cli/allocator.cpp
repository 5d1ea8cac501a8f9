/// \file allocator.cpp
/// How the program gets its memory: jemalloc (https://jemalloc.net), told to ask for large pages.
///
/// A comparison asks for much memory in little time and is over before any of it would be worth giving back. With pages
/// of 4 KiB the first touch of each is a fault, and these faults were a third of the time.

#include "allocator.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cstdlib>
#include <system_error>

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

/// A large page (x86-64 and most others).
constexpr std::size_t kLargePage = std::size_t{2} << 20;
char* reserved = nullptr;
std::size_t reserved_bytes = 0;

#ifdef STORYDIFF_JEMALLOC
/// More than a comparison of twice 10 MB takes. It is address space: what nobody touches costs nothing.
constexpr std::size_t kReserved = std::size_t{1} << 30;
constexpr std::size_t kLeastReserved = std::size_t{1} << 26;

/// The first memory that is asked for, before any other code of the program runs, so that what comes later is cut from
/// one piece of large pages, the lowest first. jemalloc's own wish for large pages is left alone: it would have them
/// for its tables too, two of them where it touches some thirty small ones. Less where memory is limited, or none.
[[gnu::constructor(101)]] void reserve() {
  for (std::size_t bytes = kReserved; bytes >= kLeastReserved; bytes /= 4) {
    void* volatile block = std::aligned_alloc(kLargePage, bytes);
    if (block == nullptr) continue;
    if (::madvise(block, bytes, MADV_HUGEPAGE) == 0) {
      reserved = static_cast<char*>(block);
      reserved_bytes = bytes;
    }
    std::free(block);
    return;
  }
}
#endif

/// False where that can not be done.
bool make_ready([[maybe_unused]] char* page) {
#ifdef MADV_POPULATE_WRITE  // Linux 5.14
  return ::madvise(page, kLargePage, MADV_POPULATE_WRITE) == 0;
#else
  return false;
#endif
}

}  // namespace

namespace storydiff::cli {
namespace {

/// Shorter texts are done before it would help.
constexpr std::uint64_t kWorthThread = 400'000;
/// Of memory that long texts take, for each byte of theirs; shorter ones take more (`core/doc/performance.md`).
constexpr std::uint64_t kMemoryPerByte = 16;

}  // namespace

PagesAhead::PagesAhead(std::uint64_t bytes) {
  if (reserved == nullptr || bytes < kWorthThread) return;
  const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(bytes * kMemoryPerByte, reserved_bytes));
  try {
    thread_ = std::thread([this, size] {
      for (std::size_t i = 0; i + kLargePage <= size && !ended_; i += kLargePage)
        if (!make_ready(reserved + i)) return;
    });
  } catch (const std::system_error&) {
    // No thread to be had: pages are made ready as they are touched.
  }
}

PagesAhead::~PagesAhead() {
  ended_ = true;
  if (thread_.joinable()) thread_.join();
}

}  // namespace storydiff::cli
