#include "pages_ahead.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cstddef>
#include <new>
#include <system_error>

namespace storydiff::cli {
namespace {

/// At a time: a large page of x86-64.
constexpr std::size_t kStep = std::size_t{2} << 20;

/// False where that can not be done.
bool make_ready([[maybe_unused]] std::span<char> pages) {
#ifdef MADV_POPULATE_WRITE  // Linux 5.14
  return ::madvise(pages.data(), pages.size(), MADV_POPULATE_WRITE) == 0;
#else
  return false;
#endif
}

}  // namespace

PagesAhead::PagesAhead(std::span<char> memory) {
  if (memory.empty()) return;
  try {
    thread_ = std::thread([this, memory] {
      for (std::size_t at = 0; at < memory.size() && !ended_; at += kStep)
        if (!make_ready(memory.subspan(at, std::min(kStep, memory.size() - at)))) return;
    });
  } catch (const std::system_error&) {
    // No thread to be had: pages are made ready as they are touched.
  } catch (const std::bad_alloc&) {
    // Likewise.
  }
}

PagesAhead::~PagesAhead() {
  ended_ = true;
  if (thread_.joinable()) thread_.join();
}

}  // namespace storydiff::cli
