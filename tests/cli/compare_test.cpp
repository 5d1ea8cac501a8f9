#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/program.hpp"
#include "storydiff/report.hpp"
#include "support/catch.hpp"
#include "support/mini_schema.hpp"

using nlohmann::json;
using namespace storydiff_test;

namespace {

std::string file_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("compare: the terminal report says what came from where") {
  TemporaryFolder folder;
  write_texts(folder);
  const ProcessResult result = run_storydiff(folder, {"compare", "wire.txt", "opinion.txt"});
  INFO(result.out << result.err);
  CHECK(result.status == 1);
  CHECK(result.err.empty());
  CHECK(result.out.starts_with("Partially derived: 1 of 2 sentences of opinion.txt comes from wire.txt: 1 verbatim"));
  CHECK(result.out.find("New in opinion.txt (1 sentence)") != std::string::npos);
  CHECK(result.out.find("Left out of wire.txt (1 sentence)") != std::string::npos);
  CHECK(result.out.find('\x1b') == std::string::npos);
}

TEST_CASE("compare: JSON to standard output, to a file, and the same from show") {
  TemporaryFolder folder;
  write_texts(folder);
  const ProcessResult streamed = run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--json", "-"});
  REQUIRE(streamed.status == 1);
  const json report = json::parse(streamed.out);
  CHECK(report["schema"] == storydiff::kReportSchema);
  CHECK(report["documents"]["sources"][0]["path"] == "wire.txt");
  const auto problems = schema_problems(report, json::parse(storydiff::report_schema_json()));
  CAPTURE(problems);
  CHECK(problems.empty());

  const ProcessResult filed = run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--json", "report.json"});
  CHECK(filed.status == 1);
  CHECK(filed.out.starts_with("Partially derived"));
  CHECK(file_bytes(folder.path() / "report.json") == streamed.out);

  const ProcessResult shown = run_storydiff(folder, {"show", "report.json"});
  CHECK(shown.status == 0);
  CHECK(shown.out == filed.out);
  const ProcessResult quiet =
      run_storydiff(folder, {"compare", "wire.txt", "same.txt", "--quiet", "--json", "same.json"});
  CHECK(quiet.status == 0);
  CHECK(quiet.out.empty());
  CHECK(json::parse(file_bytes(folder.path() / "same.json"))["unmatched"].empty());
}

TEST_CASE("compare: standard input is one of the files") {
  TemporaryFolder folder;
  write_texts(folder);
  const ProcessResult result =
      run_storydiff(folder, {"compare", "-", "opinion.txt"}, file_bytes(folder.path() / "wire.txt"));
  CHECK(result.status == 1);
  CHECK(result.out.find("come") != std::string::npos);
}

TEST_CASE("compare: several sources are told apart") {
  TemporaryFolder folder;
  write_texts(folder);
  folder.write("diary.txt", "I have never trusted boats, and I was right.\n");
  const ProcessResult result = run_storydiff(folder, {"compare", "wire.txt", "diary.txt", "opinion.txt"});
  INFO(result.out);
  CHECK(result.status == 1);
  CHECK(result.out.find("2 sentences of opinion.txt come from wire.txt (1), diary.txt (1)") != std::string::npos);
}

TEST_CASE("compare: colour when asked for, and never from the texts") {
  TemporaryFolder folder;
  folder.write("a.txt", "The old ferry sank off the rocky coast on Tuesday night.\n");
  folder.write("b.txt", "The new ferry sank off the rocky coast on Tuesday night.\n\nBoats \x1b[31mfrighten me.\n");
  const ProcessResult coloured = run_storydiff(folder, {"compare", "a.txt", "b.txt", "--color", "always"});
  CHECK(coloured.out.find("\x1b[32m") != std::string::npos);
  const ProcessResult plain = run_storydiff(folder, {"compare", "a.txt", "b.txt", "--color", "never"});
  CHECK(plain.out.find('\x1b') == std::string::npos);
  CHECK(plain.out.find("\\x1b") != std::string::npos);
  CHECK(plain.out.find("[-old-]{+new+}") != std::string::npos);
}

TEST_CASE("compare: a plugin that fails is named and costs nothing else") {
  TemporaryFolder folder;
  write_texts(folder);
  struct Row {
    const char* plugin;
    const char* message;
  };
  for (const Row& row : {Row{"create-fails", "create-fails"}, Row{"misbehaves:behaviour=throws", "boom"}}) {
    const ProcessResult result = run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--plugin-path",
                                                        BAD_PLUGINS, "--plugin", row.plugin, "--json", "-"});
    INFO(row.plugin << result.err);
    CHECK(result.status == 1);
    CHECK(result.err.find("storydiff: warning: plugin '") != std::string::npos);
    CHECK(result.err.find(row.message) != std::string::npos);
    const json plugins = json::parse(result.out)["documents"]["target"]["plugins"];
    CHECK(plugins.back()["status"] == "failed");
    CHECK(plugins.back()["edits"] == 0);
  }
}

TEST_CASE("compare: a plugin that fails alike on several texts is named once") {
  TemporaryFolder folder;
  write_texts(folder);
  struct Row {
    std::vector<std::string> files;
    const char* on;
  };
  for (const Row& row : {Row{{"compare", "wire.txt", "opinion.txt"}, "wire.txt and opinion.txt"},
                         Row{{"compare", "wire.txt", "same.txt", "opinion.txt"}, "wire.txt and 2 other texts"},
                         Row{{"chain", "wire.txt", "same.txt", "opinion.txt"}, "wire.txt and 2 other texts"}}) {
    std::vector<std::string> arguments = row.files;
    for (const char* more : {"--plugin-path", BAD_PLUGINS, "--plugin", "misbehaves:behaviour=throws", "--quiet"})
      arguments.emplace_back(more);
    const ProcessResult result = run_storydiff(folder, arguments);
    INFO(result.err);
    CHECK(std::count(result.err.begin(), result.err.end(), '\n') == 1);
    CHECK(result.err.starts_with("storydiff: warning: plugin 'misbehaves' failed on " + std::string(row.on) + ": "));
  }
}

TEST_CASE("plugin list: what is wrong goes to standard error, the list stays a list") {
  TemporaryFolder folder;
  folder.write("plugins/torn/plugin.json", "{");
  const ProcessResult result = run_storydiff(folder, {"plugin", "list", "--plugin-path", "plugins"});
  CHECK(result.status == 0);
  CHECK(result.err.starts_with("storydiff: warning: "));
  CHECK(result.err.find("torn/plugin.json") != std::string::npos);
  CHECK(result.out.find("torn") == std::string::npos);
  CHECK(result.out.find("paragraph-order") != std::string::npos);
}

TEST_CASE("compare: options of a plugin reach the report") {
  TemporaryFolder folder;
  write_texts(folder);
  const ProcessResult result = run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--no-plugins", "--plugin",
                                                      "paragraph-order:strategy=follow-counterpart", "--json", "-"});
  REQUIRE(result.status == 1);
  const json plugins = json::parse(result.out)["options"]["plugins"];
  REQUIRE(plugins.size() == 1);
  CHECK(plugins[0]["id"] == "paragraph-order");
  CHECK(plugins[0]["options"]["strategy"] == "follow-counterpart");
}

TEST_CASE("compare --explain: instead of the report, in the JSON, and again from show") {
  TemporaryFolder folder;
  write_texts(folder);
  const ProcessResult text =
      run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--explain", "1", "--explain", "wire.txt:2"});
  INFO(text.out << text.err);
  CHECK(text.status == 1);
  CHECK(text.out.starts_with("opinion.txt 1 (line 1)"));
  CHECK(text.out.find("wire.txt 2 (line") != std::string::npos);
  CHECK(text.out.find("Left: ") != std::string::npos);
  CHECK(text.out.find("Linked: wire.txt 1 (line 1) with 1.00") != std::string::npos);
  CHECK(text.out.find("derived") == std::string::npos);

  const ProcessResult filed =
      run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--explain", "1", "--json", "explained.json"});
  REQUIRE(filed.status == 1);
  const json report = json::parse(file_bytes(folder.path() / "explained.json"));
  REQUIRE(report["explanations"].size() == 1);
  CHECK(report["explanations"][0]["sentence"] == 0);
  const auto problems = schema_problems(report, json::parse(storydiff::report_schema_json()));
  CAPTURE(problems);
  CHECK(problems.empty());
  const ProcessResult shown = run_storydiff(folder, {"show", "explained.json"});
  CHECK(shown.status == 0);
  CHECK(shown.out.find("Explained sentences") != std::string::npos);

  for (const char* wrong : {"99", "0", "other.txt:1", "source:99"}) {
    const ProcessResult refused = run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--explain", wrong});
    CAPTURE(wrong, refused.err);
    CHECK(refused.status == 2);
    CHECK(refused.out.empty());
    CHECK(refused.err.find('\n') + 1 == refused.err.size());
  }
}

TEST_CASE("compare --ablate says what each plugin explained, and only then") {
  TemporaryFolder folder;
  folder.write("wire.txt",
               "BERGEN, Norway (AP) \u2014 The night ferry from Bergen sank off the coast on Tuesday.\n\n"
               "Nobody drowned in the accident, the harbour master said.\n\n"
               "Copyright 2014 The Associated Press. All rights reserved.\n");
  folder.write("paper.txt",
               "The night ferry from Bergen sank off the coast on Tuesday.\n\n"
               "Nobody drowned in the accident, the harbour master said.\n");
  const ProcessResult plain = run_storydiff(folder, {"compare", "wire.txt", "paper.txt", "--json", "-"});
  CHECK_FALSE(json::parse(plain.out).contains("ablation"));
  CHECK_FALSE(json::parse(plain.out).at("summary").contains("noise"));

  const ProcessResult result =
      run_storydiff(folder, {"compare", "wire.txt", "paper.txt", "--ablate", "--json", "report.json"});
  INFO(result.err);
  CHECK(result.status == 0);
  CHECK(result.out.find("What each plugin explains\n") != std::string::npos);
  CHECK(result.out.find("wire-furniture ") != std::string::npos);
  CHECK(result.out.find("100 %") != std::string::npos);
  const ProcessResult shown = run_storydiff(folder, {"show", "report.json"});
  CHECK(shown.out == result.out);

  const json report =
      json::parse(run_storydiff(folder, {"compare", "wire.txt", "paper.txt", "--ablate", "--json", "-"}).out);
  const json& ablation = report.at("ablation");
  // Those of the default profile that read plain text.
  REQUIRE(ablation.size() == 4);
  CHECK(ablation.at(2).at("plugin") == "wire-furniture");
  CHECK(ablation.at(2).at("changed_words_with") == 0);
  CHECK(ablation.at(2).at("changed_words_without") > 8);
  CHECK(report.at("summary").at("noise").at(2).at("share") == 1.0);
}
