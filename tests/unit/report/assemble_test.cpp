#include "report/assemble.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "storydiff/compare.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

using Positions = std::vector<std::optional<std::uint32_t>>;

Sentence sentence(Span normalized, Span original) {
  Sentence result;
  result.span = normalized;
  result.original = original;
  return result;
}

/// "One. Two." and "Three." stand the other way round in the normalized text, without the dateline.
struct Story {
  Document document;
  NormalizedDocument normalized;
  Segments segments;

  Story() {
    document.path = "wire.txt";
    document.text = "OSLO -\n\nOne. Two.\n\nThree.\n";
    normalized.text = "Three.\n\nOne. Two.\n";
    normalized.source_map = SourceMap({{{0, 6}, {19, 25}, true}, {{6, 8}, {6, 8}, true}, {{8, 18}, {8, 18}, true}});
    normalized.plugins = {{"furniture", "1.0.0", PluginRun::Status::kOk, "", 1}};
    LedgerEntry dropped;
    dropped.rule = "dateline";
    dropped.role = "dateline";
    dropped.span = {0, 6};
    dropped.text = "OSLO -";
    dropped.hides_original = true;
    normalized.ledger = {dropped};
    segments.sentences = {sentence({0, 6}, {19, 25}), sentence({8, 12}, {8, 12}), sentence({13, 17}, {13, 17})};
  }
};

Positions positions(const ReportDocument& document) {
  Positions result;
  for (const ReportParagraph& paragraph : document.paragraphs) result.push_back(paragraph.position);
  return result;
}

/// The report of stories without any links beyond `alignment`.
Report report_of(const std::vector<Story>& stories, const AlignmentSet& alignment, const Analysis& analysis = {}) {
  std::vector<const Document*> documents;
  std::vector<NormalizedDocument> normalized;
  std::vector<Segments> segments;
  for (const Story& story : stories) {
    documents.push_back(&story.document);
    normalized.push_back(story.normalized);
    segments.push_back(story.segments);
  }
  AnalysisInput input;
  input.documents = documents;
  input.normalized = normalized;
  input.segments = segments;
  input.alignment = &alignment;
  Vocabulary vocabulary;
  input.vocabulary = &vocabulary;
  return assemble_report(input, alignment, analysis, {"en", "tiny/1", "", {{"furniture", "{}"}}}, {});
}

}  // namespace

TEST_CASE("paragraphs and sentences stand in file order and know their normalized place") {
  const Report report = report_of({Story(), Story()}, {});
  REQUIRE(report.sources.size() == 1);
  const ReportDocument& source = report.sources[0];

  REQUIRE(source.paragraphs.size() == 3);
  CHECK(source.paragraphs[0].span == Span{0, 6});
  CHECK(source.paragraphs[1].span == Span{8, 17});
  CHECK(source.paragraphs[2].span == Span{19, 25});
  CHECK(positions(source) == Positions{std::nullopt, 1u, 0u});

  REQUIRE(source.sentences.size() == 3);
  CHECK(source.sentences[0].span == Span{8, 12});
  CHECK(source.sentences[1].span == Span{13, 17});
  CHECK(source.sentences[2].span == Span{19, 25});
  CHECK(source.sentences[0].position == 1u);
  CHECK(source.sentences[1].position == 2u);
  CHECK(source.sentences[2].position == 0u);
  CHECK(source.sentences[1].paragraph == 1);
  CHECK(source.sentences[2].paragraph == 2);

  REQUIRE(source.edits.size() == 1);
  CHECK(source.edits[0].role == "dateline");
  CHECK(source.edits[0].text == "OSLO -");
  CHECK(source.text == Story().document.text);
  CHECK(report.tool_name == "storydiff");
  CHECK(report.tool_version == version());
  CHECK(report.options.plugins.size() == 1);
}

TEST_CASE("sentence numbers of links become numbers in file order") {
  AlignmentSet alignment;
  Alignment link;
  link.source_sentences = {0, 1};  // "Three." and "One."
  link.target_sentences = {2};     // "Two."
  alignment.alignments = {link};
  alignment.unmatched = {{0, 0, NearestMiss{0, 2, 0.25, "short"}}, {0, 1, std::nullopt}};
  alignment.omitted = {{0, 0, NearestMiss{0, 1, 0.5, "taken"}}, {0, 2, std::nullopt}};
  alignment.bailouts = {"candidates"};
  Analysis analysis;
  analysis.edits = {{{EditOp::kInsert, std::nullopt, Span{13, 17}, Equivalence::kNone, 0, 1}}};
  analysis.summary.bailouts = {"words"};

  const Report report = report_of({Story(), Story()}, alignment, analysis);
  REQUIRE(report.alignments.size() == 1);
  CHECK(report.alignments[0].id == 0);
  CHECK(report.alignments[0].source_sentences == std::vector<std::uint32_t>{0, 2});
  CHECK(report.alignments[0].target_sentences == std::vector<std::uint32_t>{1});
  CHECK(report.alignments[0].edits.size() == 1);

  REQUIRE(report.unmatched.size() == 2);
  CHECK(report.unmatched[0].sentence == 0);
  CHECK(!report.unmatched[0].nearest);
  CHECK(report.unmatched[1].sentence == 2);
  REQUIRE(report.unmatched[1].nearest);
  CHECK(report.unmatched[1].nearest->sentence == 1);

  REQUIRE(report.omitted.size() == 2);
  CHECK(report.omitted[0].sentence == 1);
  CHECK(report.omitted[1].sentence == 2);
  REQUIRE(report.omitted[1].nearest);
  CHECK(report.omitted[1].nearest->sentence == 0);
  CHECK(report.summary.bailouts == std::vector<std::string>{"words", "candidates"});

  // Every index holds, or the reader would say so.
  const auto again = report_from_json(to_json(report));
  INFO((again.ok() ? std::string() : again.error().message));
  CHECK(again.ok());
}

TEST_CASE("a paragraph survives by its visible bytes only") {
  Story story;
  story.document.text = "A B\n\nC\n";
  SECTION("only the space between dropped words is left") {
    story.normalized.source_map = SourceMap({{{0, 1}, {1, 2}, true}, {{1, 5}, {3, 7}, true}});
    CHECK(positions(report_of({story, Story()}, {}).sources[0]) == Positions{std::nullopt, 0u});
  }
  SECTION("a replacement stands for every paragraph that it covers") {
    story.normalized.source_map = SourceMap({{{0, 4}, {0, 6}, false}, {{4, 5}, {6, 7}, true}});
    CHECK(positions(report_of({story, Story()}, {}).sources[0]) == Positions{0u, 1u});
  }
  SECTION("a paragraph cut in two is ranked by what comes first") {
    story.normalized.source_map = SourceMap({{{0, 1}, {2, 3}, true}, {{1, 5}, {3, 7}, true}, {{5, 6}, {0, 1}, true}});
    CHECK(positions(report_of({story, Story()}, {}).sources[0]) == Positions{0u, 1u});
  }
}

TEST_CASE("text inserted into an empty document has a paragraph to stand in") {
  Story story;
  story.document.text.clear();
  story.normalized = {};
  story.normalized.text = "Hello.";
  story.normalized.source_map = SourceMap({{{0, 6}, {0, 0}, false}});
  story.segments.sentences = {sentence({0, 6}, {0, 0})};
  const Report report = report_of({story, Story()}, {});
  REQUIRE(report.sources[0].paragraphs.size() == 1);
  CHECK(report_from_json(to_json(report)).ok());
}

TEST_CASE("the story differs by links, not by furniture") {
  Report report;
  CHECK(!report.story_text_differs());
  report.furniture = {{"dateline", FurnitureChange::Status::kOnlySource, 0u, Span{0, 1}, std::nullopt}};
  report.alignments.resize(1);
  report.alignments[0].relation = Relation::kVerbatim;
  report.sources.resize(1);
  report.sources[0].sentences.resize(1);
  report.target.sentences.resize(1);
  CHECK(!report.story_text_differs());
  SECTION("moved") { report.alignments[0].moved = true; }
  SECTION("edited") { report.alignments[0].relation = Relation::kEdited; }
  SECTION("new") { report.target.sentences.resize(2); }
  SECTION("left out") { report.sources[0].sentences.resize(2); }
  SECTION("repeated") {
    report.target.sentences.resize(2);
    report.alignments.push_back(report.alignments[0]);
  }
  CHECK(report.story_text_differs());
}
