#include "side_by_side.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

#include "deadline_watch.hpp"

namespace storydiff {

void run_side_by_side(unsigned threads, std::size_t count, const std::function<void(std::size_t)>& task) {
  std::vector<std::exception_ptr> thrown(count);
  std::atomic<std::size_t> next = 0;
  const Deadline* const deadline = watched_deadline();
  const auto work = [&] {
    const DeadlineWatch watch(deadline);
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        check_deadline();
        task(i);
      } catch (...) {
        thrown[i] = std::current_exception();
      }
    }
  };
  {
    const std::size_t wanted = std::min<std::size_t>(threads, count);
    std::vector<std::jthread> others;
    others.reserve(wanted);
    try {
      while (others.size() + 1 < wanted) others.emplace_back(work);
    } catch (const std::system_error&) {
      // No more threads to be had: those that there are do it all.
    }
    work();
  }
  const auto first = std::find_if(thrown.begin(), thrown.end(), [](const auto& e) { return e != nullptr; });
  if (first != thrown.end()) std::rethrow_exception(*first);
}

void run_side_by_side(unsigned threads, std::initializer_list<Task> tasks) {
  run_side_by_side(threads, tasks.size(), [&](std::size_t i) { tasks.begin()[i](); });
}

}  // namespace storydiff
