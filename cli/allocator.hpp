/// \file allocator.hpp
/// How the program gets its memory, and memory for a long comparison made ready ahead of it.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <thread>

namespace storydiff::cli {

/// While it lives, a thread of its own makes ready the pages that a comparison of `bytes` of text is about to touch,
/// the first ones first: what a page costs at its first touch (it is cleared, and on a virtual machine may have to be
/// fetched from the machine below) is then paid beside the comparison instead of in it. Does nothing for short texts,
/// and where the system or the allocator does not help.
class PagesAhead {
 public:
  explicit PagesAhead(std::uint64_t bytes);
  PagesAhead(const PagesAhead&) = delete;
  PagesAhead& operator=(const PagesAhead&) = delete;
  ~PagesAhead();  ///< ends the thread

 private:
  std::atomic<bool> ended_ = false;
  std::thread thread_;
};

}  // namespace storydiff::cli
