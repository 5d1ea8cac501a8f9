/// \file pages_ahead.hpp
/// Memory made ready before it is touched.
#pragma once

#include <atomic>
#include <span>
#include <thread>

namespace storydiff::cli {

/// While it lives, a thread of its own makes ready the pages of a piece of memory, the first ones first: what a page
/// costs at its first touch (it is cleared, and on a virtual machine may have to be fetched from the machine below) is
/// then paid beside the work instead of in it. What they cost is measured: where small pages take less than half of a
/// large one's time, as on a virtual machine that has given its large ones back, the rest are small ones. What stands
/// in the memory stays. Does nothing where the system does not help (Linux does from 5.14 on), or gives no thread.
class PagesAhead {
 public:
  /// Does not own `memory`, which begins with a page and must be mapped as long as this lives; nor what lies `beyond`
  /// it and is not made ready, but gets small pages as well where these were taken. What is wanted large must have
  /// been asked for as such.
  explicit PagesAhead(std::span<char> memory, std::span<char> beyond = {});
  PagesAhead(const PagesAhead&) = delete;
  PagesAhead& operator=(const PagesAhead&) = delete;
  ~PagesAhead();  ///< ends the thread, wherever it is

 private:
  void make_all_ready(std::span<char> memory, std::span<char> beyond);

  std::atomic<bool> ended_ = false;
  std::thread thread_;
};

}  // namespace storydiff::cli
