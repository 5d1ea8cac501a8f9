#include "evidence.hpp"

#include "support/catch.hpp"

namespace {
using namespace storydiff::paragraph_order;
}

TEST_CASE("datelines of many houses are known") {
  const char* datelines[] = {
      "VIENNA (AP) \xE2\x80\x94 The presidents met.",
      "VIENNA AFP  The presidents met.",
      "MOSCOW AP  Negotiators will sit down.",
      "HARLAN SPRINGS, Ark. (AP) \xE2\x80\x94 More than 3,400 workers walked off.",
      "BRUSSELS, Nov 18 (Reuters) - A gang made off.",
      "PORT BEAULIEU, Corisande, April 28 (UPI) -- Prime Minister Belcourt fell short.",
      "MBARAZI, April 23 (Xinhua) -- Health authorities launched.",
      "BALLANDERRY, Aug 6 AAP - A bookkeeper was jailed.",
      "GANNET COVE, N.S. \xE2\x80\x94 The wind had peeled half the roof off.",
      "(Bloomberg) -- Venturis agreed to buy Marchbank.",
      "S\xC3\x83"
      "O PAULO, March 3 (Reuters) - Rain fell.",
  };
  for (const char* text : datelines) {
    INFO(text);
    CHECK(has_dateline(text));
  }
}

TEST_CASE("running text is no dateline") {
  const char* texts[] = {
      "",
      "V",
      "The presidents met in Vienna (AP) \xE2\x80\x94 or so.",
      "NASA, which launched it in 2020 - and lost it - would not say.",
      "UNESCO said on Monday that it would help.",
      "FILE \xE2\x80\x94 A man walks by the river.",
      "U.S. officials (AP) said so.",
      "\"VIENNA is waiting,\" he said.",
      "Shares rose (Bloomberg) - then fell.",
  };
  for (const char* text : texts) {
    INFO(text);
    CHECK_FALSE(has_dateline(text));
  }
}

TEST_CASE("headlines, bylines and credits are no story paragraphs") {
  CHECK(is_story_paragraph("The road was closed at noon."));
  CHECK(is_story_paragraph("\"We were late, all of us.\""));
  CHECK(
      is_story_paragraph("He called it \xE2\x80\x9C"
                         "a detail of no weight.\xE2\x80\x9D"));
  CHECK_FALSE(is_story_paragraph("Leaders meet and agree to reopen road"));
  CHECK_FALSE(is_story_paragraph("By Rustam Keldibek"));
  CHECK_FALSE(is_story_paragraph("20241121"));
  CHECK_FALSE(is_story_paragraph("Enditem."));
  CHECK_FALSE(is_story_paragraph("(Reporting by Philippa Desmet; Editing by Benedikt Shaw.)"));
  CHECK_FALSE(is_story_paragraph(""));
}

TEST_CASE("only one lede behind other story paragraphs is evidence") {
  const std::string_view headline = "Leaders meet in Vienna", story = "The road was closed since the war.",
                         lede = "VIENNA (AP) -- The presidents met on Monday.";
  const auto found = find_misplaced_lede({headline, story, story, lede}, {});
  REQUIRE(found);
  CHECK(found->lede == 3);
  CHECK(found->first == 1);

  CHECK_FALSE(find_misplaced_lede({headline, lede, story}, {}));
  CHECK_FALSE(find_misplaced_lede({lede, story}, {}));
  CHECK_FALSE(find_misplaced_lede({story, story}, {}));
  CHECK_FALSE(find_misplaced_lede({story, lede, story, lede}, {}));
  CHECK_FALSE(find_misplaced_lede({}, {}));

  CHECK(find_misplaced_lede({story, story}, {1})->lede == 1);
  CHECK_FALSE(find_misplaced_lede({story, story}, {0}));
  CHECK_FALSE(find_misplaced_lede({story, story, story}, {1, 2}));
  CHECK_FALSE(find_misplaced_lede({story, story, lede}, {1}));
  CHECK(find_misplaced_lede({story, lede}, {1})->lede == 1);
}
