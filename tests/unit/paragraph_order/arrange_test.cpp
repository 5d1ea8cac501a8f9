#include "arrange.hpp"

#include <algorithm>
#include <numeric>
#include <random>

#include "support/catch.hpp"

namespace {

using namespace storydiff::paragraph_order;

Wishes random_wishes(std::size_t size, std::mt19937& random) {
  Wishes wishes(size);
  std::uniform_real_distribution<double> weight(-1.0, 1.0);
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j) {
      if (i == j) continue;
      wishes.add_before(i, j, weight(random));
      wishes.add_next(i, j, 2 * weight(random));
    }
  }
  return wishes;
}

/// Tries all orders that keep thing 0 first.
double best_worth(const Wishes& wishes) {
  Order order(wishes.size());
  std::iota(order.begin(), order.end(), 0u);
  double best = worth(wishes, order);
  while (std::next_permutation(order.begin() + 1, order.end())) best = std::max(best, worth(wishes, order));
  return best;
}

}  // namespace

TEST_CASE("arrange finds the best order of few things, but for rare wishes that lead nowhere") {
  std::mt19937 random(7);
  constexpr int kRounds = 200;
  int found = 0;
  for (int round = 0; round < kRounds; ++round) {
    const Wishes wishes = random_wishes(2 + random() % 6, random);
    if (worth(wishes, arrange(wishes)) > best_worth(wishes) - 1e-6) ++found;
  }
  CHECK(found >= kRounds * 97 / 100);
}

TEST_CASE("arrange always gives a permutation that keeps the first thing first") {
  std::mt19937 random(11);
  for (const std::size_t size : {0u, 1u, 2u, 3u, 17u, 65u, 120u}) {
    const Wishes wishes = random_wishes(size, random);
    Order order = arrange(wishes);
    REQUIRE(order.size() == size);
    if (size > 0) CHECK(order.front() == 0);
    std::sort(order.begin(), order.end());
    for (std::uint32_t i = 0; i < size; ++i) CHECK(order[i] == i);
  }
}

TEST_CASE("without wishes the order stays, and arrange repeats itself") {
  const Order same = arrange(Wishes(9));
  CHECK(std::is_sorted(same.begin(), same.end()));
  std::mt19937 random(3);
  const Wishes wishes = random_wishes(20, random);
  CHECK(arrange(wishes) == arrange(wishes));
}
