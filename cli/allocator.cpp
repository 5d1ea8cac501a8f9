/// \file allocator.cpp
/// How the program gets its memory: jemalloc (https://jemalloc.net), told to ask for large pages.
///
/// A comparison asks for much memory in little time and is over before any of it would be worth giving back. With pages
/// of 4 KiB the first touch of each is a fault, and these faults were a third of the time.

#include <cstddef>
#include <cstdlib>

extern "C" {
/// Read by jemalloc before its first allocation. Large pages everywhere; one arena, for two threads hardly meet in it;
/// great blocks from the same place as small ones; what is free again is kept, for it is wanted again in the next stage,
/// and a page that was given back is to be cleared anew.
extern const char* malloc_conf;
__attribute__((visibility("default"))) const char* malloc_conf =
    "thp:always,metadata_thp:always,narenas:1,oversize_threshold:0,dirty_decay_ms:-1";
}

namespace {

/// A large page (x86-64 and most others).
constexpr std::size_t kLargePage = std::size_t{2} << 20;
/// What a comparison of 1 MB takes. It is address space: what nobody touches costs nothing.
constexpr std::size_t kReserved = std::size_t{64} << 20;

/// The first memory that is asked for, so that what comes later is cut from one piece that begins with a large page:
/// jemalloc's own pieces are as large as they have to be, and begin anywhere. No matter if there is not so much.
[[maybe_unused]] const bool kReservedAtStart = [] {
  void* volatile block = std::aligned_alloc(kLargePage, kReserved);
  std::free(block);
  return true;
}();

}  // namespace
