// Which language the program works in, and what it says where the rules of one are not complete.

#include <string>
#include <vector>

#include "cli/program.hpp"
#include "support/catch.hpp"

namespace {

using namespace storydiff_test;

const std::string kItalian =
    "Il consiglio comunale ha approvato il bilancio per il prossimo anno. I consiglieri dell'opposizione hanno votato "
    "contro, perché secondo loro il debito è troppo alto.\n";
const std::string kGerman =
    "Der Stadtrat hat am Abend den Haushalt für das kommende Jahr beschlossen. Die Abgeordneten der Opposition "
    "stimmten "
    "dagegen, weil sie die Schulden für zu hoch halten.\n";
const std::string kItalianNotice = "language: 'it' has stems, but no rules for numbers, dates and abbreviations";

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a language without all rules costs a line of the report and one on standard error", "[language]") {
  const TemporaryFolder folder;
  folder.write("a.txt", kItalian);
  const ProcessResult json = run_storydiff(folder, {"compare", "a.txt", "a.txt", "--no-lexicon", "--json", "-"});
  CHECK(json.status == 0);
  CHECK(contains(json.out, "\"language\": \"it\""));
  CHECK(contains(json.out, kItalianNotice));
  CHECK(json.err == "storydiff: warning: " + kItalianNotice + "\n");

  const ProcessResult text = run_storydiff(folder, {"compare", "a.txt", "a.txt", "--no-lexicon"});
  CHECK(contains(text.out, "the report may be incomplete: language: 'it' has stems"));
}

TEST_CASE("a language with tables costs nothing, and --language overrules the texts", "[language]") {
  const TemporaryFolder folder;
  folder.write("a.txt", kGerman);
  const ProcessResult told = run_storydiff(folder, {"compare", "a.txt", "a.txt", "--no-lexicon", "--json", "-"});
  CHECK(contains(told.out, "\"language\": \"de\""));
  CHECK(told.err.empty());
  const ProcessResult named =
      run_storydiff(folder, {"compare", "a.txt", "a.txt", "--no-lexicon", "--language", "en-GB", "--json", "-"});
  CHECK(contains(named.out, "\"language\": \"en-GB\""));
  CHECK(named.err.empty());
}

TEST_CASE("each pair of a batch has the language of its texts", "[language]") {
  const TemporaryFolder folder;
  folder.write("a.txt", kGerman);
  folder.write("b.txt", kItalian);
  folder.write("pairs.jsonl",
               "{\"id\": 1, \"sources\": [\"a.txt\"], \"target\": \"a.txt\"}\n"
               "{\"id\": 2, \"sources\": [\"b.txt\"], \"target\": \"b.txt\"}\n");
  const ProcessResult result = run_storydiff(folder, {"batch", "pairs.jsonl", "--no-lexicon"});
  CHECK(result.status == 0);
  CHECK(contains(result.out, "\"language\":\"de\""));
  CHECK(contains(result.out, "\"language\":\"it\""));
  CHECK(result.err == "storydiff: warning: line 2: " + kItalianNotice + "\n");
}
