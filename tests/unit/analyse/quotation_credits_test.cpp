#include "analyse/quotations/quotation_credits.hpp"

#include <string>
#include <vector>

#include "analyse/quotations/quotation_speakers.hpp"
#include "analyse/quotations/quotations.hpp"
#include "speech_support.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

struct Row {
  const char* source;
  const char* target;
  const char* source_credit;          ///< a line that was dropped as furniture
  const char* target_credit;          ///< the same of the target
  std::vector<std::string> credited;  ///< of each quotation of the target: the speaker, or "agency: AP"
};

void drop_credit(NormalizedDocument& document, const std::string& line) {
  if (line.empty()) return;
  LedgerEntry entry;
  entry.action = EditAction::kDrop;
  entry.role = "credit";
  entry.text = line;
  document.ledger.push_back(entry);
}

std::vector<std::string> credited(const Row& row) {
  Vocabulary vocabulary;
  const Document from = test::document(row.source, "source");
  const Document to = test::document(row.target, "target");
  const Document* documents[] = {&from, &to};
  std::vector<NormalizedDocument> normalized = run_pipeline(documents, {});
  std::vector<Segments> segments;
  for (const NormalizedDocument& document : normalized) segments.push_back(segment(document, vocabulary, {}));
  drop_credit(normalized[0], row.source_credit);
  drop_credit(normalized[1], row.target_credit);
  const AlignmentSet none;
  const AnalysisInput input{documents, normalized, segments, &none, &vocabulary};
  std::vector<Change> quotations = compare_quotations(input);
  const SpeechTexts texts(input);
  name_speakers(input, texts, quotations);
  std::vector<std::string> found;
  for (const QuotationCredit& credit : quotation_credits(input, texts, quotations))
    found.push_back(credit.agency.empty() ? credit.speaker : "agency: " + credit.agency);
  return found;
}

const char* const kSource =
    "\"The kiln will be lit again by the spring,\" said Ines Roth, who owns the pottery.\n\n"
    "Mayor Otto Lind said the town would pay. \"Every brick counts,\" the potters' guild said in a statement.";

const Row kRows[] = {
    // A source has the words.
    {kSource, "\"The kiln will be lit again by the spring,\" Roth said.", "", "", {""}},
    // A source quotes the speaker, but nothing of the kind.
    {kSource, "\"Nobody ever offered us a loan,\" Roth said.", "", "", {"Roth"}},
    {kSource, "\"Nobody ever offered us a loan,\" said Ms. Roth, 61.", "", "", {"Ms. Roth"}},
    {kSource,
     "\"Every brick counts,\" Ines Roth said. \"Nobody ever offered us a loan,\" she said.",
     "",
     "",
     {"", "Ines Roth"}},
    // A source only reports him, does not know her, or it can not be told who is meant.
    {kSource, "\"Nobody ever offered us a loan,\" Lind said.", "", "", {""}},
    {kSource, "\"Nobody ever offered us a loan,\" said Vera Quist.", "", "", {""}},
    {kSource, "\"Nobody ever offered us a loan,\" said Ines Marsh, her cousin.", "", "", {""}},
    {kSource, "\"Nobody ever offered us a loan,\" she said.", "", "", {""}},
    {kSource, "\"Nobody ever offered us a loan,\" a potter said.", "", "", {""}},
    {kSource, "Some call it \"a loan with teeth\" in the town.", "", "", {""}},
    // The agency itself is named, and its copy is the source.
    {kSource,
     "\"Nobody ever offered us a loan,\" Vera Quist told Reuters.",
     "Reporting by Reuters",
     "",
     {"agency: Reuters"}},
    {kSource, "\"Nobody ever offered us a loan,\" Vera Quist told AFP.", "Reporting by Reuters", "", {""}},
    {kSource, "\"Nobody ever offered us a loan,\" Vera Quist told Reuters.", "", "", {""}},
    // A later take of the same agency quotes more; another agency's copy should not.
    {kSource,
     "\"Nobody ever offered us a loan,\" Roth told Reuters.",
     "Reporting by Reuters",
     "By Reuters staff",
     {""}},
    {kSource, "\"Nobody ever offered us a loan,\" Roth told Reuters.", "Reporting by Reuters", "AFP", {"Roth"}},
};

}  // namespace

TEST_CASE("quotations that are credited to those whom a source quotes") {
  for (const Row& row : kRows) {
    INFO(row.target);
    CHECK(credited(row) == row.credited);
  }
}
