#include "lead_first.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"

namespace {

using namespace storydiff::paragraph_order;

const std::vector<std::string_view> kShuffled = {
    "Strike idles mills",                                                                               // 0
    "\"We shall win,\" she said.",                                                                      // 1
    "Oyelaran said pickets would stay out all week.",                                                   // 2
    "HARLAN (AP) -- Workers walked out of four mills near the river on Monday in a dispute over pay.",  // 3
    "mk/tr/2",                                                                                          // 4
    "Union leader Marta Oyelaran said that talks had failed.",                                          // 5
};

std::vector<std::string_view> reordered(const std::vector<std::string_view>& texts, const Plan& plan) {
  std::vector<std::string_view> out;
  for (const std::uint32_t i : plan.order) out.push_back(texts[i]);
  return out;
}

}  // namespace

TEST_CASE("lead-first restores a shuffled story and names its rules") {
  const Plan plan = plan_lead_first(kShuffled, {});
  REQUIRE(plan.order.size() == 6);
  CHECK(plan.order[0] == 0);
  CHECK(plan.order[1] == 3);
  CHECK(plan.order[2] == 5);
  CHECK(plan.order[5] == 4);
  CHECK(plan.rules[3] == "lede-first");
  CHECK(plan.rules[4] == "furniture-last");
  CHECK(plan.rules[2] == "after-introduction");
}

TEST_CASE("a mark of the lede is as good as a dateline") {
  std::vector<std::string_view> texts = kShuffled;
  texts[3] = "Workers walked out of four mills near the river on Monday in a dispute over pay.";
  CHECK(plan_lead_first(texts, {}).order.empty());
  CHECK(plan_lead_first(texts, {3}).order == plan_lead_first(kShuffled, {}).order);
}

TEST_CASE("a second run proposes nothing") {
  const std::vector<std::string_view> restored = reordered(kShuffled, plan_lead_first(kShuffled, {}));
  CHECK(plan_lead_first(restored, {}).order.empty());
}

TEST_CASE("only the lede moves where the rest is in order") {
  const std::vector<std::string_view> texts = {
      "Union leader Marta Oyelaran said that talks had failed.", "\"We shall win,\" she said.",
      "Oyelaran said pickets would stay out all week.",
      "HARLAN (AP) -- Workers walked out of four mills near the river on Monday in a dispute over pay."};
  const Plan plan = plan_lead_first(texts, {});
  CHECK(plan.order == Order{3, 0, 1, 2});
  CHECK(moves_for(plan) == std::vector<Move>{{3, 1, 0, "lede-first"}});
}

TEST_CASE("above the cap only the lede moves") {
  std::vector<std::string_view> texts(kMostParagraphs + 50, "\"We shall all win in the end,\" she said.");
  texts[40] = "HARLAN (AP) -- Workers walked out of four mills on Monday.";
  texts[90] = "Union leader Marta Oyelaran said that talks had failed.";
  CHECK(moves_for(plan_lead_first(texts, {})) == std::vector<Move>{{40, 1, 0, "lede-first"}});
}

TEST_CASE("whatever the paragraphs are, the plan is a permutation and a second run is silent") {
  const std::vector<std::string> pieces = {"Ana Ruiz",     "Ruiz",         "\"",  "said", ".",     "she",
                                           "He",           "the road",     "The", "1999", "(WHO)", "(",
                                           "\xE2\x80\x9C", "\xE2\x80\x9D", "But", ","};
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::string> texts(1 + random() % 12);
    for (std::string& text : texts) {
      for (std::size_t k = random() % 12; k > 0; --k) text += pieces[random() % pieces.size()] + ' ';
      text += "and so on it went.";
    }
    texts[random() % texts.size()].insert(0, "ROME (AP) -- ");
    std::vector<std::string_view> views(texts.begin(), texts.end());
    const Plan plan = plan_lead_first(views, {});
    if (plan.order.empty()) continue;
    Order sorted = plan.order;
    std::sort(sorted.begin(), sorted.end());
    REQUIRE(sorted.size() == texts.size());
    for (std::uint32_t i = 0; i < sorted.size(); ++i) REQUIRE(sorted[i] == i);
    REQUIRE(plan_lead_first(reordered(views, plan), {}).order.empty());
  }
}
