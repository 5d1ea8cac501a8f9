#include "cues.hpp"

#include <string_view>
#include <vector>

#include "support/catch.hpp"

namespace {

using namespace storydiff::paragraph_order;

constexpr const char* kLede = "Workers walked out of four mills near the river on Monday in a dispute over pay.";

/// The order that the cues give to the lede and the paragraphs.
Order order_of(std::vector<std::string_view> texts) {
  texts.insert(texts.begin(), kLede);
  return arrange(Cues(read_paragraphs(texts), Weights{}).wishes());
}

}  // namespace

TEST_CASE("each cue puts a pair of paragraphs right, whichever way round they come") {
  struct Case {
    const char* cue;
    const char* earlier;
    const char* later;
  };
  const Case cases[] = {
      {"short form after full name", "Union leader Marta Oyelaran said talks had failed.",
       "Oyelaran said pickets were out."},
      {"short form of a company", "Dunmore Farms Inc. runs three plants.", "Dunmore offered a rise of 3 percent."},
      {"abbreviation after expansion", "The Amalgamated Poultry Workers (APW) led the march.",
       "The APW has 900 members."},
      {"he after his name", "Sheriff Tom Reddy said nobody was hurt.", "\"We were lucky,\" he said."},
      {"pronoun opener after a person", "Owner Ines Wahlund blamed the drought.", "She said that wheat was dear."},
      {"background after news", "Police counted 900 people at the gates.", "Three dams were built in 1971."},
      {"prospects after news", "Police counted 900 people at the gates.", "Buses will run again until midnight."},
      {"also after the first", "Police arrested two men at the gates.", "Police also seized a truck."},
      {"statement before detail", "The owners regretted the walkout in a statement.", "A band played brass music."},
      {"definite after indefinite", "Guards let only monitors into a yard.", "The monitors, 85 in all, wear blue."},
  };
  for (const Case& c : cases) {
    INFO(c.cue);
    CHECK(order_of({c.earlier, c.later}) == Order{0, 1, 2});
    CHECK(order_of({c.later, c.earlier}) == Order{0, 2, 1});
  }
}

TEST_CASE("a pronoun picks the speaker that fits") {
  const std::string_view man = "Mayor Paul Greer said that his town had no money.";
  const std::string_view woman = "Deputy Ruth Adler, 50, said that she had found some.";
  const std::string_view quote = "\"It was in a drawer,\" she said.";
  const Order order = order_of({quote, man, woman});
  std::size_t quoted = 0;
  while (order[quoted] != 1) ++quoted;
  CHECK(order[quoted - 1] == 3);
}

TEST_CASE("a name that the lede already shortens wants no introduction") {
  const std::vector<std::string_view> texts = {"Lavrov flew to Geneva on Monday to talk about grain.",
                                               "Lavrov took six aides along.",
                                               "Minister Sergey Lavrov has led the ministry since 2004."};
  const Cues cues(read_paragraphs(texts), Weights{});
  CHECK(cues.demands({0, 1, 2}).all == 0);
}

TEST_CASE("demands count what an order breaks") {
  const std::vector<std::string_view> texts = {kLede, "Oyelaran said pickets were out.", "\"We shall win,\" she said.",
                                               "Union leader Marta Oyelaran said talks had failed.",
                                               "Rain fell on the river all night."};
  const Cues cues(read_paragraphs(texts), Weights{});
  CHECK(cues.demands({0, 3, 2, 1, 4}).broken == 0);
  CHECK(cues.demands({0, 3, 2, 1, 4}).all == 2);
  CHECK(cues.demands({0, 1, 3, 4, 2}).broken == 2);
}

TEST_CASE("reasons name the cue that places a paragraph") {
  const std::vector<std::string_view> texts = {kLede, "Union leader Marta Oyelaran said talks had failed.",
                                               "\"We shall win,\" she said.", "Oyelaran said pickets were out.",
                                               "Rain fell on the river all night."};
  const Cues cues(read_paragraphs(texts), Weights{});
  const Order order = {0, 1, 2, 3, 4};
  CHECK(cues.reason(order, 1) == Reason::kStoryOrder);
  CHECK(cues.reason(order, 2) == Reason::kSpeaker);
  CHECK(cues.reason(order, 3) == Reason::kIntroduction);
  CHECK(cues.reason(order, 4) == Reason::kStoryOrder);
}
