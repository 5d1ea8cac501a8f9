// Each row is a paragraph; "|" stands where it must be cut, for the one space or line end there.

#include <string>
#include <utility>
#include <vector>

#include "one_paragraph.hpp"
#include "support/catch.hpp"

using namespace storydiff::test;

namespace {

std::vector<std::string> parts_of(const std::string& row) {
  std::vector<std::string> parts(1);
  for (const char c : row) {
    if (c == '|') {
      parts.emplace_back();
    } else {
      parts.back().push_back(c);
    }
  }
  return parts;
}

void check_rows(const std::vector<std::string>& rows, const char* language = "en") {
  for (const std::string& row : rows) {
    const std::vector<std::string> wanted = parts_of(row);
    for (const char* gap : {" ", "\n"}) {
      std::string text;
      for (const std::string& part : wanted) text += (text.empty() ? "" : gap) + part;
      INFO(row);
      CHECK(sentences_of(text, language) == wanted);
    }
  }
}

}  // namespace

TEST_CASE("plain sentences") {
  check_rows({
      "The ferry left at dawn.|Nobody waved.",
      "Who paid for it?|The town did!|And then?|Silence.",
      "It rained...|Then it stopped.",
      "It rained… and rained.|Then it stopped.",
      "Wait!!|What?!|Nothing.",
      "The tower is 3.5 metres taller.|It leans.",
      "He moved in.|14 neighbours complained.",
      "The bridge opened in 1962.|Cars crossed it in 1963.",
      "He waited. . .|She left.",
      "A headline without an end",
      "the engine stalled.|it was cold.",
      "The price fell.|€40 buys a ticket now.",
  });
}

TEST_CASE("quotations") {
  check_rows({
      "\"We will mend the roof,\" the baker said Friday.|\"We have no choice.\"",
      "\"The roof leaks.|The walls are damp.|Nobody comes,\" the baker said.",
      "“The roof leaks.|The walls are damp,” she said.|“Nobody comes.”",
      "\"Why?\" she asked.|Nobody knew.",
      "“Get out!” he shouted.|They did.",
      "\"Is it over?\" Mayor Petra Lindqvist asked reporters.|It was not.",
      "\"Can we leave now?\" the child asked.|\"No.\"",
      "\"Are we safe?\"|Nobody in the hall answered.",
      "The sign said \"Closed.\"|Inside, a radio played.",
      "She called it 'a farce.'|He did not.",
      "\"Stop it!\"|\"Never,\" said the goat.",
      "He shouted \"Fire!\" and ran.|Nobody moved.",
      "Nobody spoke.|“Well,” the judge said.|“Begin.”",
      "The report (see page 9.) was long.|Few read it.",
      "It failed.|(It had failed before.)|Nobody minded.",
      "The minister's answer was \"no.\"|\"Ask again,\" an aide said.",
  });
}

TEST_CASE("titles, initials and names with periods") {
  check_rows({
      "Sen. Maud Okafor met Gov. Lars Brandt.|They argued.",
      "Sgt. Ines Duarte and Lt. Col. Bo Strand were cleared.|Capt. Roe was not.",
      "Dr. Amara Nwosu and Mrs. Pell agreed.|Prof. Quill did not.",
      "J. R. Hartley wrote it.|W. H. Smith sold it.",
      "George W. Pruitt resigned.|He had little choice.",
      "C.S. Marlow read the will.|It was short.",
      "St. Olave's church burned.|The Rev. Tom Birch saw it.",
      "The case of Marsh v. Dunn was heard.|It lasted a day.",
      "GEN. MORROW QUITS.|TALKS GO ON.",
      "John Ruiz Jr. was there.|His father was not.",
  });
}

TEST_CASE("companies, states and countries") {
  check_rows({
      "Halvorsen Inc. bought Petrel Corp. for $3 million.|It paid cash.",
      "Brill & Co. declined to comment.|So did Osprey Ltd. and its bank.",
      "U.S. Treasury officials met U.N. envoys.|Both left early.",
      "He moved to the U.S. in 2003.|She stayed.",
      "They praised the urgency of U.S.-Russian talks.|He read about U.S.-China trade.|The U.N.-Brussels line rang.",
      "PINE BLUFF, Ark. (AP) - A barge sank.|Two men swam ashore.",
      "Ohio and Mass. voters differ.|Few mind.",
      "He holds a Ph.D. in botany.|She has an M.D. from Lund.",
      "The bank in D.C. closed.|Its clients sued.",
      "Washington, D.C., is humid.|It was a swamp.",
      "The Bldg. Safety Board met.|It adjourned.",
  });
}

// Where a company or country ends a sentence, what follows decides.
TEST_CASE("an abbreviation before a likely beginning ends its sentence") {
  using Row = std::pair<std::string, std::vector<std::string>>;
  const std::vector<Row> rows = {
      {"He sold it to Petrel Inc. The price was low.", {"He sold it to Petrel Inc.", "The price was low."}},
      {"She flew to the U.S. Her brother stayed.", {"She flew to the U.S.", "Her brother stayed."}},
      {"It moved to the U.K. \"We had to,\" he said.", {"It moved to the U.K.", "\"We had to,\" he said."}},
      {"She lives on Elm St. The house is yellow.", {"She lives on Elm St.", "The house is yellow."}},
      {"They met at N.Y.U. The class was small.", {"They met at N.Y.U.", "The class was small."}},
      {"They live in Tulsa, Okla. Neighbors nod.", {"They live in Tulsa, Okla.", "Neighbors nod."}},
      {"So did I. They waved.", {"So did I.", "They waved."}},
      {"The chart shows vitamin C. The rest is fat.", {"The chart shows vitamin C.", "The rest is fat."}},
  };
  for (const auto& [text, wanted] : rows) {
    INFO(text);
    CHECK(sentences_of(text) == wanted);
  }
}

TEST_CASE("dates, times, numbers and units") {
  check_rows({
      "It opened on Feb. 22 and shut on Sept. 3, 1999.|Few noticed.",
      "The vote is due in Feb.|Turnout will be low.",
      "Shots rang out at 9:40 p.m. Tuesday.|Police came.",
      "Shots rang out at 9:40 p.m.|Police came at once.",
      "It struck at 3:15 a.m. (0215 GMT on Monday) near Hild.|Roofs fell.",
      "Doors open at 8 a.m. EST on Jan. 4.|Bring a coat.",
      "The curfew ends at 5 a.m.|The streets were empty.",
      "Engine No. 3 failed.|Engine No. 4 did not.",
      "Was it safe?|No.|It was not.",
      "The fish weighed 9 lbs. 4 oz. and fought hard.|He let it go.",
      "The wall is 6 ft. 3 in. high.|A child climbed it.",
      "See Vol. 2, pp. 14-19.|It is all there.",
      "Prices, wages, etc. rose.|Rents fell.",
      "Apples vs. Pears is a game, e.g. Whist is another.|Play it.",
  });
}

TEST_CASE("lists, dashes, lost spaces and fragments") {
  check_rows({
      "1. Mix the flour.|2. Add the eggs.",
      "A. Sit down.|B. Stay there.",
      "He won.|- He had trained for years.",
      "It was over.|— Nobody knew that yet.",
      "_",
      "- - -",
      "...",
      "The chef said yes.|eBay said no.",
      "He spoke.|al-Rashid listened.",
      "Visit harbour.example.com today.|It is free.",
      "Write to j.doe@mail.example.|She answers.",
  });
  CHECK(sentences_of("The well ran dry.Then it rained.") ==
        std::vector<std::string>{"The well ran dry.", "Then it rained."});
  CHECK(sentences_of("The   well\nran\tdry.  \n Then it\r\nrained.") ==
        std::vector<std::string>{"The   well\nran\tdry.", "Then it\r\nrained."});
  CHECK(sentences_of("\u200B") == std::vector<std::string>{"\u200B"});
}

TEST_CASE("other languages and scripts") {
  check_rows({"Der Markt am 3. Oktober fiel aus.|Es regnete.", "Dr. Weiß kam.|Er blieb."}, "de");
  check_rows({"La place est vide.|Où sont-ils ?|Partis."}, "fr");
  check_rows({"नदी चढ़ गई।|पुल बह गया।"}, "hi");
  CHECK(sentences_of("桥塌了。没有人受伤。", "zh") == std::vector<std::string>{"桥塌了。", "没有人受伤。"});
}
