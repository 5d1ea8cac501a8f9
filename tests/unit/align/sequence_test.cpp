// The matcher that goes 64 cells at a time says what the plain tables say.
#include "align/sequence.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

#include "support/catch.hpp"

namespace storydiff {
namespace {

using Run = std::vector<std::uint32_t>;

std::uint32_t plain_common(const Run& a, const Run& b) {
  std::vector<Run> table(a.size() + 1, Run(b.size() + 1, 0));
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = 0; j < b.size(); ++j)
      table[i + 1][j + 1] = a[i] == b[j] ? table[i][j] + 1 : std::max(table[i][j + 1], table[i + 1][j]);
  return table[a.size()][b.size()];
}

std::uint32_t plain_run(const Run& a, const Run& b) {
  std::uint32_t longest = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = 0; j < b.size(); ++j) {
      std::uint32_t n = 0;
      while (i + n < a.size() && j + n < b.size() && a[i + n] == b[j + n]) ++n;
      longest = std::max(longest, n);
    }
  return longest;
}

TEST_CASE("subsequences and runs of any length, over few stems and over many") {
  std::mt19937 random(7);
  for (const std::uint32_t stems : {1U, 2U, 5U, 40U, 300U}) {
    SequenceMatcher matcher(stems);
    const auto run_of = [&](std::size_t size) {
      Run run(size);
      for (std::uint32_t& stem : run) stem = static_cast<std::uint32_t>(random() % stems);
      return run;
    };
    for (const std::size_t size : {0U, 1U, 7U, 63U, 64U, 65U, 128U, 150U}) {
      const Run b = run_of(size);
      matcher.take(b);
      for (const std::size_t other : {0U, 1U, 20U, 64U, 140U}) {
        const Run a = run_of(other);
        CHECK(matcher.common(a) == plain_common(a, b));
        CHECK(matcher.common_run(a) == plain_run(a, b));
      }
      CHECK(matcher.common(b) == size);
      CHECK(matcher.common_run(b) == size);
    }
  }
}

}  // namespace
}  // namespace storydiff
