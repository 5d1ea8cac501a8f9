#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "support/catch.hpp"

using nlohmann::json;
using namespace storydiff_test;

namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Pairs of two sentences; the fourth has no id, the fifth is wrong.
std::string short_pairs(int count) {
  std::string pairs;
  for (int i = 0; i < count; ++i) {
    const std::string story = "Train " + std::to_string(i) + " from Lisbon was " + std::to_string(i * 3) +
                              " minutes late on Sunday. Nobody \"was, really,\\ hurt\".";
    json pair{{"sources", json::array({json{{"text", story}}})}, {"target", {{"text", story + " It rained."}}}};
    if (i != 3) pair["id"] = i % 2 == 0 ? json(i) : json("a \"train\", no. " + std::to_string(i));
    if (i == 4) pair.erase("target");
    pairs += pair.dump() + "\n";
  }
  return pairs;
}

std::vector<std::string> timed(const std::string& signal, double seconds, std::vector<std::string> arguments) {
  std::vector<std::string> command{"/usr/bin/timeout", "-s", signal, std::to_string(seconds), STORYDIFF_PROGRAM};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return command;
}

bool only_whole_lines(const std::string& bytes) { return bytes.empty() || bytes.back() == '\n'; }

}  // namespace

TEST_CASE("batch --resume completes to the same bytes wherever the file was cut") {
  TemporaryFolder folder;
  folder.write("pairs.jsonl", short_pairs(8));
  CHECK(run_storydiff(folder, {"batch", "pairs.jsonl", "--output", "whole.jsonl", "--summary", "whole.json"}).status ==
        2);
  const std::string whole = bytes_of(folder.path() / "whole.jsonl");
  REQUIRE(whole.size() > 2000);
  std::vector<std::size_t> cuts{0, 1, whole.size() - 1, whole.size(), whole.find('\n'), whole.find('\n') + 1};
  for (std::size_t cut = 100; cut < whole.size(); cut += whole.size() / 12) cuts.push_back(cut);
  for (const std::size_t cut : cuts) {
    INFO(cut);
    folder.write("cut.jsonl", whole.substr(0, cut));
    const ProcessResult result =
        run_storydiff(folder, {"batch", "pairs.jsonl", "--resume", "cut.jsonl", "--summary", "cut.json"});
    CHECK(result.status == 2);
    CHECK(result.err == "storydiff: 1 of 8 pairs could not be compared\n");
    CHECK((bytes_of(folder.path() / "cut.jsonl") == whole));
    CHECK(bytes_of(folder.path() / "cut.json") == bytes_of(folder.path() / "whole.json"));
  }
  folder.write("cut.jsonl", whole.substr(0, whole.size() / 2));
  CHECK(run_storydiff(folder, {"batch", "pairs.jsonl", "--resume", "cut.jsonl"}).err ==
        "storydiff: 1 of 8 pairs could not be compared\n");
  // What is not there yet is begun.
  CHECK(run_storydiff(folder, {"batch", "pairs.jsonl", "--resume", "new.jsonl"}).status == 2);
  CHECK((bytes_of(folder.path() / "new.jsonl") == whole));
}

TEST_CASE("batch --resume goes by ids where the order is not that of the input") {
  TemporaryFolder folder;
  const std::string pairs =
      "{\"id\":\"a\",\"sources\":[{\"text\":\"A.\"}],\"target\":{\"text\":\"A.\"}}\n"
      "no JSON\n"
      "{\"id\":\"b\",\"sources\":[{\"text\":\"B.\"}],\"target\":{\"text\":\"B.\"}}\n"
      "{\"id\":3,\"sources\":[{\"text\":\"C.\"}],\"target\":{\"text\":\"C.\"}}\n";
  folder.write("pairs.jsonl", pairs);
  folder.write("out.jsonl",
               "{\"id\":3,\"summary\":{}}\n"
               "{\"id\":null,\"error\":\"line 2: this is no JSON object\"}\n"
               "{\"id\":\"a\",\"summ");
  const ProcessResult result =
      run_storydiff(folder, {"batch", "pairs.jsonl", "--resume", "out.jsonl", "--unordered", "--select", "summary"});
  CHECK(result.status == 2);
  std::string ids;
  std::ifstream file(folder.path() / "out.jsonl");
  for (std::string line; std::getline(file, line);) ids += json::parse(line).at("id").dump() + " ";
  CHECK((ids == "3 null \"a\" \"b\" " || ids == "3 null \"b\" \"a\" "));
}

TEST_CASE("batch --unordered --resume refuses a file of other pairs, but from a pipe it can not tell") {
  TemporaryFolder folder;
  folder.write("pairs.jsonl", short_pairs(3));
  const std::string others = "{\"id\":0,\"summary\":{}}\n{\"id\":\"of another\",\"summary\":{}}\n";
  folder.write("out.jsonl", others);
  const std::vector<std::string> more{"--resume", "out.jsonl", "--unordered", "--select", "summary"};
  for (const std::string from : {"pairs.jsonl", "/dev/stdin"}) {
    INFO(from);
    std::vector<std::string> arguments{"batch", from};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const bool piped = from != "pairs.jsonl";
    const ProcessResult result = run_storydiff(folder, arguments, piped ? short_pairs(3) : "");
    CHECK(result.status == (piped ? 0 : 2));
    CHECK(result.err == (piped ? ""
                               : "storydiff: out.jsonl: has a record of \"of another\", and no pair has that id: the "
                                 "file was made from another input; name another file\n"));
    const std::string left = bytes_of(folder.path() / "out.jsonl");
    CHECK(left.starts_with(others));
    CHECK((left == others) == !piped);
  }
}

TEST_CASE("batch --resume refuses a file that was not made from this input") {
  TemporaryFolder folder;
  folder.write("pairs.jsonl", short_pairs(3));
  struct Row {
    const char* out;
    std::vector<std::string> more;
    const char* error;
  };
  const Row rows[] = {
      {"a story\n", {}, "line 1 is no record of a batch"},
      {"{\"id\":7,\"summary\":{}}\n", {}, "line 1 is of 7, and the pair there is 0"},
      {"{\"id\":null,\"summary\":{}}\n", {}, "line 1 is of a pair without an id, and the pair there is 0"},
      {"{\"id\":null,\"summary\":{}}\n", {"--unordered"}, "has no id, so --unordered can not tell"},
      {"{\"id\":1,\"a\":2}\n{\"id\":1,\"a\":2}\n", {"--unordered"}, "line 2 has the id of another one"},
      {"{\"id\":0,\"figures\":[]}\n", {"--summary", "totals.json"}, "line 1 has no summary and findings to count"},
      {"{\"id\":0,\"error\":\"x\"}\n{\"id\":\"a \\\"train\\\", no. 1\"}\n{\"id\":2}\n{\"id\":9}\n",
       {},
       "line 4 is one more than there are pairs"},
  };
  for (const Row& row : rows) {
    folder.write("out.jsonl", row.out);
    std::vector<std::string> arguments{"batch", "pairs.jsonl", "--resume", "out.jsonl"};
    arguments.insert(arguments.end(), row.more.begin(), row.more.end());
    const ProcessResult result = run_storydiff(folder, arguments);
    INFO(row.out << result.err);
    CHECK(result.status == 2);
    CHECK(result.err.find(row.error) != std::string::npos);
    CHECK(bytes_of(folder.path() / "out.jsonl") == row.out);
  }
}

TEST_CASE("batch: killed at any moment, --resume completes to the same bytes") {
  TemporaryFolder folder;
  folder.write("pairs.jsonl", short_pairs(40));
  const auto start = std::chrono::steady_clock::now();
  CHECK(run_storydiff(folder, {"batch", "pairs.jsonl", "--output", "whole.jsonl", "--jobs", "2"}).status == 2);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const std::string whole = bytes_of(folder.path() / "whole.jsonl");

  std::mt19937 random(81);
  int cut_short = 0;
  for (int round = 0; round < 10; ++round) {
    std::filesystem::remove(folder.path() / "out.jsonl");
    const double after = seconds * static_cast<double>(random() % 1000) / 1000;
    ProcessRequest request = storydiff_request(folder, {});
    request.command = timed("KILL", after + 0.001, {"batch", "pairs.jsonl", "--resume", "out.jsonl", "--jobs", "2"});
    static_cast<void>(run_process(request));
    const std::string left = bytes_of(folder.path() / "out.jsonl");
    INFO("after " << after << " s: " << left.size() << " of " << whole.size() << " bytes");
    CHECK(whole.starts_with(left));
    if (left.size() < whole.size()) ++cut_short;
    CHECK(run_storydiff(folder, {"batch", "pairs.jsonl", "--resume", "out.jsonl", "--jobs", "2"}).status == 2);
    CHECK((bytes_of(folder.path() / "out.jsonl") == whole));
  }
  CHECK(cut_short > 0);
}

TEST_CASE("batch: SIGINT and SIGTERM finish what has begun, and say how to go on") {
  struct Row {
    const char* signal;
    int status;
  };
  for (const Row& row : {Row{"INT", 130}, Row{"TERM", 143}}) {
    TemporaryFolder folder;
    const std::string pairs = short_pairs(12);
    folder.write("pairs.jsonl", pairs);
    // Six pairs are there and written, more are awaited: then the signal comes.
    const std::string script =
        "mkfifo pipe; env --default-signal=INT \"$0\" batch - --output out.jsonl --summary totals.json < pipe & "
        "exec 3> pipe; head -n 6 pairs.jsonl >&3; "
        "n=0; until [ -e out.jsonl ] && [ $(wc -l < out.jsonl) -ge 6 ] || [ $n -ge 2000 ]; do n=$((n+1)); sleep 0.02; "
        "done; kill -" +
        std::string(row.signal) + " $!; wait $!";
    ProcessRequest request = storydiff_request(folder, {});
    request.command = {"/bin/sh", "-c", script, STORYDIFF_PROGRAM};
    const ProcessResult result = run_process(request);
    INFO(row.signal << " " << result.err);
    CHECK(result.status == row.status);
    CHECK(result.err == "storydiff: stopped by a signal after 6 pairs; go on with --resume out.jsonl\n");
    const std::string left = bytes_of(folder.path() / "out.jsonl");
    CHECK(only_whole_lines(left));
    CHECK(json::parse(bytes_of(folder.path() / "totals.json")).at("complete") == false);
    CHECK(run_storydiff(folder, {"batch", "pairs.jsonl", "--resume", "out.jsonl"}).status == 2);
    CHECK(run_storydiff(folder, {"batch", "pairs.jsonl", "--output", "whole.jsonl"}).status == 2);
    CHECK((bytes_of(folder.path() / "out.jsonl") == bytes_of(folder.path() / "whole.jsonl")));
  }
}
