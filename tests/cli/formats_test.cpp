// The formats for other programs, on a report whose every text is hostile.

#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "render/csv.hpp"
#include "render/markdown.hpp"
#include "render/pan.hpp"
#include "render/sarif.hpp"
#include "render/tei.hpp"
#include "render/text_places.hpp"
#include "render/xml_text.hpp"
#include "support/catch.hpp"
#include "unit/report/sample_report.hpp"

using namespace storydiff;
using namespace storydiff::cli;

namespace {

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

const char* const kEvil =
    "\x01\x1b]0;owned\x07\x7f\u0085\u202e\uFFFE</app>]]><!-- --> & \"q\" 'a' `c` **b** | @all {0} [x](1)\r\n=1+1";

Report hostile_report() {
  Report report = storydiff_test::sample_report();
  const std::string evil = kEvil;
  report.tool_version = evil;
  report.sources[0].path = evil + "\xff";
  report.target.path = "=" + evil;
  report.target.text = evil + " " + evil;
  const auto half = static_cast<Offset>(evil.size());
  const auto end = static_cast<Offset>(report.target.text.size());
  report.target.paragraphs = {{{0, half}, 0}, {{half + 1, end}, 1}};
  report.target.sentences = {{{0, half}, 0, 0}, {{half + 1, end}, 1, 1}};
  report.alignments[0].edits.clear();
  report.findings[0].message = evil;
  report.findings[0].rule = evil;
  report.findings[0].kind = "=cmd";
  report.findings[0].target = Span{half + 1, end};
  report.furniture[0].role = evil;
  report.summary.bailouts = {evil};
  return report;
}

/// Rows of fields, as RFC 4180 has them; fails where it is none.
std::vector<std::vector<std::string>> parse_csv(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1);
  std::string field;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"') {
        field += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        field += text[++i];
      } else {
        quoted = false;
        REQUIRE(i + 1 < text.size());
        REQUIRE((text[i + 1] == ',' || text[i + 1] == '\r'));
      }
    } else if (c == '"') {
      REQUIRE(field.empty());
      quoted = true;
    } else if (c == ',' || c == '\r') {
      rows.back().push_back(std::exchange(field, ""));
      if (c == '\r') {
        REQUIRE(text[++i] == '\n');
        rows.emplace_back();
      }
    } else {
      REQUIRE(c != '\n');
      field += c;
    }
  }
  REQUIRE_FALSE(quoted);
  REQUIRE(rows.back().empty());
  rows.pop_back();
  return rows;
}

}  // namespace

TEST_CASE("places in lines, columns and characters") {
  std::string text = "a\u00e9\n\u4e2d\U0001F600x\n";
  for (int i = 0; i < 400; ++i) text += "caf\u00e9 \u2014 ";
  const TextPlaces places(text);
  std::size_t characters = 0;
  for (Offset at = 0; at <= text.size(); ++at) {
    if (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) continue;
    CHECK(places.characters(at) == characters);
    ++characters;
  }
  CHECK(places.line(0) == 1);
  CHECK(places.column(1) == 2);
  CHECK(places.line(4) == 2);
  CHECK(places.column(4) == 1);
  CHECK(places.column(7) == 2);
  CHECK(places.column(11) == 3);
}

TEST_CASE("XML: characters that it can not have are replaced, all others stay") {
  CHECK(xml_text("plain \u00e9 \U0001F600\t\n") == "plain \u00e9 \U0001F600\t\n");
  CHECK(xml_text("a\r\nb\rc") == "a\nb\nc");
  CHECK(xml_text(std::string("\x00\x01\x1b", 3)) == "\uFFFD\uFFFD\uFFFD");
  CHECK(xml_text("\uFFFE\uFFFF\xff\xed\xa0\x80").find('\xff') == std::string::npos);
  CHECK(xml_text("\u0085\uFFFD") == "\u0085\uFFFD");
}

TEST_CASE("XML formats: a hostile report makes well-formed documents") {
  const Report report = hostile_report();
  for (const std::string& bytes : {render_pan(report), render_tei(report)}) {
    INFO(bytes);
    pugi::xml_document xml;
    CHECK(xml.load_buffer(bytes.data(), bytes.size(), pugi::parse_default, pugi::encoding_utf8));
    for (const char* control : {"\x01", "\x1b", "\x07", "\uFFFE", "\xff"}) CHECK(!holds(bytes, control));
  }
}

TEST_CASE("PAN: a feature for each passage, in characters") {
  pugi::xml_document xml;
  REQUIRE(xml.load_string(render_pan(storydiff_test::sample_report()).c_str()));
  const pugi::xml_node document = xml.child("document");
  CHECK(document.attribute("reference").as_string() == std::string("opinion.txt"));
  std::vector<std::vector<int>> places;
  for (const pugi::xml_node feature : document.children("feature")) {
    CHECK(feature.attribute("name").as_string() == std::string("detected-plagiarism"));
    CHECK(feature.attribute("source_reference").as_string() == std::string("wire.txt"));
    places.push_back({feature.attribute("this_offset").as_int(), feature.attribute("this_length").as_int(),
                      feature.attribute("source_offset").as_int(), feature.attribute("source_length").as_int()});
  }
  // The link's two source sentences do not stand together; before the second stand two quotation marks of
  // three bytes each.
  CHECK(places == std::vector<std::vector<int>>{{0, 19, 15, 15}, {0, 19, 47, 11}});

  Report joined = storydiff_test::sample_report();
  joined.alignments[0].source_sentences = {0};
  joined.alignments.push_back(joined.alignments[0]);
  joined.alignments[1].source_sentences = {1};
  joined.alignments[1].target_sentences = {1};
  REQUIRE(xml.load_string(render_pan(joined).c_str()));
  const auto features = xml.child("document").children("feature");
  CHECK(std::distance(features.begin(), features.end()) == 1);
}

TEST_CASE("TEI: apparatus, witnesses and what was left out") {
  const std::string tei = render_tei(storydiff_test::sample_report());
  INFO(tei);
  for (
      const char* part :
      {R"(<witness xml:id="S1">wire.txt</witness>)", R"(<witness xml:id="T">opinion.txt</witness>)",
       R"(<variantEncoding method="parallel-segmentation" location="internal"/>)",
       R"(<seg type="edited" subtype="moved">The<app type="substantive"><rdg wit="#S1"/><rdg wit="#T"> old</rdg></app>)",
       R"(<seg type="new"><app type="substantive"><rdg wit="#T">I weep.</rdg><rdg wit="#S1"/></app></seg>)",
       R"(<seg type="left-out"><app type="substantive"><rdg wit="#S1">Nobody)",
       R"(<ab type="dateline"><app type="substantive" subtype="only-source"><rdg wit="#S1">OSLO (Wire) -</rdg></app></ab>)"})
    CHECK(holds(tei, part));
  Report empty = storydiff_test::sample_report();
  empty.target.text.clear();
  empty.target.paragraphs.clear();
  empty.target.sentences.clear();
  empty.alignments.clear();
  empty.unmatched.clear();
  empty.omitted.clear();
  CHECK(holds(render_tei(empty), "<p/>"));
}

TEST_CASE("CSV: rows of RFC 4180, and nothing that a spreadsheet would run") {
  for (const Report& report : {storydiff_test::sample_report(), hostile_report()}) {
    for (const std::string& bytes : {render_csv_links(report), render_csv_findings(report)}) {
      INFO(bytes);
      REQUIRE(bytes.starts_with("\uFEFF"));
      const auto rows = parse_csv(bytes.substr(3));
      REQUIRE(rows.size() >= 2);
      for (const auto& row : rows) {
        CHECK(row.size() == rows[0].size());
        for (const std::string& field : row)
          CHECK((field.empty() || std::string("=+-@\t\r").find(field[0]) == std::string::npos));
      }
      for (const char* control : {"\x01", "\x1b", "\x07", "\x7f", "\u0085", "\u202e"}) CHECK(!holds(bytes, control));
    }
  }
  const auto links = parse_csv(render_csv_links(storydiff_test::sample_report()).substr(3));
  REQUIRE(links.size() == 4);
  CHECK(links[1] == std::vector<std::string>{"0", "edited", "0.8765", "yes", "opinion.txt", "1", "1",
                                             "The old ferry sank.", "wire.txt", "1 3", "3",
                                             "The ferry sank. It was old."});
  CHECK(links[2][1] == "new");
  CHECK(links[3][1] == "left-out");
  CHECK(links[3][8] == "wire.txt");
}

TEST_CASE("Markdown: no text is markup") {
  struct Row {
    const char* text;
    const char* begins_line;
    const char* within;
  };
  const Row rows[] = {
      {"plain words.", "plain words.", "plain words."},
      {"a | b", "a \\| b", "a \\| b"},
      {"`c` *e* _e_ ~s~ $m$", "\\`c\\` \\*e\\* \\_e\\_ \\~s\\~ \\$m\\$", "\\`c\\` \\*e\\* \\_e\\_ \\~s\\~ \\$m\\$"},
      {"<script>&amp;", "\\<script\\>\\&amp;", "\\<script\\>\\&amp;"},
      {"[x](y)", "\\[x\\](y)", "\\[x\\](y)"},
      {"# head", "\\# head", "# head"},
      {"- item", "\\- item", "- item"},
      {"12. item", "12\\. item", "12. item"},
      {"12 men", "12 men", "12 men"},
      {"> quote", "\\> quote", "\\> quote"},
      {"ask @all", "ask @<!-- -->all", "ask @<!-- -->all"},
      {"two\nlines\r\n\tand",
       "two lines  \x20"
       "and",
       "two lines  \x20"
       "and"},
      {"\x1b[1m", "\\\\x1b\\[1m", "\\\\x1b\\[1m"},
  };
  for (const Row& row : rows) {
    CHECK(markdown_text(row.text, true) == row.begins_line);
    CHECK(markdown_text(row.text) == row.within);
  }
  const std::string hostile = render_markdown(hostile_report());
  INFO(hostile);
  for (const char* part : {"\x1b", "\u202e", "</app>", "**b**", "`c`", " [x]"}) CHECK(!holds(hostile, part));
  const std::string plain = render_markdown(storydiff_test::sample_report());
  INFO(plain);
  CHECK(holds(plain, "The <ins>old</ins> <del>ferry</del><ins>ferry</ins> <del>sank</del>"));
  CHECK(holds(plain, "- **alert** A quotation was altered. (opinion.txt, line 1) (wire.txt, line 3)"));
}

TEST_CASE("SARIF: what 2.1.0 requires") {
  const auto check = [](const nlohmann::json& log) {
    CHECK(log.at("version") == "2.1.0");
    const auto& run = log.at("runs").at(0);
    const auto& rules = run.at("tool").at("driver").at("rules");
    CHECK(run.at("tool").at("driver").at("name") == "storydiff");
    CHECK(run.at("columnKind") == "unicodeCodePoints");
    CHECK(run.at("invocations").at(0).at("executionSuccessful") == true);
    for (const auto& result : run.at("results")) {
      CHECK(rules.at(result.at("ruleIndex").get<std::size_t>()).at("id") == result.at("ruleId"));
      CHECK(result.at("message").at("text").is_string());
      for (const char* list : {"locations", "relatedLocations"}) {
        for (const auto& location : result.at(list)) {
          const auto& physical = location.at("physicalLocation");
          const auto& artifact = run.at("artifacts").at(physical.at("artifactLocation").at("index").get<std::size_t>());
          CHECK(artifact.at("location").at("uri") == physical.at("artifactLocation").at("uri"));
          CHECK(physical.at("region").at("startLine") >= 1);
          CHECK(physical.at("region").at("startColumn") >= 1);
        }
      }
    }
  };
  const auto plain = nlohmann::json::parse(render_sarif(storydiff_test::sample_report()));
  check(plain);
  const auto& result = plain["runs"][0]["results"][0];
  CHECK(result["level"] == "error");
  const auto& target = result["locations"][0]["physicalLocation"];
  CHECK(target["artifactLocation"]["uri"] == "opinion.txt");
  CHECK(target["region"]["charLength"] == 19);
  CHECK_FALSE(target["region"].contains("byteOffset"));  // of windows-1252 only the characters are known
  const auto& source = result["relatedLocations"][0]["physicalLocation"]["region"];
  CHECK(source["byteOffset"] == 31);
  CHECK(source["byteLength"] == 18);
  CHECK(source["charLength"] == 14);

  const auto hostile = nlohmann::json::parse(render_sarif(hostile_report()));
  check(hostile);
  const auto& run = hostile["runs"][0];
  for (const char c : run["artifacts"][0]["location"]["uri"].get<std::string>())
    CHECK((c > 0x20 && c < 0x7F && std::string("\"<>\\^`{|}#?").find(c) == std::string::npos));
  const std::string message = run["results"][0]["message"]["text"];
  CHECK(holds(message, "{{0}}"));
  CHECK(holds(message, "\\[x\\](1)"));
  CHECK(!holds(message, "\x1b"));
}
