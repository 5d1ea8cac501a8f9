#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "support/catch.hpp"

using nlohmann::json;
using namespace storydiff_test;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("batch: one line for each pair, in order, bad ones included") {
  TemporaryFolder folder;
  write_texts(folder);
  const std::string pairs =
      "{\"id\":\"first\",\"sources\":[\"wire.txt\"],\"target\":\"opinion.txt\"}\n"
      "\n"
      "{\"id\":2,\"sources\":[\"nowhere.txt\"],\"target\":\"opinion.txt\"}\n"
      "no JSON\n"
      "{\"id\":\"stdin\",\"sources\":[\"-\"],\"target\":\"opinion.txt\"}\n"
      "{\"id\":\"none\",\"sources\":[],\"target\":\"opinion.txt\"}\n"
      "{\"sources\":[\"wire.txt\"]}\n"
      "{\"sources\":[\"wire.txt\",\"same.txt\"],\"target\":\"opinion.txt\"}";
  folder.write("pairs.jsonl", pairs);
  for (const bool from_file : {true, false}) {
    const ProcessResult result =
        run_storydiff(folder, {"batch", from_file ? "pairs.jsonl" : "-"}, from_file ? "" : pairs);
    INFO(result.err);
    CHECK(result.status == 2);
    CHECK(result.err == "storydiff: 5 of 7 pairs could not be compared\n");
    const std::vector<std::string> lines = lines_of(result.out);
    REQUIRE(lines.size() == 7);
    CHECK(lines[0].starts_with("{\"id\":\"first\",\"schema\":\"storydiff-report/1\""));
    CHECK(json::parse(lines[1])["id"] == 2);
    CHECK(json::parse(lines[1])["error"].get<std::string>().find("nowhere.txt") != std::string::npos);
    CHECK(json::parse(lines[2])["id"].is_null());
    CHECK(json::parse(lines[2])["error"].get<std::string>().starts_with("line 4: "));
    CHECK(json::parse(lines[3])["id"] == "stdin");
    CHECK(json::parse(lines[4]).contains("error"));
    CHECK(json::parse(lines[5])["error"].get<std::string>().find("'target'") != std::string::npos);
    CHECK(json::parse(lines[6])["documents"]["sources"].size() == 2);
  }
}

TEST_CASE("batch: an id that nests without end costs its own line only") {
  TemporaryFolder folder;
  write_texts(folder);
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  folder.write("pairs.jsonl", "{\"id\":" + deep + ",\"sources\":[\"wire.txt\"],\"target\":\"opinion.txt\"}\n" +
                                  "{\"id\":1,\"sources\":[\"wire.txt\"],\"target\":\"opinion.txt\"}\n");
  const ProcessResult result = run_storydiff(folder, {"batch", "pairs.jsonl"});
  CHECK(result.status == 2);
  const auto lines = lines_of(result.out);
  REQUIRE(lines.size() == 2);
  CHECK(json::parse(lines[0]).at("error") == "line 1: 'id' must be a string or a number");
  CHECK(json::parse(lines[1]).at("id") == 1);
}

TEST_CASE("batch: all pairs compared is no trouble, and a line can be shown") {
  TemporaryFolder folder;
  write_texts(folder);
  const ProcessResult result =
      run_storydiff(folder, {"batch", "-"}, "{\"id\":1,\"sources\":[\"wire.txt\"],\"target\":\"opinion.txt\"}\n");
  CHECK(result.status == 0);
  CHECK(result.err.empty());
  const ProcessResult shown = run_storydiff(folder, {"show", "-"}, result.out);
  CHECK(shown.status == 0);
  CHECK(shown.out == run_storydiff(folder, {"compare", "wire.txt", "opinion.txt"}).out);
  CHECK(run_storydiff(folder, {"batch", "-"}, "").status == 0);
}
