// --timeout: what takes longer is one line and an error, and nothing is half-written.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "support/catch.hpp"

using nlohmann::json;
using namespace storydiff_test;

namespace {

/// No comparison is done in this time, not even the loading of the plugins.
constexpr const char* kTooLittle = "0.001";

/// A text of some size, so that nothing of it is done in no time.
std::string long_text(int first) {
  std::string text;
  for (int i = first; i < first + 3000; ++i)
    text += "Train " + std::to_string(i) + " from Lisbon was " + std::to_string(i * 3) + " minutes late.\n\n";
  return text;
}

}  // namespace

TEST_CASE("compare --timeout: what takes longer ends with one line, and nothing is written") {
  TemporaryFolder folder;
  folder.write("a.txt", long_text(0));
  folder.write("b.txt", long_text(5));
  struct Row {
    std::vector<std::string> arguments;
    const char* what;
  };
  const Row rows[] = {
      {{"compare", "a.txt", "b.txt", "--json", "out"}, "the comparison"},
      {{"compare", "a.txt", "b.txt", "a.txt", "--html", "out"}, "the comparison"},
      {{"check", "a.txt", "b.txt", "--sarif", "out"}, "the comparison"},
      {{"chain", "a.txt", "b.txt", "a.txt", "--json", "out"}, "the chain"},
      {{"normalize", "a.txt", "--json", "out"}, "the pipeline"},
      {{"git-diff", "a.txt", "b.txt"}, "the comparison"},
  };
  for (const Row& row : rows) {
    std::vector<std::string> arguments = row.arguments;
    for (const char* more : {"--timeout", kTooLittle}) arguments.emplace_back(more);
    const ProcessResult result = run_storydiff(folder, arguments);
    INFO(row.arguments.front());
    CHECK(result.status == 2);
    CHECK(result.out.empty());
    CHECK(result.err ==
          "storydiff: " + std::string(row.what) + " took longer than 0.001 s and was ended: give it more time\n");
    CHECK_FALSE(std::filesystem::exists(folder.path() / "out"));
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
      CHECK(entry.path().extension() == ".txt");
  }
  CHECK(run_storydiff(folder, {"compare", "a.txt", "b.txt", "--quiet", "--timeout", "3600"}).status == 1);
  CHECK(run_storydiff(folder, {"compare", "a.txt", "b.txt", "--timeout", "0"}).status == 2);
}

TEST_CASE("batch --timeout: a pair that takes longer is a record, and the batch goes on") {
  TemporaryFolder folder;
  folder.write("a.txt", long_text(0));
  folder.write("b.txt", long_text(5));
  folder.write("pairs.jsonl",
               "{\"id\":1,\"sources\":[\"a.txt\"],\"target\":\"b.txt\"}\n"
               "{\"id\":2,\"sources\":[\"nowhere.txt\"],\"target\":\"b.txt\"}\n"
               "{\"id\":3,\"sources\":[\"b.txt\"],\"target\":\"a.txt\"}\n");
  const ProcessResult result = run_storydiff(folder, {"batch", "pairs.jsonl", "--timeout", kTooLittle});
  CHECK(result.status == 2);
  CHECK(result.err == "storydiff: 3 of 3 pairs could not be compared\n");
  const std::string late = " the comparison took longer than 0.001 s and was ended: give it more time\"}\n";
  CHECK(result.out == "{\"id\":1,\"error\":\"line 1:" + late +
                          "{\"id\":2,\"error\":\"line 2: nowhere.txt: no such file: check the path\"}\n" +
                          "{\"id\":3,\"error\":\"line 3:" + late);
}

TEST_CASE("compare --timeout also bounds a plugin in a process of its own") {
  TemporaryFolder folder;
  write_texts(folder);
  folder.write("plugins/sleeper/plugin.json",
               R"({"id": "sleeper", "name": "Sleeper", "version": "1.0.0", "vendor": "storydiff tests",
                   "licence": "MIT", "summary": "Never answers.", "command": ["/bin/sh", "-c", "exec sleep 600"]})");
  const ProcessResult result =
      run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--plugin-path", "plugins", "--plugin", "sleeper",
                             "--plugin-timeout", "500", "--timeout", "0.5", "--json", "out"});
  INFO(result.err);
  CHECK(result.status == 2);
  CHECK(result.err == "storydiff: the comparison took longer than 0.5 s and was ended: give it more time\n");
  CHECK_FALSE(std::filesystem::exists(folder.path() / "out"));
}
