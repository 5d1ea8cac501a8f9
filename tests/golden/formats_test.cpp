// The formats for other programs: two comparisons as kept in tests/golden/formats, and of every pair that
// the TEI edition gives back the texts. To accept what has changed: cmake --build --preset release --target
// update_golden

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <pugixml.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "golden/fixture_pair.hpp"
#include "render/tei.hpp"
#include "support/catch.hpp"
#include "support/process.hpp"
#include "support/temporary_folder.hpp"

using namespace storydiff_test;

namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), std::istream_iterator<std::string>()};
}

/// What one witness reads below `node`.
void read_witness(pugi::xml_node node, const std::string& witness, std::string& out) {
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata) {
      out += child.value();
      continue;
    }
    const std::vector<std::string> of = words(child.attribute("wit").as_string());
    if (child.name() == std::string("rdg") && std::find(of.begin(), of.end(), witness) == of.end()) continue;
    if (child.name() == std::string("p")) out += "\n";
    read_witness(child, witness, out);
  }
}

/// The words of all sentences, without furniture that stands amid one.
std::vector<std::string> sentence_words(const storydiff::ReportDocument& document) {
  std::string kept = document.text;
  for (const auto& edit : document.edits)
    if (edit.action == storydiff::EditAction::kDrop)
      std::fill(kept.begin() + edit.span.begin, kept.begin() + edit.span.end, ' ');
  std::string text;
  for (const auto& sentence : document.sentences) text += kept.substr(sentence.span.begin, sentence.span.size()) + "\n";
  return words(text);
}

/// "word / other" where the lists part; empty where they are the same.
std::string first_difference(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto [at, there] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (at == a.end() && there == b.end()) return "";
  return (at == a.end() ? "" : *at) + " / " + (there == b.end() ? "" : *there);
}

/// Compares with the kept file, or writes it where that was asked for.
void check_golden(const std::filesystem::path& kept, const std::string& now) {
  if (std::getenv("STORYDIFF_UPDATE_GOLDEN") != nullptr) {
    std::filesystem::create_directories(kept.parent_path());
    std::ofstream(kept, std::ios::binary) << now;
    return;
  }
  INFO(kept.string());
  CHECK(now == read(kept));
}

}  // namespace

TEST_CASE("reports for other programs", "[report]") {
  struct Row {
    const char* pair;
    std::vector<std::string> files;
  };
  const Row rows[] = {{"court-correction", {"source.txt", "target.txt"}},
                      {"two-wires", {"source.txt", "source2.txt", "target.txt"}}};
  const std::vector<std::pair<std::string, std::string>> formats{
      {"--markdown", "report.md"}, {"--csv-links", "links.csv"}, {"--csv-findings", "findings.csv"},
      {"--pan", "pan.xml"},        {"--tei", "tei.xml"},         {"--sarif", "findings.sarif"}};
  const std::filesystem::path root = STORYDIFF_SOURCE_DIR;
  for (const Row& row : rows) {
    TemporaryFolder folder;
    ProcessRequest request;
    request.folder = (root / "fixtures/pairs" / row.pair).string();
    request.command = {STORYDIFF_PROGRAM, "compare", "--quiet"};
    request.command.insert(request.command.end(), row.files.begin(), row.files.end());
    for (const auto& [flag, file] : formats) {
      request.command.push_back(flag);
      request.command.push_back((folder.path() / file).string());
    }
    request.environment = {{"XDG_DATA_HOME", "/nonexistent"}, {"STORYDIFF_PLUGIN_PATH", std::nullopt}};
    const ProcessResult result = run_process(request);
    INFO(result.err);
    CHECK(result.status == 1);
    for (const auto& [flag, file] : formats)
      check_golden(root / "tests/golden/formats" / row.pair / file, read(folder.path() / file));

    for (const char* width : {"80", "140"}) {
      request.command = {STORYDIFF_PROGRAM, "compare", "--width", width};
      request.command.insert(request.command.end(), row.files.begin(), row.files.end());
      const ProcessResult shown = run_process(request);
      CHECK(shown.status == 1);
      check_golden(root / "tests/golden/formats" / row.pair / ("terminal" + std::string(width) + ".txt"), shown.out);
    }
  }
}

TEST_CASE("TEI: the target reads as it stands, and no word of a source is lost") {
  for (const FixturePair& pair : fixture_pairs()) {
    INFO(pair.name);
    const storydiff::Report report = compare_pair(pair);
    pugi::xml_document xml;
    REQUIRE(xml.load_string(storydiff::cli::render_tei(report).c_str(), pugi::parse_default | pugi::parse_ws_pcdata));
    const pugi::xml_node body = xml.child("TEI").child("text").child("body");
    std::string target;
    read_witness(body, "#T", target);
    std::string source;
    read_witness(body, "#S1", source);
    CHECK(first_difference(words(target), sentence_words(report.target)) == "");
    std::vector<std::string> expected = sentence_words(report.sources[0]);
    std::vector<std::string> found = words(source);
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    std::vector<std::string> lost;
    std::set_difference(expected.begin(), expected.end(), found.begin(), found.end(), std::back_inserter(lost));
    CHECK(lost == std::vector<std::string>());
  }
}
