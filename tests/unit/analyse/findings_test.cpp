// What a person is told, from whole comparisons: rule, severity, and order.

#include <algorithm>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "unit/analyse/compare_plain.hpp"

using namespace storydiff;

namespace {

/// "alert figure-changed"
std::vector<std::string> rules(const Report& report) {
  std::vector<std::string> list;
  for (const Finding& finding : report.findings)
    list.push_back(std::string(to_string(finding.severity)) + " " + finding.rule);
  return list;
}

const std::string kLede = "The harbour board of Lindmoor closed the fish market on Tuesday after a wall collapsed.\n\n";

struct Row {
  const char* name;
  const char* source;
  const char* target;
  std::vector<std::string> rules;
};

const Row kRows[] = {
    {"nothing changed",
     "\"We may open again in May,\" harbour master Ines Roth said.",
     "“We may open again in May,” harbour master Ines Roth said.",
     {}},
    {"a figure changed",
     "The repair will cost 240,000 euros, the board said.",
     "The repair will cost 420,000 euros, the board said.",
     {"alert figure-changed"}},
    {"a figure lost its qualifier",
     "The repair will cost at least 240,000 euros, the board said.",
     "The repair will cost 240,000 euros, the board said.",
     {"review figure-qualifier-dropped"}},
    {"a date is said more precisely, and named again",
     "The wall was built in 1931 by masons from the valley, the board said.",
     "The wall was built on May 4, 1931 by masons from the valley, the board said.\n\nIt rained on May 4, 1931.",
     {"review figure-more-precise"}},
    {"a quotation was altered",
     "\"We may open again in the first week of May,\" harbour master Ines Roth said.",
     "\"We may open again in the last week of May,\" harbour master Ines Roth said.",
     {"alert quotation-altered"}},
    {"nobody has the quotation",
     "The board said it had approved the plans of the builder for the wall.",
     "The board said it had approved the plans of the builder for the wall. \"Money is no object,\" the builder said.",
     {"info quotation-unsupported"}},
    {"nobody says it, in a sentence that is new anyway",
     "The board said it had approved the plans of the builder for the wall.",
     "The board said it had approved the plans of the builder for the wall. People here talk of a \"great wall\" now.",
     {}},
    {"nobody has the quotation of one who is quoted",
     "\"We may open again in May,\" harbour master Ines Roth said. The board approved the plans of the builder.",
     "The board approved the plans of the builder. \"Money is no object,\" Roth said.",
     {"review quotation-credited"}},
    {"a negation is gone",
     "The board said it had not approved the plans of the builder for the wall.",
     "The board said it had approved the plans of the builder for the wall.",
     {"alert negation-changed"}},
    {"a name in two spellings",
     "The ferry from Brandholm sailed at noon. The harbour of Brandholm was shut, its captain told a newspaper there.",
     "The ferry from Brandholm sailed at noon. The harbour of Brandhoim was shut, its captain told a newspaper there.",
     {"review name-misspelled"}},
    {"a name in another spelling",
     "The harbour of Brandholm was shut on that day, its captain told a newspaper there.",
     "The harbour of Brandhoim was shut on that day, its captain told a newspaper there.",
     {"info name-variant"}},
    {"told as fact",
     "Police said two porters were detained after a fight over the last boxes of ice.",
     "Two porters were detained after a fight over the last boxes of ice.",
     {"review attribution-dropped"}},
};

}  // namespace

TEST_CASE("what is found, and how grave it is") {
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    const Report report = test::compare_plain(kLede + row.source + "\n", kLede + row.target + "\n");
    CHECK(rules(report) == row.rules);
    for (const Finding& finding : report.findings) {
      CAPTURE(finding.message);
      CHECK(finding.message.size() > 20);
      CHECK(finding.message.ends_with("."));
      CHECK((finding.target || finding.source));
    }
  }
}

TEST_CASE("the gravest first, then by place") {
  std::string source = kLede;
  std::string target = kLede;
  for (const Row& row : kRows) {
    source += std::string(row.source) + "\n\n";
    target += std::string(row.target) + "\n\n";
  }
  const Report report = test::compare_plain(source, target);
  REQUIRE(report.findings.size() >= 4);
  CHECK(std::is_sorted(report.findings.begin(), report.findings.end(),
                       [](const Finding& a, const Finding& b) { return a.severity > b.severity; }));
  for (std::size_t i = 1; i < report.findings.size(); ++i) {
    const Finding& before = report.findings[i - 1];
    const Finding& here = report.findings[i];
    if (before.severity == here.severity && before.target && here.target)
      CHECK(before.target->begin <= here.target->begin);
  }
}

TEST_CASE("a text compared with itself has no finding of its story") {
  std::string text = kLede;
  for (const Row& row : kRows) text += std::string(row.source) + "\n\n";
  CHECK(rules(test::compare_plain(text, text)).empty());
}

TEST_CASE("long texts are cut in messages, at a character and on one line") {
  std::string words;
  for (int i = 0; i < 60; ++i) words += "été\n";
  const Report report =
      test::compare_plain(kLede + "Nothing else was said.", kLede + "Roth said: \"" + words + "\" and left.");
  for (const Finding& finding : report.findings) {
    CHECK(finding.message.size() < 300);
    CHECK(finding.message.find('\n') == std::string::npos);
  }
}
