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
  name_speakers({documents, normalized, segments, &none, &vocabulary}, quotations);
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
