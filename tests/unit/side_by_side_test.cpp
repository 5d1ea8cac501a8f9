#include "side_by_side.hpp"

#include <unistd.h>

#include <atomic>
#include <latch>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/catch.hpp"

using storydiff::CrewScope;
using storydiff::run_side_by_side;

TEST_CASE("side by side: each task runs once, on any number of threads") {
  const unsigned threads = GENERATE(0U, 1U, 2U, 5U, 64U);
  const std::size_t count = GENERATE(0U, 1U, 2U, 100U);
  std::vector<int> runs(count, 0);
  run_side_by_side(threads, count, [&](std::size_t i) { ++runs[i]; });
  CHECK(runs == std::vector<int>(count, 1));
}

TEST_CASE("side by side: tasks of several kinds") {
  std::string first;
  int second = 0;
  run_side_by_side(2, {[&] { first = "ended"; }, [&] { second = 7; }});
  CHECK(first == "ended");
  CHECK(second == 7);
}

TEST_CASE("side by side: of several exceptions that of the first task comes out, when all have ended") {
  const unsigned threads = GENERATE(1U, 2U, 8U);
  std::atomic<int> ended = 0;
  const auto task = [&](std::size_t i) {
    ++ended;
    if (i % 3 == 2) throw std::runtime_error("task " + std::to_string(i));
  };
  try {
    run_side_by_side(threads, 20, task);
    FAIL("no exception");
  } catch (const std::runtime_error& error) {
    CHECK(std::string(error.what()) == "task 2");
  }
  CHECK(ended == 20);
}

TEST_CASE("side by side: a crew does one job after the other, and each task once") {
  const CrewScope crew;
  for (std::size_t round = 0; round < 2000; ++round) {
    const std::size_t count = round % 7;
    std::vector<int> runs(count, 0);
    run_side_by_side(1 + static_cast<unsigned>(round % 5), count, [&](std::size_t i) { ++runs[i]; });
    REQUIRE(runs == std::vector<int>(count, 1));
  }
}

TEST_CASE("side by side: a crew's threads are the same from job to job") {
  const auto threads_of = [](std::size_t jobs) {
    std::mutex mutex;
    std::set<pid_t> seen;  // not thread::id, which a new thread has of one that ended
    for (std::size_t job = 0; job < jobs; ++job) {
      std::latch together(2);  // so that both take part
      run_side_by_side(2, 2, [&](std::size_t) {
        together.arrive_and_wait();
        const std::lock_guard lock(mutex);
        seen.insert(::gettid());
      });
    }
    return seen.size();
  };
  const CrewScope crew;
  CHECK(threads_of(20) == 2);
}

TEST_CASE("side by side: a task may have tasks of its own") {
  const CrewScope crew;
  std::vector<int> runs(40, 0);
  run_side_by_side(3, 4, [&](std::size_t outer) {
    run_side_by_side(3, 10, [&](std::size_t inner) { ++runs[10 * outer + inner]; });
  });
  CHECK(runs == std::vector<int>(40, 1));
  run_side_by_side(2, 40, [&](std::size_t i) { ++runs[i]; });
  CHECK(runs == std::vector<int>(40, 2));
}

TEST_CASE("side by side: after an exception a crew goes on") {
  const CrewScope crew;
  const auto fail = [](std::size_t i) {
    if (i == 1) throw std::runtime_error("one");
  };
  CHECK_THROWS_AS(run_side_by_side(2, 3, fail), std::runtime_error);
  std::atomic<int> ended = 0;
  run_side_by_side(2, 3, [&](std::size_t) { ++ended; });
  CHECK(ended == 3);
}

TEST_CASE("side by side: a crew within another ends first, and the other comes back") {
  const CrewScope outer;
  std::atomic<int> ended = 0;
  {
    const CrewScope inner;
    run_side_by_side(2, 2, [&](std::size_t) { ++ended; });
  }
  run_side_by_side(2, 2, [&](std::size_t) { ++ended; });
  CHECK(ended == 4);
}
