#include "analyse/speech/attributions.hpp"

#include <string>
#include <vector>

#include "speech_support.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

struct Row {
  const char* name;
  const char* source;
  const char* target;
  std::vector<std::string> changes;
};

const Row kChanged[] = {
    {"court: a neutral verb became a concession",
     "The defendant said he had driven the van to the harbour that night, and that he had returned the keys.",
     "The defendant admitted he had driven the van to the harbour that night, and that he had returned the keys.",
     {"verb-changed: said > admitted"}},
    {"markets: doubt",
     "Halvorsen Shipping said its third-quarter profit had doubled to 40 million kroner.",
     "Halvorsen Shipping claimed its third-quarter profit had doubled to 40 million kroner.",
     {"verb-changed: said > claimed"}},
    {"politics: doubt taken away",
     "The opposition alleged that the ballots had been printed twice in the northern districts.",
     "The opposition said that the ballots had been printed twice in the northern districts.",
     {"verb-changed: alleged > said"}},
    {"sport: an inverted verb of anger",
     "\"The referee never saw the ball cross the line,\" coach Milan Perko said after the match.",
     "\"The referee never saw the ball cross the line,\" thundered coach Milan Perko after the match.",
     {"verb-changed: said > thundered"}},
    {"science: fact",
     "The team told the journal that the glacier had lost a third of its mass since 1990.",
     "The team pointed out that the glacier had lost a third of its mass since 1990.",
     {"verb-changed: told > pointed out"}},
    {"disaster: secrecy",
     "The rail operator said the signal had failed twice in the week before the crash.",
     "The rail operator revealed the signal had failed twice in the week before the crash.",
     {"verb-changed: said > revealed"}},
    {"a vow",
     "Mayor Ines Quadros said she would close the landfill at Porto Velho before the summer.",
     "Mayor Ines Quadros vowed to close the landfill at Porto Velho before the summer.",
     {"verb-changed: said > vowed"}},
    {"a request became a plea",
     "The relief agency urged donors to send tents and blankets to the flooded valley.",
     "The relief agency begged donors to send tents and blankets to the flooded valley.",
     {"verb-changed: urged > begged"}},
    {"according to, then claimed",
     "The drug halves the risk of stroke in patients over 60, according to the manufacturer.",
     "The drug halves the risk of stroke in patients over 60, the manufacturer claimed.",
     {"verb-changed: according to > claimed"}},
    {"another person",
     "\"We will appeal against the verdict in Strasbourg,\" said Lena Brandt, the lawyer of the editor.",
     "\"We will appeal against the verdict in Strasbourg,\" said Igor Vasic, the editor's brother.",
     {"speaker-changed: said Lena Brandt > said Igor Vasic"}},
    {"an unnamed official became a named one",
     "The reactor was shut down for nine hours, a plant engineer said on condition of anonymity.",
     "The reactor was shut down for nine hours, plant director Pavel Hruska said.",
     {"speaker-changed: a plant engineer said on condition of anonymity > plant director Pavel Hruska said"}},
    {"witnesses became police",
     "The driver ran from the scene towards the river, witnesses said.",
     "The driver ran from the scene towards the river, police said.",
     {"speaker-changed: witnesses said > police said"}},
    {"reported as fact",
     "Rebels shelled the market of Tal Hamra on Friday, the army said.",
     "Rebels shelled the market of Tal Hamra on Friday.",
     {"dropped: the army said > "}},
    {"reported as fact, the frame before",
     "Prosecutors said the treasurer moved two million euros to an account in Vaduz.",
     "The treasurer moved two million euros to an account in Vaduz.",
     {"dropped: Prosecutors said > "}},
    {"reported as fact, according to",
     "According to the airline, the pilots were rested and sober.",
     "The pilots were rested and sober.",
     {"dropped: According to the airline > "}},
    {"attributed, which it was not",
     "The dam at Kesik was built without a spillway in 1961.",
     "The dam at Kesik was built without a spillway in 1961, environmental campaigners said.",
     {"added:  > environmental campaigners said"}},
    {"a quotation that goes on takes its speaker along",
     "\"The bridge was safe,\" engineer Rolf Timm said. \"We had checked every bolt in March.\"",
     "\"We had checked every bolt in March,\" engineer Rolf Timm insisted.",
     {"verb-changed: said > insisted"}},
    {"was forced to concede",
     "The bank said that its model was wrong.",
     "The bank was forced to concede that its model was wrong.",
     {"verb-changed: said > was forced to concede"}},
    {"we are told",
     "The union said that six of ten cranes were unsafe and could not be used.",
     "Six of ten cranes, we are told, were unsafe and could not be used.",
     {"speaker-changed: The union said > we are told"}},
};

const Row kUnchanged[] = {
    {"the same words", "Profits rose, the bank said.", "Profits rose, the bank said.", {}},
    {"turned round",
     "The volcano could erupt again within days, the institute said on Tuesday.",
     "The institute said on Tuesday that the volcano could erupt again within days.",
     {}},
    {"neutral verbs stand for each other",
     "\"The lake has never been so low,\" Maria Sund told the newspaper.",
     "“The lake has never been so low,” said Maria Sund.",
     {}},
    {"said and added",
     "The minister said exports had grown by a tenth in the spring.",
     "Exports had grown by a tenth in the spring, the minister added.",
     {}},
    {"said and announced",
     "The company said it would cut 400 jobs at its Lyon plant.",
     "The company announced that it would cut 400 jobs at its Lyon plant.",
     {}},
    {"claimed and alleged are one class",
     "The plaintiffs claimed that the pump had been faulty from the start.",
     "The plaintiffs alleged that the pump had been faulty from the start.",
     {}},
    {"surname for full name",
     "\"It hurt for a year,\" said striker Joana Teles, who scored twice.",
     "\"It hurt for a year,\" Teles said.",
     {}},
    {"role for name",
     "Finance Minister Karl Oberg said the budget would be balanced by 2027.",
     "The budget would be balanced by 2027, the finance minister said.",
     {}},
    {"title and order",
     "Portuguese Foreign Minister Rui Pena said the embassy would stay open.",
     "The embassy would stay open, said the Portuguese foreign minister, Rui Pena.",
     {}},
    {"pronoun for a name that was given before",
     "Ana Holt runs the shelter at Nes. \"Nobody came before the snow did,\" she said.",
     "Ana Holt runs the shelter at Nes. \"Nobody came before the snow did,\" Holt said.",
     {}},
    {"initials for a body",
     "The World Health Organization said the outbreak in Lomba was contained.",
     "The outbreak in Lomba was contained, the WHO said.",
     {}},
    {"the company for its name",
     "Nordlys Energy built the turbine in 2015. Nordlys said the turbine had been inspected in June.",
     "Nordlys Energy built the turbine in 2015. The company said the turbine had been inspected in June.",
     {}},
    {"a body and its spokesman",
     "The ministry said 40 villages had no water on Sunday.",
     "Forty villages had no water on Sunday, a ministry spokesman said.",
     {}},
    {"data show and according to",
     "House prices in Bergen fell by two percent in August, according to the statistics office.",
     "Figures from the statistics office show that house prices in Bergen fell by two percent in August.",
     {}},
    {"attribution in the sentence before",
     "The fire brigade said the blaze began in the cellar. It spread to the roof within minutes, the brigade said.",
     "The fire brigade said the blaze began in the cellar. It spread to the roof within minutes.",
     {}},
    {"attribution in the sentence after",
     "The union said 3,000 workers had walked out. The union said the depot at Ghent was closed.",
     "3,000 workers had walked out. The depot at Ghent was closed, the union said.",
     {}},
    {"a quotation in two halves",
     "\"I saw the wave,\" said Noor Aziz, a fisherman. \"Then I saw nothing at all.\"",
     "\"I saw the wave. Then I saw nothing at all,\" said Noor Aziz, a fisherman.",
     {}},
    {"says and said",
     "The coach says the squad is ready for the final in Doha.",
     "The coach said the squad was ready for the final in Doha.",
     {}},
    {"no frame at all", "The match was played in heavy rain.", "The match was played in very heavy rain.", {}},
    {"a verb of speech with a plain object",
     "The flood claimed nine lives in the village of Orsha.",
     "The flood claimed ten lives in the village of Orsha.",
     {}},
    {"denied, and said it did not",
     "The bank said it did not move the money to Cyprus.",
     "The bank denied it had moved the money to Cyprus.",
     {}},
    {"a misspelt name is another list's matter",
     "\"I kept the ticket,\" said Olga Petrenko, 44, a teacher.",
     "\"I kept the ticket,\" said Olga Petrenka, 44, a teacher.",
     {}},
    {"plans to say",
     "The minister plans to say that the tax will end.",
     "The minister plans to announce that the tax will end.",
     {}},
    {"had to report",
     "The firm said it had to report the loss by June.",
     "The firm said it must report the loss by June.",
     {}},
    {"told to leave",
     "We were told to leave the hotel by the police in Nice.",
     "We were told by police to leave the hotel in Nice.",
     {}},
    {"was informed by",
     "Judge Ana Reyes told the trader that he had sold something that was not his.",
     "\"You sold something that was not yours,\" the trader was informed by the judge, Ana Reyes.",
     {}},
};

}  // namespace

TEST_CASE("attributions that changed") {
  for (const Row& row : kChanged) {
    INFO(row.name);
    CHECK(test::described(test::report_of(row.source, row.target).attributions) == row.changes);
  }
}

TEST_CASE("attributions that are the same") {
  for (const Row& row : kUnchanged) {
    INFO(row.name);
    CHECK(test::described(test::report_of(row.source, row.target).attributions) == row.changes);
  }
}

TEST_CASE("attributions are compared in English only") {
  CHECK(test::report_of("The bank said it was calm.", "The bank claimed it was calm.", "de").attributions.empty());
}
