#include <string>
#include <vector>

#include "storydiff/compare.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

std::string slice_of(const std::string& text, const std::optional<Span>& span) {
  return span ? text.substr(span->begin, span->size()) : "-";
}

/// "altered: We may go, < We will go, (may > will)": status, target, source, and the words that differ.
std::vector<std::string> quotations_of(const std::vector<std::string>& sources, const std::string& target) {
  std::vector<Document> documents;
  for (const std::string& source : sources) documents.push_back(*make_document("source", source, {}));
  std::vector<const Document*> borrowed;
  for (const Document& document : documents) borrowed.push_back(&document);
  const Document ours = *make_document("target", target, {});
  const Report report = *compare(borrowed, ours, {}, {});
  std::vector<std::string> described;
  for (const Change& change : report.quotations) {
    const std::uint32_t d = change.source_document.value_or(0);
    std::string line = change.status + ": " + slice_of(target, change.target);
    if (change.source) line += " < " + slice_of(sources[d], change.source);
    if (change.source && d > 0) line += " #" + std::to_string(d);
    if (!change.from.empty() || !change.to.empty()) line += " (" + change.from + " > " + change.to + ")";
    described.push_back(line);
  }
  return described;
}

struct Row {
  const char* name;
  std::string source;
  std::string target;
  std::vector<std::string> quotations;
};

const Row kExact[] = {
    {"typography and the comma before an attribution",
     R"(The chairman spoke for an hour. "We don't expect to raise rates again this year.")",
     "“We don’t expect to raise rates again this year,” the chairman said.",
     {R"(exact: We don’t expect to raise rates again this year, < We don't expect to raise rates again this year.)"}},
    {"case of the first letter",
     R"("The river came through the kitchen," she said.)",
     R"(She told them "the river came through the kitchen" on Sunday.)",
     {R"(exact: the river came through the kitchen < The river came through the kitchen,)"}},
    {"spelling",
     R"("We must organise our defence," the minister said.)",
     R"("We must organize our defense," he said.)",
     {"exact: We must organize our defense, < We must organise our defence,"}},
    {"a number in another form",
     R"("We lost fourteen houses," the mayor said.)",
     R"("We lost 14 houses," he said.)",
     {"exact: We lost 14 houses, < We lost fourteen houses,"}},
    {"a number of several words",
     R"("We fed twenty-five thousand people," the cook said.)",
     R"("We fed 25,000 people," the cook said.)",
     {"exact: We fed 25,000 people, < We fed twenty-five thousand people,"}},
    {"a number with a suffix",
     R"("The fund holds 4.8 million pesos," the clerk said.)",
     R"("The fund holds 4.8m pesos," the clerk said.)",
     {"exact: The fund holds 4.8m pesos, < The fund holds 4.8 million pesos,"}},
    {"a contraction written out",
     R"("I can't accept this verdict," Ruiz said.)",
     R"("I cannot accept this verdict," Ruiz said.)",
     {"exact: I cannot accept this verdict, < I can't accept this verdict,"}},
    {"a sentence of a longer quotation",
     R"("The striker was offside. Everybody in the ground saw it," the manager said.)",
     R"("Everybody in the ground saw it," the manager said.)",
     {"exact: Everybody in the ground saw it, < Everybody in the ground saw it,"}},
    {"a phrase of a longer quotation",
     R"("It was the worst flood in living memory," the farmer said.)",
     R"(The farmer called it "the worst flood in living memory" on Monday.)",
     {"exact: the worst flood in living memory < the worst flood in living memory,"}},
    {"split around an attribution",
     R"("The engine failed and the crew did everything right," the inspector said.)",
     R"("The engine failed," the inspector said, "and the crew did everything right.")",
     {"exact: The engine failed, < The engine failed",
      "exact: and the crew did everything right. < and the crew did everything right,"}},
    {"joined over an attribution",
     R"("The engine failed," the inspector said, "and the crew did everything right.")",
     R"("The engine failed and the crew did everything right," the inspector said.)",
     {R"(exact: The engine failed and the crew did everything right, < The engine failed," the inspector said, "and the crew did everything right.)"}},
    {"copied twice",
     R"("Nobody warned us about the gas," the widow said.)",
     "\"Nobody warned us about the gas,\" the widow said.\n\n“Nobody warned us about the gas.”",
     {"exact: Nobody warned us about the gas, < Nobody warned us about the gas,",
      "exact: Nobody warned us about the gas. < Nobody warned us about the gas,"}},
    {"an omission that is marked",
     R"("The vaccine is safe, as the trials in four countries have shown, and it works," the doctor said.)",
     R"("The vaccine is safe ... and it works," the doctor said.)",
     {"exact: The vaccine is safe ... and it works, < The vaccine is safe, as the trials in four countries have shown, "
      "and it works,"}},
    {"a whole sentence omitted, and marked",
     R"("She sang as if the roof were on fire. Nobody has forgotten it. I was turning pages," Vargas said.)",
     R"("She sang as if the roof were on fire ... I was turning pages," Vargas said.)",
     {"exact: She sang as if the roof were on fire ... I was turning pages, < She sang as if the roof were on fire. "
      "Nobody has forgotten it. I was turning pages,"}},
    {"an editor's brackets",
     R"("They knew it was broken and said nothing," the witness said.)",
     R"("[The managers] knew it was broken and said nothing," the witness said.)",
     {"exact: [The managers] knew it was broken and said nothing, < knew it was broken and said nothing,"}},
    {"the rest is told around the marks",
     R"("We will not negotiate through the newspapers," the chief executive said.)",
     R"(The chief executive said the company would "not negotiate" through the newspapers.)",
     {"exact: not negotiate < not negotiate"}},
    {"a single-quoted word",
     R"(The province is "disputed", the envoys wrote.)",
     "The province is ‘disputed’, the envoys wrote.",
     {"exact: disputed < disputed"}},
    {"American to British marks, nested",
     R"("He told me 'sell everything' and hung up," the broker said.)",
     "‘He told me “sell everything” and hung up,’ the broker said.",
     {"exact: He told me “sell everything” and hung up, < He told me 'sell everything' and hung up,",
      "exact: sell everything < sell everything"}},
    {"a stammer cleaned up",
     R"("We, uh, ran for the stairs," the clerk said.)",
     R"("We ran for the stairs," the clerk said.)",
     {"exact: We ran for the stairs, < We, uh, ran for the stairs,"}},
    {"a hyphen",
     R"("Our co-operation was a success," Dlamini said.)",
     R"("Our cooperation was a success," Dlamini said.)",
     {"exact: Our cooperation was a success, < Our co-operation was a success,"}},
    {"moved far away",
     "\"The glacier has lost a third of its ice,\" the geologist said.\n\nThe team drilled for two summers.\n\nThe "
     "paper appeared in May.",
     "The paper appeared in May.\n\nThe team drilled for two summers.\n\n\"The glacier has lost a third of its ice,\" "
     "the geologist said.",
     {"exact: The glacier has lost a third of its ice, < The glacier has lost a third of its ice,"}},
    {"a speech over paragraphs",
     "\"We have lost the bridge to the north.\n\n\"We have lost the mill as well,\" the mayor said.",
     "\"We have lost the bridge to the north. We have lost the mill as well,\" the mayor said.",
     {"exact: We have lost the bridge to the north. We have lost the mill as well, < We have lost the bridge to the "
      "north.\n\n\"We have lost the mill as well,"}},
    {"the closing mark forgotten",
     R"("The harvest is gone," the grower said.)",
     R"("The harvest is gone, the grower said.)",
     {"exact: The harvest is gone, the grower said. < The harvest is gone,"}},
    {"a joining word left out",
     R"("And the dog was alive," the fireman said.)",
     R"("The dog was alive," the fireman said.)",
     {"exact: The dog was alive, < the dog was alive,"}},
};

const Row kAltered[] = {
    {"one word",
     R"("The merger may cost some jobs," the banker said.)",
     R"("The merger will cost some jobs," the banker said.)",
     {"altered: The merger will cost some jobs, < The merger may cost some jobs, (merger may > merger will)"}},
    {"a negation dropped",
     R"("I did not shoot the officer," Webb told the jury.)",
     R"("I did shoot the officer," Webb told the jury.)",
     {"altered: I did shoot the officer, < I did not shoot the officer, (did not > did)"}},
    {"a figure",
     R"("We counted 310 boats on the beach," he said.)",
     R"("We counted 130 boats on the beach," he said.)",
     {"altered: We counted 130 boats on the beach, < We counted 310 boats on the beach, (counted 310 > counted 130)"}},
    {"another inflection",
     R"("They play for the shirt," the captain said.)",
     R"("They played for the shirt," the captain said.)",
     {"altered: They played for the shirt, < They play for the shirt, (They play > They played)"}},
    {"the beginning replaced",
     R"("I may be wrong about him," the senator said.)",
     R"("I am wrong about him," the senator said.)",
     {"altered: I am wrong about him, < I may be wrong about him, (may be > am)"}},
    {"the end replaced",
     R"("We will appeal to the High Court in London," the lawyer said.)",
     R"("We will appeal to the High Court in Dublin," the lawyer said.)",
     {"altered: We will appeal to the High Court in Dublin, < We will appeal to the High Court in London, (in London > "
      "in "
      "Dublin)"}},
    {"words left out without a mark",
     R"("The reactor was, as far as we know, never in danger," the operator said.)",
     R"("The reactor was never in danger," the operator said.)",
     {"altered: The reactor was never in danger, < The reactor was, as far as we know, never in danger, (was, as far "
      "as we know > was)"}},
    {"two speakers' words stitched together",
     "\"The pitch was a disgrace for a final,\" Okoro said.\n\n\"The referee lost control of the match,\" Brandt said.",
     R"("The pitch was a disgrace for a final. The referee lost control of the match," Okoro said.)",
     {"altered: The pitch was a disgrace for a final. The referee lost control of the match, < The pitch was a "
      "disgrace for a final,\" Okoro said.\n\n\"The referee lost control of the match,"}},
};

const Row kExtended[] = {
    {"words that nobody said",
     R"("The roof fell in," the teacher said.)",
     R"("The roof fell in, and the children were still at their desks," the teacher said.)",
     {"extended: The roof fell in, and the children were still at their desks, < The roof fell in, (in > in, and the "
      "children were still at their desks)"}},
    {"words that stood outside the marks",
     R"(The senator praised the "historic" deal with Norway.)",
     R"(The senator praised the "historic deal" with Norway.)",
     {"extended: historic deal < historic\" deal (historic > historic deal)"}},
    {"an attribution drawn in",
     R"(Investors were "very nervous" about the outlook, the analyst said.)",
     R"("Investors were very nervous about the outlook," the analyst said.)",
     {"extended: Investors were very nervous about the outlook, < Investors were \"very nervous\" about the outlook "
      "(very nervous > Investors were very nervous about the outlook)"}},
};

const Row kTruncated[] = {
    {"a condition cut",
     R"("We will open the gates if the water rises another foot," the engineer said.)",
     R"("We will open the gates," the engineer said.)",
     {"truncated: We will open the gates, < We will open the gates if the water rises another foot, (if the water "
      "rises another foot > )"}},
    {"a hedge cut",
     R"("I think it may be the worst season since 1950," the farmer said.)",
     R"(The farmer called it "the worst season since 1950" at the fair.)",
     {"truncated: the worst season since 1950 < I think it may be the worst season since 1950, (I think it may be > "
      ")"}},
    {"a negation cut",
     R"("This is not a crisis of confidence," the governor said.)",
     R"(The governor spoke of "a crisis of confidence" on Tuesday.)",
     {"truncated: a crisis of confidence < This is not a crisis of confidence, (This is not > )"}},
    {"a but clause cut",
     R"("The trial was a success, but it was a very small one," the professor said.)",
     R"("The trial was a success," the professor said.)",
     {"truncated: The trial was a success, < The trial was a success, but it was a very small one, (but it was a very "
      "small one > )"}},
    {"a statement that goes on",
     R"("Prices will fall in spring and rise again before the summer is over," the broker said.)",
     R"("Prices will fall in spring," the broker said.)",
     {"truncated: Prices will fall in spring, < Prices will fall in spring and rise again before the summer is over, "
      "(and rise again before the summer is over > )"}},
    {"a marked omission that hides a negation",
     R"("The tests were not, in our view or that of our advisers, a failure of the design," the maker said.)",
     R"("The tests were ... a failure of the design," the maker said.)",
     {"truncated: The tests were ... a failure of the design, < The tests were not, in our view or that of our "
      "advisers, a failure of the design, (not, in our view or that of our advisers > )"}},
};

const Row kFromIndirect[] = {
    {"person and tense turned",
     "Rossi said that he would leave the club at the end of the season.",
     R"("I will leave the club at the end of the season," Rossi said.)",
     {"from-indirect: I will leave the club at the end of the season, < he would leave the club at the end of the "
      "season"}},
    {"the reporter's words in marks",
     "The company faces a wall of debt next spring, people close to the talks said.",
     R"(The company faces "a wall of debt" next spring, people close to the talks said.)",
     {"from-indirect: a wall of debt < a wall of debt"}},
};

const Row kUnsupported[] = {
    {"nothing like it",
     "Two people died when a bus left the road near Tula, police said.",
     "Two people died when a bus left the road near Tula, police said. \"Heaven has gained two angels,\" the bishop "
     "said.",
     {"unsupported: Heaven has gained two angels,"}},
    {"shared little words are no origin",
     R"("It is what we have to do for the town," she said of the levee.)",
     R"("It is what they have in their hearts," he said of the crowd.)",
     {"unsupported: It is what they have in their hearts,"}},
    {"no quotation anywhere", "Rain fell.", "Rain fell.", {}},
    {"apostrophes", "The workers' union won.", "The workers' union won the '90s.", {}},
};

const Row kMadeIndirect[] = {
    {"reported without marks",
     R"("The tunnel will be closed until the end of March," the operator said.)",
     "The operator said the tunnel would be closed until the end of March.",
     {R"(made-indirect: The operator said the tunnel would be closed until the end of March. < The tunnel will be closed until the end of March,)"}},
    {"copied without marks",
     R"(The general said the attack was "a cowardly act of desperate men" and vowed revenge.)",
     "The general said the attack was a cowardly act of desperate men and vowed revenge.",
     {"made-indirect: The general said the attack was a cowardly act of desperate men and vowed revenge. < a cowardly "
      "act of desperate men"}},
    {"one sentence quoted, the next reported",
     R"("We found the black box on Friday. The data can be read without damage," the agency said.)",
     "\"We found the black box on Friday,\" the agency said.\n\nThe data can be read without damage, it said.",
     {"exact: We found the black box on Friday, < We found the black box on Friday.",
      "made-indirect: The data can be read without damage, it said. < The data can be read without damage,"}},
    {"left out, only its speaker stays",
     R"("This is a dark day for Porto," said Costa, who was speaking at a rally of dockers in the harbour.)",
     "Costa was speaking at a rally of dockers in the harbour.",
     {}},
};

template <std::size_t kSize>
void check_rows(const Row (&rows)[kSize]) {
  for (const Row& row : rows) {
    INFO(row.name << "\nsource: " << row.source << "\ntarget: " << row.target);
    CHECK(quotations_of({row.source}, row.target) == row.quotations);
  }
}

}  // namespace

TEST_CASE("exact quotations") { check_rows(kExact); }
TEST_CASE("altered quotations") { check_rows(kAltered); }
TEST_CASE("extended quotations") { check_rows(kExtended); }
TEST_CASE("truncated quotations") { check_rows(kTruncated); }
TEST_CASE("quotations from indirect speech") { check_rows(kFromIndirect); }
TEST_CASE("unsupported quotations") { check_rows(kUnsupported); }
TEST_CASE("quotations made indirect") { check_rows(kMadeIndirect); }

TEST_CASE("of several sources the one that is quoted better counts") {
  CHECK(quotations_of({R"("The lift was never inspected, not once," a guard said.)",
                       R"("The lift was never inspected," a guard said.)"},
                      R"("The lift was never inspected," a guard said.)") ==
        std::vector<std::string>{"exact: The lift was never inspected, < The lift was never inspected, #1"});
}

TEST_CASE("a text quotes itself exactly") {
  const std::string text =
      "“Dogs,” she said, “are not ‘staff’.” He called it \"madness\".\n\n\"One.\n\n\"Two,\" he said. 'Three', said "
      "they.";
  for (const std::string& line : quotations_of({text}, text)) CHECK(line.substr(0, 6) == "exact:");
}

TEST_CASE("hostile quotations end") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += i % 7 == 0 ? "\"we " : i % 11 == 0 ? "‘go’ " : "there “and ";
  CHECK_FALSE(quotations_of({text}, text + "x").empty());
  CHECK(quotations_of({""}, "").empty());
  std::string nested;
  for (int i = 0; i < 10'000; ++i) nested += "“a ‘b’ ";
  for (int i = 0; i < 10'000; ++i) nested += "”";
  CHECK_FALSE(quotations_of({nested}, nested).empty());
}
