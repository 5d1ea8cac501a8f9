// One wire story in several takes, and a piece that follows one of them, or none that can be told.
#include <stdexcept>
#include <string>
#include <vector>

#include "storydiff/compare.hpp"
#include "support/catch.hpp"

using namespace storydiff;
using Texts = std::vector<std::string>;
using Outcome = ClosestSource::Outcome;

namespace {

Report compare_takes(const Texts& takes, const std::string& target) {
  std::vector<Document> documents;
  for (std::size_t i = 0; i < takes.size(); ++i)
    documents.push_back(*make_document("take" + std::to_string(i + 1) + ".txt", takes[i], {}));
  const Result<Document> to = make_document("piece.txt", target, {});
  std::vector<const Document*> sources;
  for (const Document& document : documents) sources.push_back(&document);
  Result<Report> report = compare(sources, *to, {}, {"en", {}, {}});
  if (!report) throw std::runtime_error(report.error().message);
  return *std::move(report);
}

// A ferry: the toll, the captain and the cause change from take to take.
const Texts kFerry = {
    "A ferry carrying 310 people sank off Tamboro on Thursday, killing at least 12 people, the coastguard said.\n\n"
    "Rescuers searched for survivors in rough seas through the night.\n\n"
    "The cause of the sinking was not known.\n\n"
    "The ferry had left Port Elias at dawn with a cargo of rice and cement.\n",
    "A ferry carrying 310 people sank off Tamboro on Thursday, killing at least 19 people, the coastguard said.\n\n"
    "Rescuers searched for survivors in rough seas through the night.\n\n"
    "Passengers said that a wave had broken the bow door.\n\n"
    "The ferry had left Port Elias at dawn with a cargo of rice and cement.\n",
    "A ferry carrying 324 people sank off Tamboro on Thursday, killing at least 27 people, the coastguard said.\n\n"
    "Divers reached the wreck at noon and found the car deck flooded.\n\n"
    "Captain Josefa Manu was arrested on suspicion of having ignored an order to stay in port.\n\n"
    "The ferry had left Port Elias at dawn with a cargo of rice and cement.\n"};

// A court: names and a quotation.
const Texts kCourt = {
    "A jury in Eastlow found former mayor Desmond Pell guilty of taking bribes on Friday.\n\n"
    "The jury deliberated for almost 26 hours.\n\nHis lawyer said that he would appeal.\n\n"
    "Pell took cash and holidays from a builder between 2014 and 2019, the court heard.\n",
    "A jury in Eastlow found former mayor Desmond Pell guilty of taking bribes on Friday.\n\n"
    "\"You sold the harbour of this town for a racehorse,\" Judge Miriam Okafor told him.\n\n"
    "His lawyer, Rupert Vane, said that he would appeal against seven of the convictions.\n\n"
    "Pell took cash and holidays from a builder between 2014 and 2019, the court heard.\n"};

// Markets.
const Texts kMarket = {
    "Shares in Kolbrun fell 4 percent on Monday after the miner halted its largest pit.\n\n"
    "The company gave no date for the resumption of work.\n\n"
    "Nickel for delivery in three months rose to 18,400 dollars a ton.\n",
    "Shares in Kolbrun fell 7.5 percent on Monday after the miner halted its largest pit.\n\n"
    "The company said that work would resume within two weeks.\n\n"
    "Nickel for delivery in three months rose to 18,950 dollars a ton.\n"};

// A match report and its rewrite for the morning.
const Texts kMatch = {
    "Corvina United beat Sporting Albreda 3-2 on Wednesday to reach their first continental final.\n\n"
    "Idris Marsali scored the winner in the fourth minute of added time.\n\n"
    "Albreda had led twice through captain Rui Castanheira.\n",
    "Corvina United beat Sporting Albreda 3-2 on Wednesday to reach their first continental final.\n\n"
    "Substitute Idris Marsali turned in a low cross from Wout Degraeve with the last kick of the night.\n\n"
    "Coach Elena Brunetti wept on the touchline and dedicated the victory to the people of the valley.\n"};

// Two agencies on one ruling: hardly a sentence in common.
const Texts kAgencies = {
    "The central bank of Norland raised its key interest rate to 4.75 percent on Wednesday, its highest level since "
    "2008.\n\nGovernor Astrid Holm said that a further rise was possible.\n\n"
    "Only two of 22 economists had expected such a large step.\n",
    "Norland's central bank on Wednesday lifted borrowing costs by half a point, surprising markets.\n\n"
    "The crown jumped 2 percent against the euro within minutes of the announcement.\n\n"
    "Homeowners face higher mortgage payments from March, consumer groups warned.\n"};

// Four takes of a fire, each one paragraph longer than the last.
const std::string kFireLede = "A fire destroyed a cheese warehouse in Gruyten on Sunday, the fire brigade said.\n\n";
const std::string kFireSecond = "Some 400 tons of cheese melted into the canal, spokesman Piet Haan said.\n\n";
const std::string kFireThird = "Residents were told to keep their windows shut because of the smoke.\n\n";
const std::string kFireFourth = "Police questioned a watchman who had grilled sausages near the loading bay.\n\n";
const Texts kFire = {kFireLede, kFireLede + kFireSecond, kFireLede + kFireSecond + kFireThird,
                     kFireLede + kFireSecond + kFireThird + kFireFourth};

struct Row {
  const char* name;
  Texts takes;
  std::string target;
  Outcome outcome;
  std::vector<std::uint32_t> candidates;
};

}  // namespace

TEST_CASE("which take was followed") {
  const Row rows[] = {
      {"ferry: the first toll",
       kFerry,
       "I have crossed that strait. A ferry carrying 310 people sank off Tamboro on Thursday, killing at least 12 "
       "people, the coastguard said. The cause of the sinking was not known. I fear that it never will be.\n",
       Outcome::kOne,
       {0}},
      {"ferry: the second toll alone",
       kFerry,
       "On Thursday a ferry carrying 310 people sank off Tamboro, killing at least 19 people, according to the "
       "coastguard.\n\nI have crossed that strait.\n",
       Outcome::kOne,
       {1}},
      {"ferry: the third, rewritten",
       kFerry,
       "The captain, Josefa Manu, was arrested because he is suspected of ignoring an order to stay in port.\n\n"
       "At least 27 people died when the ferry, with 324 people on board, sank off Tamboro on Thursday.\n",
       Outcome::kOne,
       {2}},
      {"ferry: what all takes have",
       kFerry,
       "The ferry had left Port Elias at dawn with a cargo of rice and cement.\n\nI wonder who weighed it.\n",
       Outcome::kTooLittle,
       {0, 1, 2}},
      {"ferry: what the first two have",
       kFerry,
       "Rescuers searched for survivors in rough seas through the night.\n\n"
       "The ferry had left Port Elias at dawn with a cargo of rice and cement.\n",
       Outcome::kTie,
       {0, 1}},
      {"ferry: sentences of two takes",
       kFerry,
       "Rescuers searched for survivors in rough seas through the night. The cause of the sinking was not known. "
       "Divers reached the wreck at noon and found the car deck flooded.\n\n"
       "Captain Josefa Manu was arrested on suspicion of having ignored an order to stay in port.\n",
       Outcome::kMixed,
       {0, 2}},
      {"court: by its quotation",
       kCourt,
       "A jury in Eastlow found former mayor Desmond Pell guilty of taking bribes on Friday. \"You sold the harbour of "
       "this town for a racehorse,\" Judge Miriam Okafor told him. One must admire the horse.\n",
       Outcome::kOne,
       {1}},
      {"court: by its hours",
       kCourt,
       "A jury in Eastlow found former mayor Desmond Pell guilty of taking bribes on Friday after deliberating for "
       "almost 26 hours.\n\nPell took cash and holidays from a builder between 2014 and 2019, the court heard.\n",
       Outcome::kOne,
       {0}},
      {"court: the common sentences",
       kCourt,
       "A jury in Eastlow found former mayor Desmond Pell guilty of taking bribes on Friday.\n\n"
       "Pell took cash and holidays from a builder between 2014 and 2019, the court heard.\n",
       Outcome::kTooLittle,
       {0, 1}},
      {"markets: later figures",
       kMarket,
       "Kolbrun's shares fell 7.5 percent on Monday after it halted its largest pit. Nickel for delivery in three "
       "months rose to 18,950 dollars a ton.\n",
       Outcome::kOne,
       {1}},
      {"markets: earlier figures",
       kMarket,
       "Shares in Kolbrun fell 4 percent on Monday after the miner halted its largest pit. Nickel for delivery in "
       "three months rose to 18,400 dollars a ton.\n",
       Outcome::kOne,
       {0}},
      {"markets: one figure of each",
       kMarket,
       "Shares in Kolbrun fell 4 percent on Monday after the miner halted its largest pit.\n\n"
       "Nickel for delivery in three months rose to 18,950 dollars a ton.\n",
       Outcome::kMixed,
       {0, 1}},
      {"match: the night's wording",
       kMatch,
       "Corvina United beat Sporting Albreda 3-2 on Wednesday to reach their first continental final.\n\n"
       "Idris Marsali scored the winner in the fourth minute of added time. Albreda had led twice.\n",
       Outcome::kOne,
       {0}},
      {"match: the morning's",
       kMatch,
       "Corvina United beat Sporting Albreda 3-2 on Wednesday to reach their first continental final.\n\n"
       "Marsali, a substitute, turned in a cross from Degraeve with the last kick, and coach Elena Brunetti wept on "
       "the "
       "touchline.\n",
       Outcome::kOne,
       {1}},
      {"agencies: the first",
       kAgencies,
       "The central bank raised its key interest rate to 4.75 percent, its highest level since 2008. Just two of 22 "
       "economists had expected such a large step, which tells you something about economists.\n",
       Outcome::kOne,
       {0}},
      {"agencies: both",
       kAgencies,
       "The central bank of Norland raised its key interest rate to 4.75 percent on Wednesday. Homeowners face higher "
       "mortgage payments from March, consumer groups warned. Governor Astrid Holm said that a further rise was "
       "possible. The crown jumped 2 percent against the euro within minutes.\n",
       Outcome::kMixed,
       {0, 1}},
      {"fire: as far as the third take",
       kFire,
       "A fire destroyed a cheese warehouse in Gruyten on Sunday, the fire brigade said. Some 400 tons of cheese "
       "melted "
       "into the canal, spokesman Piet Haan said. Residents were told to keep their windows shut because of the "
       "smoke.\n",
       Outcome::kTie,
       {2, 3}},
      {"fire: the watchman is in the last one alone",
       kFire,
       "A fire destroyed a cheese warehouse in Gruyten on Sunday. Police questioned a watchman who had grilled "
       "sausages "
       "near the loading bay. I make no comment on the sausages.\n",
       Outcome::kOne,
       {3}},
      {"the same take twice", {kCourt[1], kCourt[1]}, kCourt[1], Outcome::kTooLittle, {0, 1}},
      {"the same take twice and an older one", {kCourt[0], kCourt[1], kCourt[1]}, kCourt[1], Outcome::kTie, {1, 2}},
      {"another matter",
       kCourt,
       "Apples are cheap this autumn. Prices may rise before winter.\n",
       Outcome::kTooLittle,
       {}},
      {"nothing", kCourt, "", Outcome::kTooLittle, {}},
      {"an empty take", {"", kCourt[0]}, kCourt[0], Outcome::kOne, {1}},
      {"one word is too little",
       {"The mayor resigned on Monday after a long quarrel over the budget.\n",
        "The mayor quietly resigned on Monday after a long quarrel over the budget.\n"},
       "The mayor quietly resigned on Monday after a long quarrel over the budget.\n",
       Outcome::kTooLittle,
       {0, 1}},
      {"the order of the takes does not matter",
       {kFerry[2], kFerry[0], kFerry[1]},
       "The captain, Josefa Manu, was arrested because he is suspected of ignoring an order to stay in port.\n\n"
       "At least 27 people died when the ferry, with 324 people on board, sank off Tamboro on Thursday.\n",
       Outcome::kOne,
       {0}},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const Report report = compare_takes(row.takes, row.target);
    REQUIRE(report.closest_source.has_value());
    const ClosestSource& closest = *report.closest_source;
    INFO(to_string(closest.outcome) << ": " << closest.why);
    for (const SourceEvidence& evidence : closest.sources)
      UNSCOPED_INFO(evidence.best_sentences << " best, " << evidence.words << " words, " << evidence.figures
                                            << " figures, " << evidence.names << " names, " << evidence.score);
    CHECK(closest.outcome == row.outcome);
    CHECK(closest.candidates == row.candidates);
    CHECK(closest.document.has_value() == (closest.outcome == Outcome::kOne));
    CHECK(closest.sources.size() == row.takes.size());
    CHECK_FALSE(closest.why.empty());
  }
}

TEST_CASE("with one source there is nothing to choose") {
  CHECK_FALSE(compare_takes({kCourt[0]}, kCourt[1]).closest_source.has_value());
}

TEST_CASE("what tells is said") {
  const ClosestSource closest = *compare_takes(kFerry, kFerry[2]).closest_source;
  REQUIRE(closest.document == 2u);
  CHECK(closest.why.find("it alone has “") != std::string::npos);
  CHECK(closest.why.find("27") != std::string::npos);
  CHECK(closest.sentences.size() == 3);
  CHECK(closest.sources[2].names >= 1);
  CHECK(closest.sources[2].figures >= 2);
}

TEST_CASE("a hundred takes of one sentence are weighed in time") {
  Texts takes;
  for (int i = 0; i < 100; ++i)
    takes.push_back("At least " + std::to_string(100 + i) +
                    " people died when the ferry sank off Tamboro on Thursday.\n");
  const ClosestSource closest =
      *compare_takes(takes, "At least 142 people died when the ferry sank off Tamboro on Thursday.\n").closest_source;
  CHECK(closest.document == 42u);
}
