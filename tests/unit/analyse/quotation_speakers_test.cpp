#include "analyse/quotations/quotation_speakers.hpp"

#include <string>
#include <vector>

#include "analyse/quotations/quotation_marks.hpp"
#include "speech_support.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

/// "speaker | verb" of every quotation of a text.
std::vector<std::string> speakers_of(const std::string& text) {
  Vocabulary vocabulary;
  const Document document = test::document(text);
  const Document* documents[] = {&document};
  const auto normalized = run_pipeline(documents, {});
  const Segments segments[] = {segment(normalized.front(), vocabulary, {})};
  std::vector<Span> paragraphs;
  for (const Paragraph& paragraph : segments[0].paragraphs) paragraphs.push_back(paragraph.span);
  std::vector<Change> quotations;
  for (const Quotation& quotation : find_quotations(normalized.front().text, paragraphs)) {
    quotations.emplace_back();
    quotations.back().target = quotation.span;
  }
  const AlignmentSet none;
  const AnalysisInput input{documents, normalized, segments, &none, &vocabulary};
  name_speakers(input, SpeechTexts(input), quotations);
  std::vector<std::string> found;
  for (const Change& quotation : quotations) found.push_back(quotation.speaker + " | " + quotation.verb);
  return found;
}

struct Row {
  const char* text;
  std::vector<std::string> speakers;
};

const Row kRows[] = {
    {"\"We lost the roof,\" said Ana Ruiz, who runs the port.", {"Ana Ruiz | said"}},
    {"\"We lost the roof,\" Ruiz told reporters. \"Then we lost the walls.\"", {"Ruiz | told", "Ruiz | told"}},
    {"\"We lost,\" she said, \"the whole roof.\"", {"she | said", "she | said"}},
    {"Ruiz said the port was \"finished\" and would close.", {"Ruiz | said"}},
    {"According to Ruiz, the port is \"finished\".", {"Ruiz | According to"}},
    {"“We lost the roof. Then the walls went,” Ruiz recalled.", {"Ruiz | recalled"}},
    {"Ruiz, the harbour master, wrote: «We lost the roof.»", {"Ruiz | wrote"}},
    {"\"We lost the roof,\" Ruiz said.\n\n\"The walls went next.\n\n\"Then it was dark.\"",
     {"Ruiz | said", " | ", " | "}},
    {"Ruiz began to speak.\n\n\"We lost the roof,\" she said. \"The walls went next.\n\n\"Then it was dark.\"",
     {"she | said", "she | said", "she | said"}},
    // The usual ways.
    {"\"We lost the roof,\" Ruiz, 54, who runs the port, told AFP.", {"Ruiz | told"}},
    {"\"We lost the roof,\" Ruiz exclaimed.", {"Ruiz | exclaimed"}},
    {"\"The roof!\" Ana Ruiz cried.", {"Ana Ruiz | cried"}},
    {"The Herald quoted Ana Ruiz as saying: \"We lost the roof.\"", {"Ana Ruiz | saying"}},
    {"\"We lost the roof,\" the Herald quoted Ruiz as saying.", {"Ruiz | saying"}},
    {"\"We lost the roof,\" a statement from the port read.", {"a statement from the port | read"}},
    {"\"We lost the roof,\" read a banner at the gate.", {"a banner | read"}},
    {"Ruiz read \"The Roof\" on the train.", {" | "}},
    {"Ruiz called the roof \"a disgrace\" and left.", {"Ruiz | called"}},
    {"Ruiz, who runs the port, has described the plan as \"a red line\".", {"Ruiz | has described"}},
    {"She resigned over what Ruiz called \"a disgrace\".", {"Ruiz | called"}},
    {"The governor hailed the \"business-like\" talks on the roof.", {"The governor | hailed"}},
    {"The builders sold a plan called \"Sunrise\" to the port.", {" | "}},
    {"The boats in a fleet described as \"lost\" are back.", {" | "}},
    {"The port was called \"a disgrace\" by nobody.", {" | "}},
    {"Ruiz has not called the roof \"a disgrace\".", {" | "}},
    // The sentence before has the speaker of one that only goes on.
    {"\"We lost the roof,\" Ruiz said. \"It will take a year,\" referring to the repairs.",
     {"Ruiz | said", "Ruiz | said"}},
    {"\"We lost the roof,\" Ruiz said. \"A year\" is what the builders ask for.", {"Ruiz | said", " | "}},
    // Pronouns.
    {"\"We lost the roof,\" Ana Ruiz said. \"Then,\" she said on Monday, \"it rained.\"",
     {"Ana Ruiz | said", "Ana Ruiz | said", "Ana Ruiz | said"}},
    {"\"We lost the roof,\" said Ana Ruiz, the harbour master.\n\n\"It rained,\" she added.\n\n\"It froze,\" she said.",
     {"Ana Ruiz | said", "Ana Ruiz | added", "Ana Ruiz | said"}},
    {"\"We lost the roof,\" Ana Ruiz said. Her brother was on it. \"It was cold,\" he said.",
     {"Ana Ruiz | said", "he | said"}},
    {"\"We lost the roof,\" Ana Ruiz said. \"So did I,\" said the baker. \"It rained,\" she said.",
     {"Ana Ruiz | said", "the baker | said", "she | said"}},
    {"\"We lost the roof,\" Ms. Ruiz said. \"It rained,\" he said.", {"Ms. Ruiz | said", "he | said"}},
    {"\"We lost the roof,\" Ana Ruiz told the Herald in Oslo. \"It rained,\" she told Reuters. \"It froze,\" she said.",
     {"Ana Ruiz | told", "Ana Ruiz | told", "Ana Ruiz | said"}},
    {"\"We lost the roof,\" Ana Ruiz told Leo Marsh. \"It rained,\" he said.", {"Ana Ruiz | told", "he | said"}},
    {"\"We lost the roof,\" the port said. \"It rained,\" it added.", {"the port | said", "it | added"}},
    {"They call it the \"white house\" in the village.", {" | "}},
    {"\"Go home.\"", {" | "}},
    {"", {}},
};

}  // namespace

TEST_CASE("who says a quotation") {
  for (const Row& row : kRows) {
    INFO(row.text);
    CHECK(speakers_of(row.text) == row.speakers);
  }
}
