#include "reading.hpp"

#include <string>
#include <string_view>

#include "support/catch.hpp"

namespace {

using namespace storydiff::paragraph_order;

Reading read(std::string_view text) { return read_paragraphs({text}).front(); }

std::string names(const Reading& reading) {
  std::string out;
  for (const Name& name : reading.names) {
    if (!out.empty()) out += " | ";
    for (std::size_t i = 0; i < name.words.size(); ++i) out += (i > 0 ? " " : "") + name.words[i];
    if (name.person) out += " (person)";
    if (name.organisation) out += " (organisation)";
  }
  return out;
}

}  // namespace

TEST_CASE("a paragraph's opener says what it leans on") {
  struct Case {
    const char* text;
    Opener opener;
    Gender pronoun;
  };
  const Case cases[] = {
      {"Police closed the road.", Opener::kPlain, Gender::kUnknown},
      {"He added that the road was closed.", Opener::kPronoun, Gender::kHe},
      {"Her lawyer would not comment.", Opener::kPronoun, Gender::kShe},
      {"It reported the loss at the time.", Opener::kPronoun, Gender::kIt},
      {"\"We are late,\" he said.", Opener::kQuotation, Gender::kHe},
      {"\xE2\x80\x9CWe are late,\xE2\x80\x9D she told reporters in Lyon.", Opener::kQuotation, Gender::kShe},
      {"\"We are late. We were always late.\"", Opener::kQuotation, Gender::kUnknown},
      {"\"We are late,\" said Ana Ruiz, 40.", Opener::kNamedQuotation, Gender::kUnknown},
      {"\"He is late,\" Ruiz said.", Opener::kNamedQuotation, Gender::kUnknown},
      {"The monitors, of whom there are 85, will stay.", Opener::kDefinite, Gender::kUnknown},
      {"But nobody came.", Opener::kLink, Gender::kUnknown},
      {"Both said they would return.", Opener::kLink, Gender::kUnknown},
      {"", Opener::kPlain, Gender::kUnknown},
      {"85", Opener::kPlain, Gender::kUnknown},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const Reading reading = read(c.text);
    CHECK(reading.opener == c.opener);
    CHECK(reading.pronoun == c.pronoun);
  }
}

TEST_CASE("names are runs of capitalized words without their titles") {
  struct Case {
    const char* text;
    const char* names;
  };
  const Case cases[] = {
      {"The talks were led by Foreign Minister Sergey Lavrov.", "sergey lavrov (person)"},
      {"Gov. Lyle Abernathy urged both sides to settle.", "lyle abernathy (person)"},
      {"On Monday Judge Szabo adjourned the trial.", "szabo (person)"},
      {"The car was found by Rita Muise, 68, at noon.", "rita muise (person)"},
      {"A spokesman, Ludwig van der Berg, would not say.", "ludwig van der berg (person)"},
      {"It was bought by Venturis Packaging Inc. on Tuesday.", "venturis packaging inc. (organisation)"},
      {"The river runs through Store Mork and Lunsvik.", "store mork | lunsvik"},
      {"Its shares fell, Moscow said.", "moscow"},
      {"Lavrov's wife and the U.S. envoy came.", "lavrov | u.s."},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(names(read(c.text)) == c.names);
  }
}

TEST_CASE("facts that place a paragraph are found outside quotation marks") {
  CHECK(read("The plant was built in 1962.").background);
  CHECK_FALSE(read("The plant has 1,962 workers.").background);
  CHECK(read("They will vote on Friday.").prospect);
  CHECK_FALSE(read("\"We will vote,\" Ruiz said.").prospect);
  CHECK(read("Prices fell, according to the bank.").speech);
  CHECK(read("The bank said in a statement that it was sound.").statement);
  CHECK(read("Rain is also expected in the north.").also);
  CHECK_FALSE(read("Rain fell. It also snowed.").also);
}

TEST_CASE("abbreviations are told from their expansions") {
  const Reading expansion = read("The World Health Organization (WHO) sent doses.");
  CHECK(expansion.expanded == std::vector<std::string>{"who"});
  CHECK(expansion.abbreviations.empty());
  const Reading aside = read("Demand for their (OPEC) oil rose, the WHO said.");
  CHECK(aside.expanded.empty());
  CHECK(aside.abbreviations == std::vector<std::string>{"opec", "who"});
}

TEST_CASE("stems join the forms of a word and sentences end where they should") {
  CHECK(stem("monitors") == stem("monitor\xE2\x80\x99s"));
  CHECK(stem("Countries") == stem("country"));
  CHECK(stem("reopened") == stem("reopening"));
  CHECK(stem("pass") == "pass");
  std::size_t stops = 0;
  for (const Token& token : tokenize("Gov. J. Smith of the U.S. arrived at 4.30 p.m. on Friday. He left."))
    stops += token.kind == TokenKind::kStop ? 1u : 0u;
  CHECK(stops == 2);
}
