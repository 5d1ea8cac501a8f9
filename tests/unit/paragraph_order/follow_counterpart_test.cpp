#include "follow_counterpart.hpp"

#include "support/catch.hpp"

namespace {

using namespace storydiff::paragraph_order;

const std::vector<std::string_view> kCounterpart = {
    "The mayor of Lunsvik opened a wooden bridge over the fjord on Monday. A brass band played until the rain came.",
    "Divers inspected the hull of a stranded ferry and found a hole the size of a plate.",
    "Cod prices rose by a tenth at the auction in Bergen harbour."};

}  // namespace

TEST_CASE("paragraphs follow the place of their best match") {
  const Plan plan = plan_follow_counterpart(
      {"Prices of cod rose by a tenth at the Bergen auction.", "The brass band played on until rain came.",
       "Divers who inspected the ferry's hull found a hole as big as a plate."},
      kCounterpart);
  CHECK(plan.order == Order{1, 2, 0});
  CHECK(plan.rules.front() == "follow-counterpart");
}

TEST_CASE("an unmatched paragraph stays behind the one that precedes it") {
  const Plan plan = plan_follow_counterpart(
      {"Nobody asked the herons what they made of it.", "Prices of cod rose by a tenth at the Bergen auction.",
       "Elsewhere a minister resigned over a parking ticket.", "The brass band played on until rain came."},
      kCounterpart);
  CHECK(plan.order == Order{0, 3, 1, 2});
}

TEST_CASE("without matches there is no plan") {
  CHECK(plan_follow_counterpart({"Nothing in common.", "Nor here, at all."}, kCounterpart).order.empty());
  CHECK(plan_follow_counterpart({"The brass band played on until rain came."}, kCounterpart).order.empty());
  CHECK(plan_follow_counterpart({}, kCounterpart).order.empty());
  CHECK(plan_follow_counterpart({"Cod prices rose.", "The band played."}, {}).order.empty());
}

TEST_CASE("a shared name alone is no match") {
  CHECK(
      plan_follow_counterpart({"Bergen has a new mayor again.", "He was born in Lunsvik.", "It rained."}, kCounterpart)
          .order.empty());
}
