#include "header_facts.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "agencies.hpp"
#include "header_forms.hpp"
#include "language/paragraphs.hpp"
#include "support/catch.hpp"

using namespace storydiff::write_thru;

namespace {

const std::string kStory =
    "The river rose by two metres overnight and swallowed the only bridge to the island, officials said on Friday.\n\n"
    "Nobody was hurt.\n";

std::vector<Fact> facts_of(const std::string& text) {
  std::vector<Range> paragraphs;
  for (const storydiff::Span span : storydiff::find_paragraphs(text)) paragraphs.push_back({span.begin, span.end});
  return read_header(text, paragraphs);
}

/// "agency=AP location=OSTERBY", in the order of the text.
std::string told(const std::string& text) {
  std::string out;
  for (const Fact& fact : facts_of(text)) {
    const std::string words = text.substr(fact.span.begin, fact.span.end - fact.span.begin);
    out += (out.empty() ? "" : " ") + fact.key + "=" + (fact.value.empty() ? words : fact.value);
  }
  return out;
}

}  // namespace

TEST_CASE("what the lines above a story say") {
  struct Row {
    std::string text;
    const char* told;
  };
  const Row rows[] = {
      {"u i bc-osterby-flood-2ndld 04-28 0447\n\n" + kStory,
       "urgency=u category=i slug=bc-osterby-flood take=2 version=lead date=--04-28 words=0447"},
      {"r s bc-regatta-final 11-09 0388\n\n" + kStory,
       "urgency=r category=s slug=bc-regatta-final date=--11-09 words=0388"},
      {"BC-US--River Flood, 2nd Ld-Writethru,0410\nRiver swallows bridge\n\n" + kStory,
       "slug=BC-US--River Flood take=2 version=writethru words=0410"},
      {"AM-Grain Prices, 1st Ld\n\n" + kStory, "slug=AM-Grain Prices take=1 version=lead"},
      {"US--Court Ruling\n\n" + kStory, "slug=US--Court Ruling"},
      {"3rd Ld-Writethru\n\n" + kStory, "take=3 version=writethru"},
      {"1st Lead, Writethru\n\n" + kStory, "take=1 version=writethru"},
      {"FLOOD-RIVER/ (UPDATE 1)\nRiver swallows bridge\n\nOSTERBY, March 2 (Reuters) - " + kStory,
       "slug=FLOOD-RIVER/ version=update take=1 location=OSTERBY date=--03-02 agency=Reuters"},
      {"CORRECTED-FLOOD-RIVER/ (UPDATE 2)\n\n" + kStory, "version=correction slug=FLOOD-RIVER/ take=2"},
      {"OIL-OPEC/\nOil steady before meeting\n\nLONDON (Reuters) - " + kStory,
       "slug=OIL-OPEC/ location=LONDON agency=Reuters"},
      {"UPDATE 3-River swallows bridge\n\nOSTERBY, March 2 (Reuters) - " + kStory,
       "version=update take=3 location=OSTERBY date=--03-02 agency=Reuters"},
      {"REFILE-Bank raises rates\n\n" + kStory, "version=refile"},
      {"WRAPUP 2-Shares fall as banks report\n\n" + kStory, "version=wrap take=2"},
      {"CORRECTED-Bank raises rates to 4 pct, not 5\n\n" + kStory, "version=correction"},
      {"Correction: Flood story\n\nOSTERBY (AP) — " + kStory, "version=correction location=OSTERBY agency=AP"},
      {"Norway-river-bridge,2ndlead\nRiver swallows bridge\n\nOsterby (AFP) - " + kStory,
       "slug=Norway-river-bridge take=2 version=lead location=Osterby agency=AFP"},
      {"Chile-quake-health,URGENT\n\nSANTIAGO, May 3, 2026 (AFP) - " + kStory,
       "slug=Chile-quake-health version=urgent location=SANTIAGO date=2026-05-03 agency=AFP"},
      {"(2nd LEAD) Night bus drivers get heated seats\nBy Seo Min-ah\nHWANGSAN, South Korea, Jan. 9 (Yonhap) -- " +
           kStory,
       "take=2 version=lead location=HWANGSAN, South Korea date=--01-09 agency=Yonhap"},
      {"URGENT\n\nOsterby (dpa) - " + kStory, "version=urgent location=Osterby agency=dpa"},
      {"FLASH\nParliament passes budget\n\n" + kStory, "version=flash"},
      {"BULLETIN ///\n\n" + kStory, "version=bulletin"},
      {"MANDATORY KILL: Flood story\n\n" + kStory, "version=kill"},
      {"Slug: harbour-strike\nPriority: 3\nCategory: labour\nTake: 2\n\n" + kStory,
       "slug=harbour-strike urgency=3 category=labour take=2"},
      {"SLUGLINE: EU MILK QUOTA\nUrgency: 4\nDateline: Brussels\nDate: Tuesday, 6 August 2026\n\n" + kStory,
       "slug=EU MILK QUOTA urgency=4 location=Brussels date=2026-08-06"},
      {"Hospice bookkeeper jailed\nBy Greer Haldane\n\nBALLANDERRY, Aug 6 AAP - " + kStory,
       "location=BALLANDERRY date=--08-06 agency=AAP"},
      {"River swallows bridge\n\nBy Friederike Holm, dpa\n\n" + kStory, "agency=dpa"},
      {"River swallows bridge\n\nLachlan Prewitt, The Canadian Press\n\nGANNET COVE, N.S. — " + kStory,
       "agency=The Canadian Press location=GANNET COVE, N.S."},
      {"Probe lifts off\n\nBy WENDELL PRUITT\nAP Aerospace Writer\n\nCAPE CANAVERAL, Fla. (AP) —\n\n" + kStory,
       "agency=AP location=CAPE CANAVERAL, Fla."},
      {"Minister dropped\n\nBy Florence Addae\n\nKINTAMBA, Feb. 17 (WANA) -\n\n" + kStory,
       "location=KINTAMBA date=--02-17 agency=WANA"},
      {"Venturis to buy box maker\nBy Casimir Lund\n(Bloomberg) -- " + kStory, "agency=Bloomberg"},
      {"Sonapahar (Assam), Mar 7 (PTI) " + kStory, "location=Sonapahar (Assam) date=--03-07 agency=PTI"},
      {"MBARAZI, 23 April 2025 (Xinhua) -- " + kStory, "location=MBARAZI date=2025-04-23 agency=Xinhua"},
      {"Sundarpur (Rajasthan) [India], March 12 (ANI): " + kStory,
       "location=Sundarpur (Rajasthan) [India] date=--03-12 agency=ANI"},
      {"Bear enters supermarket\nKYODO NEWS - Dec 2, 2024 - 09:51 | All, Japan\n\n" + kStory,
       "agency=KYODO NEWS date=2024-12-02"},
      {"ANI | Updated: Mar 12, 2024 14:30 IST\n\n" + kStory, "agency=ANI date=2024-03-12"},
      {"Pedral, Açores, 12 mar 2024 (Lusa) – " + kStory, "location=Pedral, Açores date=2024-03-12 agency=Lusa"},
      {"Almedilla (España), 12 ago (EFE).- " + kStory, "location=Almedilla (España) date=--08-12 agency=EFE"},
      {"France-justice-procès,LEAD\n\nParis, 1er juin 2024 (AFP) - " + kStory,
       "slug=France-justice-procès version=lead location=Paris date=2024-06-01 agency=AFP"},
      {"Weilbach, 3. März 2024 (dpa) - " + kStory, "location=Weilbach date=2024-03-03 agency=dpa"},
      {"KAMENKA. March 12 (Interfax) - " + kStory, "location=KAMENKA date=--03-12 agency=Interfax"},
      {"He saw it fall.\n\n" + kStory + "\nVIENNA, Nov. 21 (AP) — Leaders agreed to reopen the road to the valley.\n",
       "location=VIENNA date=--11-21 agency=AP"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(told(row.text) == row.told);
  }
}

TEST_CASE("what only looks like a header says nothing") {
  const std::string texts[] = {
      kStory,
      "",
      "\n\n\n",
      "River swallows bridge\n\n" + kStory,
      "KILL BILL RETURNS TO CINEMAS\n\n" + kStory,
      "Correction officers walk out\n\n" + kStory,
      "URGENT CARE CENTRE TO CLOSE\n\n" + kStory,
      "Update your boiler before winter\n\n" + kStory,
      "2nd leader resigns in a week\n\n" + kStory,
      "US-led talks resume in spring\n\n" + kStory,
      "Lead poisoning cases rise\n\n" + kStory,
      "Take five: a walk in the hills\n\n" + kStory,
      "PA system fails at stadium\n\n" + kStory,
      "Vice-president LEAD singer\n\n" + kStory,
      "\"MOSCOW (AP)\" stood on the yellowed sheet that he had kept for forty years, beside a picture of his mother.\n",
      "Smith told the agency (Reuters) - and nobody else - that he would go home when the river had fallen again.\n",
      kStory + "\nUPDATE 2-A line below the story\n",
      kStory + "\nSlug: below\n",
      "Roses are red\nViolets are blue\nSugar is sweet\nAnd so are you\n",
      kStory + "\nVIENNA (AP) — One story.\n\nPARIS (AFP) - Another story.\n",
  };
  for (const std::string& text : texts) {
    INFO(text);
    CHECK(told(text).empty());
  }
}

TEST_CASE("hostile heads are read in bounded time") {
  std::string lines;
  for (int i = 0; i < 200000; ++i) lines += "A, B, C (D) -\n";
  const std::string texts[] = {lines, std::string(5000000, 'A'), std::string(5000000, '('),
                               "\xEF\xBF\xBD" + std::string(300, '-'), std::string(1000000, '\n') + "URGENT"};
  for (const std::string& text : texts) {
    for (const Fact& fact : facts_of(text)) {
      CHECK(fact.span.begin < fact.span.end);
      CHECK(fact.span.end <= text.size());
    }
  }
}

TEST_CASE("stories without furniture have no header") {
  namespace fs = std::filesystem;
  std::size_t seen = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(STORYDIFF_SOURCE_DIR) / "fixtures/stories/plain")) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    INFO(entry.path().string());
    CHECK(told(text).empty());
    ++seen;
  }
  CHECK(seen > 10);
}

namespace {

/// The forms that match `line`, each of which must do so with its signs as well.
std::set<std::string> checked_matches(const std::string& line) {
  std::set<std::string> rules;
  for (const auto* forms : {&header_forms(), &dateline_forms()}) {
    for (const Form& form : *forms) {
      const std::size_t parts = form.match_without_signs(line).size();
      INFO(form.rule() << " in " << line);
      CHECK(form.match(line).size() == parts);
      if (parts > 0) rules.insert(form.rule());
    }
  }
  return rules;
}

}  // namespace

TEST_CASE("no form loses a match for want of its signs") {
  namespace fs = std::filesystem;
  std::size_t matches = 0;
  for (const char* folder : {"fixtures/stories", "fixtures/pairs"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(STORYDIFF_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".txt") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      for (std::string line; std::getline(file, line);) matches += checked_matches(line).size();
    }
  }
  CHECK(matches > 20);
}

TEST_CASE("no form loses a made-up header for want of its signs") {
  // What headers are made of, by kind; each header takes some kinds in this order.
  const std::vector<std::string> signatures(kAgencies.begin(), kAgencies.end());
  const std::vector<std::vector<std::string>> kinds = {
      {"AM-", "BC-", "UK--", "u i bc-", "REFILE-", "UPDATE 2-", "Slug: ", "SLUG LINE=", "Take :", "Dateline: ",
       "DATE: ", "Issued = ", "Credit: ", "By Ann Lee, ", "2nd ", "(", "\"", ""},
      {"PARIS", "SAINT-DENIS", "L'AQUILA", "d’OR", "McALLEN, Texas", "ÅRHUS", "Kyiv", "New York, N.Y.", "River Flood",
       "FLOOD-TOLL", "osterby-flood", "Norway-river-bridge", "KILL", "URGENT", ""},
      {"", " ", ", ", ". ", " / "},
      {"", "Aug. 6", "6 August 2026", "12. März", "Dec 2, 2024", "08-06 0447", "2ndlead", "2nd Ld-Writethru"},
      {"", " ", " (", "(", "/", " [", ", ", " - "},
      signatures,
      {"", ")", "/", "]", " Staff Writer", ", 0410", "; edited)"},
      {"", " - ", "-", " -- ", " — ", "–", ": "},
      {"", "Rivers rose.", "rivers rose"}};
  std::mt19937 random(20'26);
  const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
  std::set<std::string> rules;
  for (int round = 0; round < 6000; ++round) {
    std::string line;
    for (const std::vector<std::string>& kind : kinds)
      if (below(3) > 0) line += kind[below(kind.size())];
    rules.merge(checked_matches(line));
  }
  // Those with an agency or a place, whose signs say the most.
  for (const char* rule :
       {"dateline", "dateline-any-agency", "dateline-bare-agency", "dateline-agency-only", "dateline-date",
        "dateline-region", "agency-line", "byline-agency", "staff-agency", "label-agency", "label-slug", "ap-slug"}) {
    INFO(rule);
    CHECK(rules.contains(rule));
  }
}
