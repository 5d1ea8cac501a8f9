#include "unwrap.hpp"

#include <string>
#include <vector>

#include "language/paragraphs.hpp"
#include "support/catch.hpp"

using namespace storydiff::hard_wrap;

namespace {

std::string unwrapped(const std::string& text) {
  std::vector<Range> paragraphs;
  for (const storydiff::Span span : storydiff::find_paragraphs(text)) paragraphs.push_back({span.begin, span.end});
  std::string out;
  std::size_t at = 0;
  for (const Join& join : find_joins(text, paragraphs)) {
    REQUIRE(join.span.begin >= at);
    out += text.substr(at, join.span.begin - at) + std::string(join.text);
    at = join.span.end;
  }
  return out + text.substr(at);
}

const std::string kWrapped =
    "Dockworkers in the country's busiest port agreed Tuesday to suspend\n"
    "their strike for 10 days while a former judge tries to settle the\n"
    "quarrel over automatic cranes that has kept ships at anchor.\n";
const std::string kFlat =
    "Dockworkers in the country's busiest port agreed Tuesday to suspend their strike for 10 days while a former judge "
    "tries to settle the quarrel over automatic cranes that has kept ships at anchor.\n";

}  // namespace

TEST_CASE("hard-wrap: prose that was wrapped runs on") {
  const std::string second =
      "The truce was reached at 3 a.m. after the mayor had locked the two\n"
      "sides in a school gymnasium with a single pot of coffee and told\n"
      "them that nobody would leave.\n";
  CHECK(unwrapped(kWrapped + "\n" + second) == kFlat + "\n" +
                                                   "The truce was reached at 3 a.m. after the mayor had locked the two "
                                                   "sides in a school gymnasium with a single "
                                                   "pot of coffee and told them that nobody would leave.\n");
  CHECK(unwrapped(unwrapped(kWrapped + "\n" + second)) == unwrapped(kWrapped + "\n" + second));
}

TEST_CASE("hard-wrap: hyphens at line ends") {
  struct Row {
    const char* above;
    const char* below;
    const char* joined;
  };
  const Row rows[] = {
      {"They agreed on Tuesday to suspend the strike of all the dockwork-",
       "ers for ten days while a former judge of the high court tries to", "dockworkers"},
      {"The ships had been at anchor for all of six weeks because of a well-",
       "known quarrel over automatic cranes in the harbour of the town", "well-known"},
      {"The union of the harbour had been led for many years by an Anglo-",
       "Swiss lawyer who had never in his life set foot on board a ship", "Anglo-Swiss"},
      {"The ships had been at anchor for some weeks because of a long-",
       "standing quarrel over the cranes, and long-standing quarrels take", "long-standing"},
      {"He said that the harbour had been closed to all of the contain-",
       "ers that the town had waited for since the early days of spring", "containers"},
  };
  for (const Row& row : rows) {
    INFO(row.joined);
    const std::string text = kWrapped + "\n" + row.above + "\n" + row.below + "\nbring it to an end, officials said.\n";
    CHECK(unwrapped(text).find(std::string(row.joined) + " ") != std::string::npos);
  }
  // A dash is no hyphen.
  CHECK(unwrapped(kWrapped + "\nThe mayor locked the two sides in a school gymnasium for the night --\n"
                             "and told them that nobody would leave the place before they had found\n"
                             "a way to end it.\n")
            .find("night -- and") != std::string::npos);
}

TEST_CASE("hard-wrap: what is no wrapped prose stays") {
  const std::string texts[] = {
      // verse
      "The sea is calm tonight upon the straits and all the lights are low,\n"
      "And from the long grey beach below the cliffs the tide has turned to\n"
      "Withdraw with all its melancholy roar along the naked shingle where\n"
      "The moon lies fair upon the gleaming sand beyond the windows of the\n"
      "House in which we stood and heard the eternal note of sadness brought\n",
      // an address
      "Harbour Board of Lindmoor\n14 Customs Quay\nLindmoor LM2 4QX\nTelephone 555 0142\n",
      // a list
      "- the harbour board closes the fish market until the wall is mended\n"
      "- the town pays 240,000 euros for the repair of the wall in summer\n"
      "- the fishermen sell their catch from their boats until the autumn\n",
      "1. The harbour board closes the fish market until the wall is mended\n"
      "2. The town pays 240,000 euros for the repair of the wall in summer\n"
      "3. The fishermen sell their catch from their boats until the autumn\n",
      // a table
      "Team                   played    won    lost    points   difference\n"
      "Corvina United             30     21       4        68          +34\n"
      "Sporting Albreda           30     19       6        62          +21\n"
      "Athletic Olmedo            30     11      12        40           -3\n",
      // header lines
      "u i bc-corisande-election-2ndld 04-28 0447\nSecond round set in Corisande\nBy HORTENSE VANDERMEER\n"
      "United Press International\n",
      // one paragraph a line
      "The harbour board of Lindmoor closed the fish market on Tuesday after a wall collapsed.\n"
      "Nobody was hurt.\nThe repair will cost 240,000 euros, the board said.\n"
      "Fishermen will sell their catch from their boats.\n",
      "Two short lines that nobody wrapped, with a sentence running on into\nthe next one.\n", "", "\n\n\n", "word",
      "one\ntwo\nthree\nfour\nfive\n"};
  for (const std::string& text : texts) {
    INFO(text);
    CHECK(unwrapped(text) == text);
  }
}

TEST_CASE("hard-wrap: a header above a wrapped story stays, the story runs on") {
  const std::string header =
      "u w bc-harbor-strike-1stld 11-09 0388\n\nDockers return to table\n\nBy LEONARD ASHBY\nUPI Labor Writer\n\n";
  CHECK(unwrapped(header + kWrapped + "\n" + kWrapped) == header + kFlat + "\n" + kFlat);
}

TEST_CASE("hard-wrap: indented first lines begin paragraphs") {
  const std::string indented =
      "   Dockworkers in the country's busiest port agreed Tuesday to end\n"
      "their strike for 10 days while a former judge tries to settle the\n"
      "quarrel over automatic cranes.\n"
      "   The truce was reached at 3 a.m. after the mayor had locked them\n"
      "in a school gymnasium with a single pot of coffee and told them\n"
      "that nobody would leave.\n";
  CHECK(unwrapped(indented) ==
        "   Dockworkers in the country's busiest port agreed Tuesday to end their strike for 10 days while a former "
        "judge "
        "tries to settle the quarrel over automatic cranes.\n"
        "   The truce was reached at 3 a.m. after the mayor had locked them in a school gymnasium with a single pot of "
        "coffee and told them that nobody would leave.\n");
}

TEST_CASE("hard-wrap: hostile text") {
  std::string hyphens;
  for (int i = 0; i < 20000; ++i) hyphens += "and there they went along the road until the end of the long even-\n";
  CHECK(unwrapped(hyphens).size() < hyphens.size());
  CHECK(unwrapped(std::string(1000000, '-')) == std::string(1000000, '-'));
}
