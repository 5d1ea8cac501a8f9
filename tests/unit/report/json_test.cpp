#include <cstddef>
#include <cstdint>
#include <new>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "storydiff/report.hpp"
#include "support/catch.hpp"
#include "unit/report/sample_report.hpp"

using nlohmann::ordered_json;
using storydiff::report_from_json;
using storydiff::stream_json;
using storydiff::to_json;
using storydiff::to_json_line;
using storydiff_test::sample_report;

TEST_CASE("a report survives the way to JSON and back") {
  for (const storydiff::Report& report : {sample_report(), storydiff::Report{}}) {
    const std::string json = to_json(report);
    const auto again = report_from_json(json);
    INFO((again.ok() ? std::string() : again.error().message));
    REQUIRE(again.ok());
    CHECK(to_json(*again) == json);
    CHECK(to_json_line(*again) == to_json_line(report));
    CHECK(again->story_text_differs() == report.story_text_differs());
  }
}

TEST_CASE("JSON has the promised form") {
  const std::string json = to_json(sample_report());
  CHECK(json.starts_with("{\n \"schema\": \"storydiff-report/1\",\n \"tool\": {\n  \"name\": \"storydiff\""));
  CHECK(json.ends_with("}\n"));
  const std::string line = to_json_line(sample_report());
  CHECK(line.find('\n') == line.size() - 1);

  const ordered_json parsed = ordered_json::parse(json);
  const auto keys = [](const ordered_json& object) {
    std::string joined;
    for (const auto& [key, value] : object.items()) joined += (joined.empty() ? "" : " ") + key;
    return joined;
  };
  CHECK(keys(parsed) ==
        "schema tool options documents alignments passages quotations figures names attributions polarity furniture "
        "unmatched omitted findings summary closest_source explanations ablation");
  CHECK(keys(parsed["documents"]["sources"][0]) ==
        "path sha256 bytes encoding metadata plugins edits paragraphs sentences text");
  CHECK(keys(parsed["documents"]["sources"][0]["edits"][0]) == "plugin rule action role span text replacement to");
  CHECK(keys(parsed["alignments"][0]) == "id relation source target score moved evidence edits");
  CHECK(keys(parsed["figures"][0]) == "kind status from to target source alignment");
  CHECK(keys(parsed["quotations"][0]) == "status from to speaker verb target source alignment");
  CHECK(keys(parsed["attributions"][0]) == "status from to target source alignment");
  CHECK(keys(parsed["summary"]) ==
        "class target_words verbatim_words edited_words paraphrase_words new_words quoted_words source_coverage "
        "longest_verbatim_words credited agency bailouts noise");
  CHECK(keys(parsed["ablation"][0]) ==
        "plugin changed_words_with changed_words_without moved_links_with moved_links_without noise_share "
        "findings_appear findings_vanish");
  CHECK(keys(parsed["findings"][0]) == "kind rule severity message source target alignment");
  CHECK(keys(parsed["ablation"][0]["findings_appear"][0]) == "kind rule severity message source target");
  CHECK(parsed["summary"]["noise"].dump() == R"([{"plugin":"wire-furniture","share":0.3333}])");

  CHECK(keys(parsed["closest_source"]) == "outcome document candidates why evidence");
  CHECK(keys(parsed["closest_source"]["evidence"]["sources"][0]) ==
        "document best_sentences words figures names quotations score");

  CHECK(parsed["documents"]["sources"][0]["metadata"].dump() == R"({"agency":"Wire","location":"OSLO"})");
  CHECK(parsed["documents"]["target"]["metadata"].dump() == "{}");
  CHECK(parsed["alignments"][0]["score"].dump() == "0.8765");
  CHECK(parsed["alignments"][0]["evidence"]["unique"].dump() == "0.3333");
  CHECK(parsed["alignments"][0]["source"].dump() == R"({"document":0,"sentences":[0,2]})");
  CHECK(parsed["alignments"][0]["target"].dump() == R"({"sentences":[0]})");
  CHECK(parsed["quotations"][1]["source"].is_null());
  CHECK(parsed["options"]["plugins"][0]["options"].dump() == R"({"zeal":2,"also":["a","b"]})");
  // An empty replacement is a replacement; a drop has none.
  CHECK(parsed["documents"]["sources"][0]["edits"][0]["replacement"].is_null());
  CHECK(parsed["documents"]["sources"][0]["edits"][1]["replacement"] == "");
}

TEST_CASE("a path that is no UTF-8 does not stop the report") {
  storydiff::Report report = sample_report();
  report.target.path =
      "caf\xE9"
      ".txt";
  const auto again = report_from_json(to_json(report));
  REQUIRE(again.ok());
  CHECK(again->target.path == "caf\uFFFD.txt");
}

TEST_CASE("what a report lacks or mistypes is named by its JSON pointer") {
  const ordered_json good = ordered_json::parse(to_json(sample_report()));
  struct Row {
    const char* pointer;
    const char* value;  ///< JSON text, or null to remove the member
    const char* message;
  };
  const Row rows[] = {
      {"/schema", "\"storydiff-report/2\"", "at /schema"},
      {"/schema", "1", "at /schema: expected a string"},
      {"/summary", nullptr, "at the top: member 'summary' is missing"},
      {"/summary/credited", "\"no\"", "at /summary/credited: expected true or false"},
      {"/summary/class", "\"stolen\"", "at /summary/class: unknown word"},
      {"/summary/target_words", "4294967296", "at /summary/target_words: the number is too large"},
      {"/summary/target_words", "-1", "at /summary/target_words: expected a whole number"},
      {"/summary/target_words", "1.5", "at /summary/target_words: expected a whole number"},
      {"/summary/source_coverage", "1.01", "at /summary/source_coverage: expected a number of 0 to 1"},
      {"/documents", "[]", "at /documents: expected an object"},
      {"/documents/sources", "{}", "at /documents/sources: expected an array"},
      {"/documents/target/text", nullptr, "at /documents/target: member 'text' is missing"},
      {"/documents/target/text", "\"a\\u0000b\"", "at /documents/target/text: the text has a NUL byte"},
      {"/documents/target/sentences/1/span", "[21,30]", "at /documents/target/sentences/1/span/1: the number is too"},
      {"/documents/target/sentences/1/span", "[28,21]", "at /documents/target/sentences/1/span: expected [begin, end]"},
      {"/documents/target/sentences/1/span", "[1,2,3]", "at /documents/target/sentences/1/span: expected [begin, end]"},
      {"/documents/target/sentences/1/paragraph", "2", "at /documents/target/sentences/1/paragraph: index 2"},
      {"/documents/sources/0/edits/1/span", "[39,41]", "at /documents/sources/0/edits/1/span: the span cuts"},
      {"/documents/sources/0/edits/1/plugin", "\"other\"", "at /documents/sources/0/edits/1/plugin: the document has"},
      {"/alignments/0/id", "1", "at /alignments/0/id: "},
      {"/alignments/0/source/document", "1", "at /alignments/0/source/document: index 1"},
      {"/alignments/0/source/sentences", "[]", "at /alignments/0/source/sentences: expected ascending"},
      {"/alignments/0/source/sentences", "[2,0]", "at /alignments/0/source/sentences: expected ascending"},
      {"/alignments/0/source/sentences", "[0,3]", "at /alignments/0/source/sentences/1: index 3"},
      {"/alignments/0/edits/1/source", "[0,1]", "at /alignments/0/edits/1: an insertion has no source"},
      {"/alignments/0/edits/0/equivalence", "null", "at /alignments/0/edits/0/equivalence: expected a string"},
      {"/alignments/0/moved", "0", "at /alignments/0/moved: expected true or false"},
      {"/quotations/0/alignment", "1", "at /quotations/0/alignment: index 1"},
      {"/figures/0/kind", "\"many\"", "at /figures/0/kind: unknown word"},
      {"/unmatched/0/nearest/sentence", "3", "at /unmatched/0/nearest/sentence: index 3"},
      {"/omitted/0/source/sentence", "9", "at /omitted/0/source/sentence: index 9"},
      {"/findings/0/severity", "\"panic\"", "at /findings/0/severity: unknown word"},
      {"/furniture/0/source/span/0", "\"0\"", "at /furniture/0/source/span/0: expected a whole number"},
      {"/options/plugins/0/options", "[]", "at /options/plugins/0/options: expected an object"},
      {"/documents/target/metadata", "[]", "at /documents/target/metadata: expected an object"},
      {"/documents/sources/0/metadata/agency", "1", "at /documents/sources/0/metadata/agency: expected a string"},
      {"/closest_source/outcome", "\"all\"", "at /closest_source/outcome: unknown word"},
      {"/closest_source/document", "1", "at /closest_source/document: index 1"},
      {"/closest_source/document", "null", "at /closest_source: there is a document where"},
      {"/closest_source/evidence/sentences", "[2]", "at /closest_source/evidence/sentences/0: index 2"},
      {"/closest_source/evidence/sources", "[]", "at /closest_source/evidence/sources: expected one entry"},
  };
  for (const Row& row : rows) {
    INFO(row.pointer);
    ordered_json bad = good;
    const ordered_json::json_pointer pointer(row.pointer);
    if (row.value == nullptr)
      bad[pointer.parent_pointer()].erase(pointer.back());
    else
      bad[pointer] = ordered_json::parse(row.value);
    const auto result = report_from_json(bad.dump());
    REQUIRE(!result.ok());
    INFO(result.error().message);
    CHECK(result.error().message.find(row.message) != std::string::npos);
    CHECK(result.error().message.find('\n') == std::string::npos);
  }
}

TEST_CASE("reports of earlier versions lack some members") {
  ordered_json earlier = ordered_json::parse(to_json(sample_report()));
  earlier.erase("closest_source");
  earlier["documents"]["target"].erase("metadata");
  const auto result = report_from_json(earlier.dump());
  REQUIRE(result.ok());
  CHECK_FALSE(result->closest_source.has_value());
  CHECK(result->target.metadata.empty());
}

TEST_CASE("members that this version does not know are ignored") {
  ordered_json later = ordered_json::parse(to_json(sample_report()));
  later["id"] = "pair 7";
  later["summary"]["mood"] = {1, 2};
  const auto result = report_from_json(later.dump());
  REQUIRE(result.ok());
  CHECK(to_json(*result) == to_json(sample_report()));
}

TEST_CASE("hostile input gives one error") {
  const std::string good = to_json(sample_report());
  std::string many = "{\"a\":{";
  for (int i = 0; i < 200000; ++i) many += "\"k" + std::to_string(i) + "\":0,";
  const std::string rows[] = {
      "",
      "nul",
      "[]",
      "\"storydiff-report/1\"",
      std::string(1000000, '['),
      std::string(1000000, ']'),
      "{\"schema\":" + std::string(100, '{'),
      "{\"schema\": 1e999}",
      "{\"schema\": \"\xFF\xFE\"}",
      "{\"schema\": \"storydiff-report/1\"",
      std::string("{\"sch\0ma\": 1}", 13),
      many + "\"z\":0}}",
      good.substr(0, good.size() / 2),
      good + "x",
  };
  for (const std::string& row : rows) {
    INFO(std::string_view(row).substr(0, 60));
    const auto result = report_from_json(row);
    REQUIRE(!result.ok());
    CHECK(!result.error().message.empty());
    CHECK(result.error().message.find('\n') == std::string::npos);
  }
}

TEST_CASE("what nests too deep, or has too many members, is refused before any of it is built") {
  const auto nested = [](std::size_t levels) { return "{\"schema\":" + std::string(levels - 1, '[') + "1"; };
  const auto object = [](int members) {
    std::string text = "{\"schema\":{";
    for (int i = 0; i < members; ++i) text += (i == 0 ? "\"k" : ",\"k") + std::to_string(i) + "\":0";
    return text + "}}";
  };
  const std::string deep = "nested more than 64 deep";
  const std::string large = "an object has more than 1000 members";
  CHECK(report_from_json(nested(65)).error().message.find(deep) != std::string::npos);
  CHECK(report_from_json(nested(64)).error().message.find(deep) == std::string::npos);
  CHECK(report_from_json(object(1001)).error().message.find(large) != std::string::npos);
  CHECK(report_from_json(object(1000)).error().message.find(large) == std::string::npos);
}

TEST_CASE("no truncation of a report is a report, and none crashes the reader") {
  const std::string line = to_json_line(sample_report());
  for (std::size_t size = 0; size + 2 < line.size(); size += 7) CHECK(!report_from_json(line.substr(0, size)).ok());
}

namespace {

/// The sample with so many of all that grows with the texts.
storydiff::Report long_report(std::size_t entries) {
  storydiff::Report report = sample_report();
  const auto fill = [&](auto& list) {
    while (list.size() < entries) list.push_back(list[list.size() / 2]);
    list.resize(entries);
  };
  fill(report.target.sentences);
  fill(report.sources.front().paragraphs);
  fill(report.alignments);
  for (std::size_t i = 0; i < entries; ++i) report.alignments[i].id = static_cast<std::uint32_t>(i);
  fill(report.passages);
  fill(report.names);
  return report;
}

}  // namespace

TEST_CASE("long lists are the same bytes on any number of threads") {
  for (const std::size_t entries : {2047U, 2048U, 2049U, 5000U, 12'289U}) {
    const storydiff::Report report = long_report(entries);
    const std::string alone = to_json(report);
    CHECK(ordered_json::parse(alone)["alignments"].size() == entries);
    for (const unsigned threads : {2U, 3U, 7U}) {
      std::string parts;
      stream_json(
          report, [&](std::string_view part) { parts += part; }, threads);
      INFO(entries << " entries, " << threads << " threads");
      CHECK(parts == alone);
    }
  }
}

TEST_CASE("what goes wrong while a long list is handed on is thrown on") {
  const storydiff::Report report = long_report(5000);
  std::size_t calls = 0;
  const auto take = [&](std::string_view) {
    if (++calls == 3) throw std::bad_alloc();
  };
  CHECK_THROWS_AS(stream_json(report, take, 2), std::bad_alloc);
}
