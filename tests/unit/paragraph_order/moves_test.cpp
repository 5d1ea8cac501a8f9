#include "moves.hpp"

#include <algorithm>
#include <numeric>
#include <random>

#include "support/catch.hpp"

namespace {

using namespace storydiff::paragraph_order;

Plan plan_of(Order order) {
  Plan plan{std::move(order), {}};
  plan.rules.assign(plan.order.size(), "story-order");
  return plan;
}

/// What the plugin ABI says that moves do, word for word: take the moved paragraphs out, then put
/// them, in the order of the calls, before the one they go to.
Order made_by(const std::vector<Move>& moves, std::uint32_t count) {
  std::vector<bool> taken(count);
  for (const Move& move : moves)
    for (std::uint32_t i = move.first; i < move.first + move.count; ++i) taken[i] = true;
  Order out;
  for (std::uint32_t place = 0; place <= count; ++place) {
    for (const Move& move : moves)
      if (move.before == place)
        for (std::uint32_t i = move.first; i < move.first + move.count; ++i) out.push_back(i);
    if (place < count && !taken[place]) out.push_back(place);
  }
  return out;
}

}  // namespace

TEST_CASE("an order gives the fewest moves") {
  struct Case {
    Order order;
    std::vector<Move> moves;
  };
  const Case cases[] = {
      {{}, {}},
      {{0, 1, 2}, {}},
      {{2, 0, 1}, {{2, 1, 0, "story-order"}}},
      {{2, 3, 0, 1, 4, 5}, {{2, 2, 0, "story-order"}}},
      {{1, 2, 3, 0}, {{0, 1, 4, "story-order"}}},
  };
  for (const Case& c : cases) CHECK(moves_for(plan_of(c.order)) == c.moves);
}

TEST_CASE("paragraphs that move together keep the rule of the first") {
  Plan plan = plan_of({3, 4, 0, 1, 2});
  plan.rules[3] = "lede-first";
  CHECK(moves_for(plan) == std::vector<Move>{{3, 2, 0, "lede-first"}});
}

TEST_CASE("moves make the order, and never go before a paragraph that moves away") {
  std::mt19937 random(19);
  for (int round = 0; round < 300; ++round) {
    Order order(random() % 25);
    std::iota(order.begin(), order.end(), 0u);
    for (std::size_t swaps = random() % 12; swaps > 0 && !order.empty(); --swaps)
      std::swap(order[random() % order.size()], order[random() % order.size()]);
    const auto count = static_cast<std::uint32_t>(order.size());
    const std::vector<Move> moves = moves_for(plan_of(order));
    REQUIRE(made_by(moves, count) == order);
    for (const Move& move : moves)
      for (const Move& other : moves) REQUIRE((move.before < other.first || move.before >= other.first + other.count));
  }
}
