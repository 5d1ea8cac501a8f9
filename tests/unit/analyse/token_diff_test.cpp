#include "analyse/token_diff.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

#include "support/catch.hpp"

using storydiff::diff_tokens;
using storydiff::TokenDiff;
using storydiff::TokenMatch;
using Run = std::vector<std::uint32_t>;

namespace {

/// The textbook table: length of the longest common subsequence.
std::size_t naive_length(const Run& a, const Run& b) {
  std::vector<std::vector<std::size_t>> best(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = 0; j < b.size(); ++j)
      best[i + 1][j + 1] = a[i] == b[j] ? best[i][j] + 1 : std::max(best[i][j + 1], best[i + 1][j]);
  return best[a.size()][b.size()];
}

/// Indices are in bounds, ascend on both sides, and name equal elements.
bool is_valid(const TokenDiff& diff, const Run& a, const Run& b) {
  for (std::size_t k = 0; k < diff.matches.size(); ++k) {
    const TokenMatch& m = diff.matches[k];
    if (m.a >= a.size() || m.b >= b.size() || a[m.a] != b[m.b]) return false;
    if (k > 0 && (m.a <= diff.matches[k - 1].a || m.b <= diff.matches[k - 1].b)) return false;
  }
  return true;
}

Run random_run(std::mt19937& random, std::size_t most, std::uint32_t letters) {
  Run run(std::uniform_int_distribution<std::size_t>(0, most)(random));
  for (auto& x : run) x = std::uniform_int_distribution<std::uint32_t>(0, letters - 1)(random);
  return run;
}

}  // namespace

TEST_CASE("small runs: the match list is a longest common subsequence") {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    const auto letters = std::uniform_int_distribution<std::uint32_t>(1, 9)(random);
    const Run a = random_run(random, 30, letters);
    const Run b = random_run(random, 30, letters);
    INFO("round " << round);
    const TokenDiff diff = diff_tokens(a, b);
    REQUIRE(is_valid(diff, a, b));
    REQUIRE(diff.matches.size() == naive_length(a, b));
    REQUIRE_FALSE(diff.bailout);
  }
}

TEST_CASE("short runs: what is matched without dtl is what dtl matches between the equal ends") {
  std::mt19937 random(11);
  for (int round = 0; round < 3000; ++round) {
    const auto letters = std::uniform_int_distribution<std::uint32_t>(1, 40)(random);
    const Run a = random_run(random, 24, letters);
    const Run b = random_run(random, 24, letters);
    INFO("round " << round);
    std::uint32_t head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head]) ++head;
    std::uint32_t tail = 0;
    while (head + tail < a.size() && head + tail < b.size() && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
    std::vector<TokenMatch> expected;
    for (std::uint32_t i = 0; i < head; ++i) expected.push_back({i, i});
    const std::span<const std::uint32_t> middle_a = std::span(a).subspan(head, a.size() - head - tail);
    const std::span<const std::uint32_t> middle_b = std::span(b).subspan(head, b.size() - head - tail);
    for (const TokenMatch& m : storydiff::diff_gap_with_dtl(middle_a, middle_b))
      expected.push_back({head + m.a, head + m.b});
    for (std::uint32_t k = tail; k > 0; --k)
      expected.push_back({static_cast<std::uint32_t>(a.size()) - k, static_cast<std::uint32_t>(b.size()) - k});
    REQUIRE(diff_tokens(a, b).matches == expected);
  }
}

TEST_CASE("fixed shapes") {
  const Run none;
  const Run abc = {1, 2, 3};
  CHECK(diff_tokens(none, none).matches.empty());
  CHECK(diff_tokens(abc, none).matches.empty());
  CHECK(diff_tokens(abc, abc).matches == std::vector<TokenMatch>{{0, 0}, {1, 1}, {2, 2}});
  CHECK(diff_tokens(Run{1, 9, 3}, abc).matches == std::vector<TokenMatch>{{0, 0}, {2, 2}});
  CHECK(diff_tokens(abc, Run{4, 5, 6}).matches.empty());
}

TEST_CASE("long runs are cut at unique elements, and the indices stay right") {
  // 20,000 different elements, every tenth replaced: far beyond what dtl gets in one piece.
  Run a(20000);
  for (std::uint32_t i = 0; i < a.size(); ++i) a[i] = i;
  Run b = a;
  for (std::size_t i = 0; i < b.size(); i += 10) b[i] = 100000 + static_cast<std::uint32_t>(i);
  b.erase(b.begin() + 3000, b.begin() + 3500);
  const TokenDiff diff = diff_tokens(a, b);
  CHECK(is_valid(diff, a, b));
  CHECK(diff.matches.size() == 17550);
  CHECK_FALSE(diff.bailout);
}

TEST_CASE("a long run without a unique element says so") {
  std::mt19937 random(3);
  Run a(3000);
  Run b(3000);
  for (auto& x : a) x = std::uniform_int_distribution<std::uint32_t>(0, 49)(random);
  for (auto& x : b) x = std::uniform_int_distribution<std::uint32_t>(0, 49)(random);
  a.front() = 100;  // ends differ: nothing to trim
  b.back() = 101;
  const TokenDiff diff = diff_tokens(a, b);
  CHECK(is_valid(diff, a, b));
  CHECK(diff.bailout);
}
