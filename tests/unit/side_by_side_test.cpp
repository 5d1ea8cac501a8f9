#include "side_by_side.hpp"

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/catch.hpp"

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
