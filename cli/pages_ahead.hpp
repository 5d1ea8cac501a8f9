/// \file pages_ahead.hpp
/// Memory made ready before it is touched.
#pragma once

#include <atomic>
#include <span>
#include <thread>

namespace storydiff::cli {

/// While it lives, a thread of its own makes ready the pages of a piece of memory, the first ones first: what a page
/// costs at its first touch (it is cleared, and on a virtual machine may have to be fetched from the machine below) is
/// then paid beside the work instead of in it. What stands in the memory stays. Does nothing where the system does not
/// help (Linux does from 5.14 on), or gives no thread.
class PagesAhead {
 public:
  /// Does not own `memory`, which begins with a page and must be mapped as long as this lives.
  explicit PagesAhead(std::span<char> memory);
  PagesAhead(const PagesAhead&) = delete;
  PagesAhead& operator=(const PagesAhead&) = delete;
  ~PagesAhead();  ///< ends the thread, wherever it is

 private:
  std::atomic<bool> ended_ = false;
  std::thread thread_;
};

}  // namespace storydiff::cli
