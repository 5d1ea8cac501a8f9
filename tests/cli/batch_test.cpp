#include <algorithm>
#include <fstream>
#include <iterator>
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

namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Short and long stories in turn, so that with several jobs many finish out of order; some are wrong.
std::string mixed_pairs(int count) {
  std::string pairs;
  for (int i = 0; i < count; ++i) {
    std::string story = "The council of Riga voted on budget " + std::to_string(i) + " late on Thursday.";
    for (int more = 0; more < (i * 7) % 12; ++more)
      story += " Speaker " + std::to_string(more) + " said the sum of " + std::to_string(1000 + more * i) +
               " euros was too high.";
    const json text{{"text", story}, {"name", "wire " + std::to_string(i)}};
    const json target{{"text", story + " Nobody objected."}};
    if (i % 9 == 4)
      pairs += i % 2 == 0 ? "no JSON\n" : "\n";
    else
      pairs += json{{"id", "pair " + std::to_string(i)}, {"sources", {text}}, {"target", target}}.dump() + "\n";
  }
  return pairs;
}

}  // namespace

TEST_CASE("batch: the same bytes whatever the number of jobs") {
  TemporaryFolder folder;
  folder.write("pairs.jsonl", mixed_pairs(60));
  const ProcessResult one = run_storydiff(folder, {"batch", "pairs.jsonl", "--jobs", "1"});
  CHECK(one.status == 2);
  std::vector<std::string> sorted = lines_of(one.out);
  CHECK(sorted.size() == 57);
  std::sort(sorted.begin(), sorted.end());
  for (const char* jobs : {"2", "4", "16"}) {
    INFO(jobs);
    const ProcessResult many = run_storydiff(folder, {"batch", "pairs.jsonl", "--jobs", jobs});
    CHECK(many.status == 2);
    CHECK(many.err == one.err);
    CHECK((many.out == one.out));
    std::vector<std::string> unordered =
        lines_of(run_storydiff(folder, {"batch", "pairs.jsonl", "--jobs", jobs, "--unordered"}).out);
    std::sort(unordered.begin(), unordered.end());
    CHECK((unordered == sorted));
  }
  CHECK(run_storydiff(folder, {"batch", "pairs.jsonl", "--jobs", "0"}).status == 2);
}

TEST_CASE("batch: a text may stand in the line") {
  TemporaryFolder folder;
  write_texts(folder);
  const std::string wire = bytes_of(folder.path() / "wire.txt");
  const json inline_pair{
      {"id", 1}, {"sources", json::array({json{{"text", wire}, {"name", "wire.txt"}}})}, {"target", "opinion.txt"}};
  const json file_pair{{"id", 1}, {"sources", {"wire.txt"}}, {"target", "opinion.txt"}};
  CHECK(run_storydiff(folder, {"batch", "-"}, inline_pair.dump()).out ==
        run_storydiff(folder, {"batch", "-"}, file_pair.dump()).out);
  const ProcessResult shown =
      run_storydiff(folder, {"batch", "-"}, R"({"sources":[{"text":""}],"target":{"text":"\u201cA\u201d b."}})");
  CHECK(shown.status == 0);
  CHECK(json::parse(shown.out).at("documents").at("target").at("path") == "text");

  struct Row {
    const char* line;
    const char* error;
  };
  const Row rows[] = {
      {R"({"sources":[1],"target":"a"})", "a source must be a path, or {\"text\": ..., \"name\": ...}"},
      {R"({"sources":[{}],"target":"a"})", "a source must be a path"},
      {R"({"sources":[{"text":1}],"target":"a"})", "a source must be a path"},
      {R"({"sources":[{"text":"a","name":2}],"target":"a"})", "'name' of a source must be a string"},
      {R"({"sources":["wire.txt"],"target":[]})", "'target' must be a path"},
      {R"({"sources":["wire.txt"],"target":{"text":"a\u0000b"}})", "NUL"},
      {R"({"sources":[[["wire.txt"]]],"target":"a"})", "a source must be a path"},
      {R"({"sources":["wire.txt"],"target":{"text":{"text":"a"}}})", "'target' must be a path"},
      {"{\"sources\":[\"wire.txt\"],\"target\":{\"text\":\"\xff\"}}", "no JSON object"},
  };
  for (const Row& row : rows) {
    const ProcessResult result = run_storydiff(folder, {"batch", "-"}, row.line);
    INFO(row.line << "\n" << result.out);
    CHECK(result.status == 2);
    CHECK(json::parse(result.out).at("error").get<std::string>().find(row.error) != std::string::npos);
  }
}

TEST_CASE("batch --select keeps what it names, in the report's order") {
  TemporaryFolder folder;
  write_texts(folder);
  const std::string pair = "{\"id\":7,\"sources\":[\"wire.txt\"],\"target\":\"opinion.txt\"}\n";
  const json whole = json::parse(run_storydiff(folder, {"batch", "-"}, pair).out);
  const ProcessResult some = run_storydiff(folder, {"batch", "-", "--select", "summary,findings"}, pair);
  CHECK(some.status == 0);
  CHECK(some.out.starts_with("{\"id\":7,\"findings\":["));
  CHECK(json::parse(some.out) == json{{"id", 7}, {"findings", whole.at("findings")}, {"summary", whole.at("summary")}});
  CHECK(run_storydiff(folder, {"batch", "-", "--select", "explanations"}, pair).out == "{\"id\":7}\n");
  const ProcessResult wrong = run_storydiff(folder, {"batch", "-", "--select", "sumary"}, pair);
  CHECK(wrong.status == 2);
  CHECK(wrong.err == "storydiff: --select: a report has no member 'sumary'; did you mean 'summary'?\n");
}

TEST_CASE("batch --summary has the totals of the records") {
  TemporaryFolder folder;
  folder.write("pairs.jsonl", mixed_pairs(20));
  const ProcessResult result = run_storydiff(
      folder, {"batch", "pairs.jsonl", "--output", "out.jsonl", "--summary", "totals.json", "--jobs", "3"});
  CHECK(result.out.empty());
  const json totals = json::parse(bytes_of(folder.path() / "totals.json"));
  json expected{{"errors", 0}, {"words", 0}, {"pairs", 0}, {"alerts", 0}};
  for (const std::string& line : lines_of(bytes_of(folder.path() / "out.jsonl"))) {
    const json record = json::parse(line);
    expected["pairs"] = expected["pairs"].get<int>() + 1;
    if (record.contains("error")) {
      expected["errors"] = expected["errors"].get<int>() + 1;
      continue;
    }
    expected["words"] = expected["words"].get<int>() + record["summary"]["target_words"].get<int>();
    for (const json& finding : record["findings"])
      if (finding["severity"] == "alert") expected["alerts"] = expected["alerts"].get<int>() + 1;
  }
  CHECK(totals.at("schema") == "storydiff-batch-summary/1");
  CHECK(totals.at("complete") == true);
  CHECK(totals.at("pairs") == expected["pairs"]);
  CHECK(totals.at("errors") == expected["errors"]);
  CHECK(totals.at("words").at("target") == expected["words"]);
  CHECK(totals.at("findings").at("alert") == expected["alerts"]);
  const json& classes = totals.at("classes");
  CHECK(classes.at("wholly-derived").get<int>() + classes.at("partially-derived").get<int>() +
            classes.at("non-derived").get<int>() ==
        expected["pairs"].get<int>() - expected["errors"].get<int>());
}

TEST_CASE("batch: files that would be lost are refused, and a closed pipe ends it quietly") {
  TemporaryFolder folder;
  const std::string pairs = mixed_pairs(30);
  folder.write("pairs.jsonl", pairs);
  for (const char* flag : {"--output", "--resume", "--summary"}) {
    INFO(flag);
    CHECK(run_storydiff(folder, {"batch", "pairs.jsonl", flag, "./pairs.jsonl"}).status == 2);
  }
  CHECK(bytes_of(folder.path() / "pairs.jsonl") == pairs);
  CHECK(run_storydiff(folder, {"batch", "pairs.jsonl", "--output", "a", "--summary", "a"}).status == 2);
  CHECK(run_storydiff(folder, {"batch", "pairs.jsonl", "--output", "a", "--resume", "a"}).status == 2);
  CHECK(run_storydiff(folder, {"batch", "pairs.jsonl", "--output", "nowhere/a"}).status == 2);
  CHECK(run_storydiff(folder, {"batch", "pairs.jsonl", "--output", "/dev/null"}).status == 2);
  ProcessRequest request = storydiff_request(folder, {"batch", "pairs.jsonl", "--jobs", "4"});
  request.broken_pipe = true;
  const ProcessResult broken = run_process(request);
  CHECK(broken.status == 2);
  CHECK(broken.err.empty());
}
