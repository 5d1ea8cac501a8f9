#include "language/language_choice.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace storydiff;

namespace {

const std::string kGerman =
    "Der Stadtrat hat am Abend den Haushalt für das kommende Jahr beschlossen. Die Abgeordneten der Opposition "
    "stimmten "
    "dagegen, weil sie die Schulden für zu hoch halten. Das Geld soll vor allem in Schulen und in den Nahverkehr "
    "fließen, wie der Kämmerer nach der Sitzung mitteilte. Ob es reicht, ist nicht sicher.";
const std::string kEnglish =
    "The council has passed its budget for the coming year. Members of the opposition voted against it because they "
    "think that the debt is too high. Most of the money is to go to schools and buses, as the treasurer told reporters "
    "after the meeting. Whether it will be enough is not certain, and some of them had asked for more time.";
const std::string kItalian =
    "Il consiglio comunale ha approvato il bilancio per il prossimo anno. I consiglieri dell'opposizione hanno votato "
    "contro, perché secondo loro il debito è troppo alto. Quasi tutti i soldi andranno alle scuole e ai trasporti.";
const std::string kPolish =
    "Rada miasta przyjęła budżet na przyszły rok. Radni opozycji byli przeciw, bo uważają, że dług jest za wysoki. "
    "Pieniądze mają pójść przede wszystkim na szkoły i na autobusy, jak powiedział po sesji skarbnik.";

LanguageChoice choose(std::string_view asked, const std::vector<std::string>& texts) {
  std::vector<NamedText> named;
  const std::vector<std::string> names = {"a.txt", "b.txt", "c.txt"};
  for (std::size_t i = 0; i < texts.size(); ++i) named.push_back({names[i], texts[i]});
  return choose_language(asked, named);
}

}  // namespace

TEST_CASE("a language with complete rules is chosen without a word") {
  CHECK(choose("auto", {kGerman, kGerman}).tag == "de");
  CHECK(choose("auto", {kGerman, kGerman}).notices.empty());
  CHECK(choose("auto", {kEnglish, "Budget passed"}).tag == "en");
  CHECK(choose("auto", {kEnglish, "Budget passed"}).notices.empty());
  CHECK(choose("auto", {"", ""}).tag == "en");
  CHECK(choose("auto", {"", ""}).notices.empty());
}

TEST_CASE("what was asked for is what is used") {
  CHECK(choose("en-GB", {kGerman, kGerman}).tag == "en-GB");
  CHECK(choose("en-GB", {kGerman, kGerman}).notices.empty());
  CHECK(choose("DE_AT", {kEnglish}).notices.empty());
}

TEST_CASE("a language without all rules costs one line") {
  const LanguageChoice italian = choose("auto", {kItalian, kItalian});
  CHECK(italian.tag == "it");
  CHECK(italian.notices ==
        std::vector<std::string>{"language: 'it' has stems, but no rules for numbers, dates and abbreviations"});
  const LanguageChoice polish = choose("auto", {kPolish, kPolish});
  CHECK(polish.tag == "pl");
  CHECK(polish.notices ==
        std::vector<std::string>{"language: 'pl' has no rules: typography, case and digits alone join words"});
  CHECK(choose("tlh", {kEnglish}).notices ==
        std::vector<std::string>{"language: 'tlh' has no rules: typography, case and digits alone join words"});
}

TEST_CASE("texts of two languages are named") {
  const LanguageChoice choice = choose("auto", {kEnglish + kEnglish, kGerman, kEnglish});
  CHECK(choice.tag == "en");
  CHECK(choice.notices ==
        std::vector<std::string>{"language: the texts are compared as 'en', but not all of them are: b.txt"});
}
