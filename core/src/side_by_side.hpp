/// \file side_by_side.hpp
/// Independent pieces of one comparison on several threads.
///
/// What comes out must not depend on how many there are: each task writes to its own place, and whoever asked
/// puts the places together in order.
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <memory>

namespace storydiff {

using Task = std::function<void()>;

/// Runs the tasks, each once, on at most `threads` threads of which the caller's is one; returns when all have
/// ended. They are started in the order given, so the longest should come first. Of several exceptions that of the
/// first task is thrown. Where the system gives no thread the caller does the work alone. The caller's deadline is that
/// of all tasks (`deadline_watch.hpp`), and is looked at before each.
void run_side_by_side(unsigned threads, std::initializer_list<Task> tasks);

/// The same with `task(0)` to `task(count - 1)`.
void run_side_by_side(unsigned threads, std::size_t count, const std::function<void(std::size_t)>& task);

/// While it lives, what its thread runs side by side is done by the same threads again and again: a comparison has a
/// dozen occasions and more, and what a thread touches first (its stack, its share of the allocator) costs anew each
/// time.
class CrewScope {
 public:
  CrewScope();
  CrewScope(const CrewScope&) = delete;
  CrewScope& operator=(const CrewScope&) = delete;
  ~CrewScope();  ///< ends the threads

 private:
  class Crew;
  friend void run_side_by_side(unsigned threads, std::size_t count, const std::function<void(std::size_t)>& task);

  static thread_local Crew* current;
  std::unique_ptr<Crew> crew_;
  Crew* before_;
};

}  // namespace storydiff
