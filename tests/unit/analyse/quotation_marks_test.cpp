#include "analyse/quotations/quotation_marks.hpp"

#include <string>
#include <vector>

#include "language/paragraphs.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

/// "1:words" for level 1, with "!" for unclosed, "+" for continued, "^" for continues before it.
std::vector<std::string> quotations_of(const std::string& text) {
  std::vector<std::string> described;
  for (const Quotation& q : find_quotations(text, find_paragraphs(text))) {
    std::string line = q.level > 0 ? std::to_string(q.level) + ":" : "";
    if (q.continues) line += "^";
    line += text.substr(q.span.begin, q.span.size());
    if (q.unclosed) line += "!";
    if (q.continued) line += "+";
    described.push_back(line);
  }
  return described;
}

struct Row {
  const char* name;
  std::string text;
  std::vector<std::string> quotations;
};

const Row kRows[] = {
    {"empty", "", {}},
    {"straight", R"(The judge said: "You lied to this court.")", {"You lied to this court."}},
    {"split around an attribution", R"("We go," the coach said, "and we win.")", {"We go,", "and we win."}},
    {"two in one sentence", R"(He called it "mad" and "bad".)", {"mad", "bad"}},
    {"curly", "“We don’t want a war,” he said.", {"We don’t want a war,"}},
    {"curly closed by straight", "“We go,\" he said. \"They stay,” she said.", {"We go,", "They stay,"}},
    {"curly opening mark in the place of a closing one", "“We go,“ he said. “They stay.“", {"We go,", "They stay."}},
    {"Swedish", "”Vi går”, sade hon. ”De stannar.”", {"Vi går", "De stannar."}},
    {"wire style", "``We go,'' he said. ``They stay.''", {"We go,", "They stay."}},
    {"nested", R"("He told me 'go home' and I did," she said.)", {"He told me 'go home' and I did,", "1:go home"}},
    {"nested, ends together", R"(She said: "He told me 'go home.'")", {"He told me 'go home.'", "1:go home."}},
    {"nested, begins together",
     R"("'Go home' was what he said," she told the court.)",
     {"'Go home' was what he said,", "1:Go home"}},
    {"nested curly", "“He said ‘go’ and I went,” she said.", {"He said ‘go’ and I went,", "1:go"}},
    {"British", "'I'm sure we won't,' he said. 'They've gone.'", {"I'm sure we won't,", "They've gone."}},
    {"British, nested", "‘He said “go” and I went,’ she said.", {"He said “go” and I went,", "1:go"}},
    {"a single-quoted word", "The 'disputed' vote", {"disputed"}},
    {"a single-quoted phrase before a stop", "She called it 'a fine mess'. Nobody laughed.", {"a fine mess"}},
    {"apostrophes", "It's the workers' strike, the firms' bosses' fault and James' idea; don't. O'Brien's.", {}},
    {"curly apostrophes", "It’s the workers’ strike and James’ idea. Don’t. Qur’an. Hawai‘i.", {}},
    {"elisions", "'Tis the '90s, 'twas rock 'n' roll in the summer of '69, get 'em goin' now.", {}},
    {"wrong elisions", "The ‘90s were ‘til then the workers’ best years.", {}},
    {"a possessive within single marks", "He praised 'the workers' courage', and left.", {"the workers' courage"}},
    {"single marks, then a possessive", "The 'mess' at the plant is the workers' fault.", {"mess"}},
    {"a plural closed by a single mark", "It spoke of 'regional powers' and left.", {"regional powers"}},
    {"a quoted decade", "They called it 'the 90s' for short.", {"the 90s"}},
    {"feet and inches", "At 6'2\" he is tall; the 42\" screen and the 5' 3\" gate too.", {}},
    {"inches within", R"("The 42" screen broke," he said. "I cried.")", {"The 42\" screen broke,", "I cried."}},
    {"a number at the end", R"(It ended "3-2" in Leeds, and he said "2-2" was fair.)", {"3-2", "2-2"}},
    {"a possessive after the marks", R"("Post"'s owner and the "Times"' editor)", {"Post", "Times"}},
    {"dashes", R"(He left--"go," he said--and "we--" she began.)", {"go,", "we--"}},
    {"em dashes", "She said—“We go”—and went.", {"We go"}},
    {"brackets", R"(The law ("the Act") and ["the code"].)", {"the Act", "the code"}},
    {"no space after the stop", R"(He said,"We go."She left.)", {"We go."}},
    {"spaces within", "He said \" We go \" and left.", {"We go"}},
    {"an ellipsis first", R"(He said "... and then it blew.")", {"... and then it blew."}},
    {"guillemets", "« Nous partons », dit-il. «Et nous restons.»", {"Nous partons", "Et nous restons."}},
    {"nested guillemets", "« Il a dit « non » hier », dit-elle.", {"Il a dit « non » hier", "1:non"}},
    {"inverted guillemets", "»Wir gehen«, sagte er. »Sie ›bleiben‹.«", {"Wir gehen", "Sie ›bleiben‹."}},
    {"low", "„Wir gehen“, sagte er. „Sie bleiben.“", {"Wir gehen", "Sie bleiben."}},
    {"low, Polish", "„Idziemy” – powiedział.", {"Idziemy"}},
    {"low, nested", "„Er sagte ‚nein‘ zu mir“, sagte sie.", {"Er sagte ‚nein‘ zu mir", "1:nein"}},
    {"corner", "彼は「行く」と言った。『本』", {"行く", "本"}},
    {"nothing within", R"("" and "..." and '')", {}},
    {"unclosed", R"("We go, he said. Then he left.)", {"We go, he said. Then he left.!"}},
    {"unclosed before the next", R"("We go, he said. "They stay," she said.)", {"We go, he said.!", "They stay,"}},
    {"unclosed within", "“He said «go, and I went,” she said.", {"He said «go, and I went,", "1:go, and I went,!"}},
    {"a stray closing mark", R"(We go," he said. "They stay.")", {"They stay."}},
    {"over paragraphs",
     "\"We have lost the bridge.\n\n\"We have lost the mill.\n\n\"We go on,\" the mayor said.",
     {"We have lost the bridge.+", "^We have lost the mill.+", "^We go on,"}},
    {"over paragraphs, curly and British",
     "‘We have lost the bridge.\n\n‘We go on,’ the mayor said.",
     {"We have lost the bridge.+", "^We go on,"}},
    {"over paragraphs, no mark at the second",
     "The mayor said: \"We have lost the bridge.\n\nWe go on.\" He left.",
     {"We have lost the bridge.+", "^We go on."}},
    {"unclosed, the next paragraph is another's",
     "\"We have lost the bridge, the mayor said.\n\nThe river \"rose\" again.",
     {"We have lost the bridge, the mayor said.!", "rose"}},
    {"a new speech is no continuation", "\"We go,\" he said.\n\n\"They stay,\" she said.", {"We go,", "They stay,"}},
};

}  // namespace

TEST_CASE("quotations of a text") {
  for (const Row& row : kRows) {
    INFO(row.name << ": " << row.text);
    CHECK(quotations_of(row.text) == row.quotations);
  }
}

TEST_CASE("the outer span holds the marks") {
  const std::string text = "Er sagte: „Wir gehen“.";
  const auto found = find_quotations(text, find_paragraphs(text));
  REQUIRE(found.size() == 1);
  CHECK(slice(text, found[0].outer) == "„Wir gehen“");
  CHECK(found[0].marks == QuoteMarks::kLow);
}

TEST_CASE("any number of marks is read in one pass") {
  for (const char* mark : {"\"", "“", "”", "'", "‘", "’", "«", "»", "„", " \"a", "“a", "'a", "a' ", " 'a\"", "『「"}) {
    std::string text;
    for (int i = 0; i < 50'000; ++i) text += mark;
    text += "x";
    for (const Quotation& q : find_quotations(text, find_paragraphs(text))) {
      REQUIRE(q.span.begin < q.span.end);
      REQUIRE(q.outer.contains(q.span));
      REQUIRE(q.outer.end <= text.size());
    }
  }
}
