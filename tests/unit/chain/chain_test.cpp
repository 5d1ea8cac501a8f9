#include "storydiff/chain.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/mini_schema.hpp"

using namespace storydiff;
using nlohmann::json;
using Texts = std::vector<std::string>;

namespace {

Chain chain_of(const Texts& versions) {
  std::vector<Document> documents;
  for (std::size_t i = 0; i < versions.size(); ++i)
    documents.push_back(*make_document("v" + std::to_string(i + 1) + ".txt", versions[i], {}));
  std::vector<const Document*> pointers;
  for (const Document& document : documents) pointers.push_back(&document);
  Result<Chain> result = chain(pointers, {}, {"en", {}, {}});
  if (!result) throw std::runtime_error(result.error().message);
  return *std::move(result);
}

std::string read(const std::string& path) {
  std::ifstream file(std::string(STORYDIFF_SOURCE_DIR) + "/" + path, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Four takes, each without its lines above the dateline: no plugin runs here.
Chain fixture(const std::string& name) {
  Texts takes;
  for (int i = 1; i <= 4; ++i) {
    const std::string text = read("fixtures/chains/" + name + "/take" + std::to_string(i) + ".txt");
    const std::size_t dash = text.find(") - ");
    REQUIRE(dash != std::string::npos);
    takes.push_back(text.substr(dash + 4));
  }
  return chain_of(takes);
}

/// "born 0, kept 1, edited 2 (figure changed 9>5)"
std::string told(const SentenceLife& life) {
  std::string out;
  for (const LifeStage& stage : life.stages) {
    out += (out.empty() ? "" : ", ") + std::string(to_string(stage.event)) + " " + std::to_string(stage.version);
    if (stage.moved) out += " moved";
    for (const LifeChange& change : stage.changes)
      out += " (" + change.kind + " " + change.status + " " + change.from + ">" + change.to + ")";
  }
  return out;
}

/// The life of the sentence that holds `words` in the version where it last stood.
std::string life_with(const Chain& chain, const std::string& words) {
  for (const SentenceLife& life : chain.lives)
    for (const LifeStage& stage : life.stages) {
      if (!stage.sentence) continue;
      const ReportDocument& version = chain.versions[stage.version];
      if (slice(version.text, version.sentences[*stage.sentence].span).find(words) != std::string_view::npos)
        return told(life);
    }
  return "";
}

/// What holds for every chain: each sentence of each version is one stage of one life, and lives go forward.
void check_whole(const Chain& chain) {
  std::vector<std::vector<int>> seen;
  for (const ReportDocument& version : chain.versions) seen.emplace_back(version.sentences.size(), 0);
  for (const SentenceLife& life : chain.lives) {
    REQUIRE_FALSE(life.stages.empty());
    for (std::size_t i = 0; i < life.stages.size(); ++i) {
      const LifeStage& stage = life.stages[i];
      const bool there = stage.event != LifeEvent::kDropped && stage.event != LifeEvent::kMerged;
      REQUIRE(stage.sentence.has_value() == there);
      if (there) ++seen[stage.version][*stage.sentence];
      if (i > 0) CHECK(life.stages[i - 1].version < stage.version);
      CHECK((i == 0) == (stage.event == LifeEvent::kBorn || stage.event == LifeEvent::kSplit));
      CHECK(stage.other.has_value() == (stage.event == LifeEvent::kSplit || stage.event == LifeEvent::kMerged));
      if (stage.other) CHECK(*stage.other < chain.lives.size());
    }
  }
  for (const auto& version : seen)
    CHECK(std::all_of(version.begin(), version.end(), [](int count) { return count == 1; }));
  for (const ChainStep& step : chain.steps) {
    CHECK(step.kept + step.edited + step.rewritten + step.born + step.returned ==
          chain.versions[step.to].sentences.size());
    CHECK(step.kept + step.edited + step.rewritten + step.dropped == chain.versions[step.from].sentences.size());
  }
  const auto problems = storydiff_test::schema_problems(json::parse(to_json(chain)), json::parse(chain_schema_json()));
  CAPTURE(problems);
  CHECK(problems.empty());
}

const std::string kStory =
    "The harbour board of Lindmoor closed the fish market on Tuesday after a wall collapsed.\n\n"
    "The repair will cost 240,000 euros, the board said.\n\n"
    "Fishermen will sell their catch from their boats until the autumn.\n";

}  // namespace

TEST_CASE("dam-break: tolls, a quotation that comes, a sentence that comes back, a lost negation") {
  const Chain chain = fixture("dam-break");
  check_whole(chain);
  CHECK(life_with(chain, "people were missing") ==
        "born 0, edited 1 (figure changed At least four>At least nine), edited 2 moved (figure changed At least "
        "nine>At least five), kept 3");
  CHECK(life_with(chain, "like a train").starts_with("born 1, kept 2"));
  CHECK(life_with(chain, "sports hall") == "born 1, dropped 2, returned 3");
  CHECK(life_with(chain, "The cause was not known") == "born 0, kept 1, dropped 2");
  CHECK(life_with(chain, "ordered repairs").starts_with("born 2, edited 3 moved (polarity negation-changed not>)"));
  CHECK(life_with(chain, "A dam burst").starts_with("born 0, kept 1, edited 2"));
  CHECK(chain.steps.size() == 3);
  CHECK(chain.differs());
}

TEST_CASE("bank-merger: a split, a move, a return, a correction") {
  const Chain chain = fixture("bank-merger");
  check_whole(chain);
  CHECK(life_with(chain, "She said that no customer").starts_with("split 1, kept 2, kept 3"));
  CHECK(life_with(chain, "bad day").starts_with("born 1, kept 2 moved, edited 3"));
  CHECK(life_with(chain, "competition authority") == "born 0, kept 1, dropped 2, returned 3");
  CHECK(life_with(chain, "billion euros").find("figure changed 3.4 billion euros>4.3 billion euros") !=
        std::string::npos);
  CHECK(life_with(chain, "140 branches").find("polarity modality-changed will>may") != std::string::npos);
}

TEST_CASE("the same text again and again") {
  const Chain chain = chain_of({kStory, kStory, kStory, kStory, kStory});
  check_whole(chain);
  CHECK_FALSE(chain.differs());
  CHECK(chain.lives.size() == 3);
  for (const SentenceLife& life : chain.lives) CHECK(told(life) == "born 0, kept 1, kept 2, kept 3, kept 4");
}

TEST_CASE("a version may be empty") {
  const Chain chain = chain_of({kStory, "", kStory});
  check_whole(chain);
  CHECK(chain.differs());
  for (const SentenceLife& life : chain.lives) CHECK(told(life) == "born 0, dropped 1, returned 2");
  check_whole(chain_of({"", kStory}));
  check_whole(chain_of({kStory, ""}));
  CHECK_FALSE(chain_of({"", "", ""}).differs());
}

TEST_CASE("one version is no chain") {
  const Result<Document> document = make_document("one.txt", kStory, {});
  const Document* versions[] = {&*document};
  const Result<Chain> refused = chain(versions, {}, {});
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code == ErrorCode::kUsage);
  CHECK_FALSE(chain({}, {}, {}).ok());
}

TEST_CASE("what happens to a sentence") {
  const std::string lede =
      "The harbour board of Lindmoor closed the fish market on Tuesday after a wall collapsed.\n\n";
  const std::string boats = "Fishermen will sell their catch from their boats until the autumn.\n\n";
  const std::string cost = "The repair will cost 240,000 euros, the board said.\n\n";
  const std::string mayor = "Mayor Ada Lund inspected the ruins with two engineers in the afternoon.\n\n";
  struct Row {
    const char* name;
    Texts versions;
    const char* words;
    const char* told;
  };
  const Row rows[] = {
      {"born", {lede, lede + mayor}, "Ada Lund", "born 1"},
      {"dropped", {lede + mayor, lede}, "Ada Lund", "born 0, dropped 1"},
      {"back in the version after next",
       {lede + mayor, lede, lede, lede + mayor},
       "Ada Lund",
       "born 0, dropped 1, returned 3"},
      {"back in other words",
       {lede + mayor, lede, lede + "Mayor Ada Lund inspected the ruins with three engineers in the afternoon.\n\n"},
       "Ada Lund",
       "born 0, dropped 1, returned 2"},
      {"gone twice", {lede + mayor, lede, lede + mayor, lede}, "Ada Lund", "born 0, dropped 1, returned 2, dropped 3"},
      {"another sentence is no return", {lede + mayor, lede, lede + boats}, "boats", "born 2"},
      {"a figure",
       {lede + cost, lede + "The repair will cost 420,000 euros, the board said.\n\n"},
       "cost 420",
       "born 0, edited 1 (figure changed 240,000 euros>420,000 euros)"},
      {"moved", {lede + boats + cost + mayor, mayor + lede + boats + cost}, "Ada Lund", "born 0, kept 1 moved"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const Chain chain = chain_of(row.versions);
    check_whole(chain);
    CHECK(life_with(chain, row.words) == row.told);
  }
}

TEST_CASE("a step is the comparison of its two versions") {
  Texts takes = {kStory, kStory + "Mayor Ada Lund inspected the ruins.\n", "Nobody was hurt, police said.\n"};
  const Chain chain = chain_of(takes);
  for (const ChainStep& step : chain.steps) {
    const auto from = make_document("v" + std::to_string(step.from + 1) + ".txt", takes[step.from], {});
    const auto to = make_document("v" + std::to_string(step.to + 1) + ".txt", takes[step.to], {});
    const Document* sources[] = {&*from};
    const Result<Report> report = compare(sources, *to, {}, {"en", {}, {}});
    REQUIRE(report.ok());
    CHECK(step.differs == report->story_text_differs());
    CHECK(step.findings.size() == report->findings.size());
    CHECK(step.born == report->unmatched.size());
    CHECK(step.dropped == report->omitted.size());
  }
}

TEST_CASE("the compiled schema is the file in core/doc, and every key is described") {
  CHECK(read("core/doc/chain.schema.json") == chain_schema_json());
  const auto missing = storydiff_test::undescribed_properties(json::parse(chain_schema_json()));
  CAPTURE(missing);
  CHECK(missing.empty());
}

TEST_CASE("long chains and many sentences that come and go") {
  Texts versions;
  for (int v = 0; v < 12; ++v) {
    std::string text;
    for (int i = 0; i < 300; ++i)
      if ((i + v) % 3 != 0)
        text += "Witness " + std::to_string(i) + " told the court of a lamp that burned in house " +
                std::to_string(i * 7) + " all night.\n\n";
    versions.push_back(text);
  }
  check_whole(chain_of(versions));
  std::string monotone;
  for (int i = 0; i < 2000; ++i) monotone += "He was not there. ";
  check_whole(chain_of({monotone, "", monotone}));
}
