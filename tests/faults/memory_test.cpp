// Memory that is not to be had.
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "faults/faulted_run.hpp"
#include "support/catch.hpp"

using namespace storydiff_test;

namespace {

/// Enough that a comparison needs more memory than the program itself.
void write_long_texts(const TemporaryFolder& folder) {
  std::string text;
  for (int i = 0; i < 4000; ++i)
    text += "Train " + std::to_string(i) + " from Lisbon was " + std::to_string(i * 7) + " minutes late on Sunday.\n\n";
  folder.write("a.txt", text);
  folder.write("b.txt", text.substr(text.size() / 2) + text.substr(0, text.size() / 3));
}

const std::vector<std::string> kInputs{"a.txt", "b.txt"};

/// RE2 tells of a walk that an exception ended; nobody can make it silent.
void leave_out_re2(std::string& text) {
  const std::string line = "./re2/walker-inl.h:149: Stack not empty.\n";
  for (std::size_t at = text.find(line); at != std::string::npos; at = text.find(line)) text.erase(at, line.size());
}

}  // namespace

TEST_CASE("a limit to memory is an error, however tight it is") {
  const TemporaryFolder folder;
  write_long_texts(folder);
  int refused = 0;
  int done = 0;
  for (int kilobytes = 24'000; kilobytes < 1'500'000; kilobytes += kilobytes / 5) {
    const std::string limit = "ulimit -v " + std::to_string(kilobytes) + "; ";
    ProcessRequest request = storydiff_request(folder, {});
    request.command = {"/bin/sh", "-c", limit + "\"$0\" --version", STORYDIFF_PROGRAM};
    if (run_process(request).status != 0) continue;  // there is not enough to load its libraries
    request.command[2] = limit + "exec \"$0\" compare a.txt b.txt --quiet --json out.json";
    ProcessResult result = run_process(request);
    INFO("within " << kilobytes << " KB");
    leave_out_re2(result.err);
    check_ends_well(result);
    check_leaves_nothing(folder, kInputs, "out.json");
    ++(result.status == 2 ? refused : done);
    std::filesystem::remove(folder.path() / "out.json");
  }
  CHECK(refused > 0);
  CHECK(done > 0);
}

TEST_CASE("any piece of memory may be refused") {
  const TemporaryFolder folder;
  write_texts(folder);
  const std::vector<std::string> arguments{"compare", "wire.txt", "opinion.txt", "--quiet", "--json", "out.json"};
  const Fault fault{"memory", ENOMEM};
  static_cast<void>(run_faulted(folder, arguments, fault, 0));
  const auto calls = counted_calls(folder);
  REQUIRE(calls);
  REQUIRE(*calls > 1000);
  constexpr long kRuns = 150;
  // A step that has no factor with much: other pieces in each part of the way.
  const long step = *calls / kRuns | 1;
  for (long at = 1; at <= *calls; at += step) {
    INFO("piece " << at << " of " << *calls);
    std::filesystem::remove(folder.path() / "out.json");
    ProcessResult result = run_faulted(folder, arguments, fault, at);
    leave_out_re2(result.err);
    check_ends_well(result);
    check_leaves_nothing(folder, {"wire.txt", "same.txt", "opinion.txt"}, "out.json");
  }
}

TEST_CASE("a pair whose memory is refused is a record, and the batch goes on") {
  const TemporaryFolder folder;
  write_texts(folder);
  const std::string same = "{\"sources\":[\"wire.txt\"],\"target\":\"same.txt\"}\n";
  folder.write("pairs.jsonl", same + same);
  const std::vector<std::string> arguments{"batch",    "pairs.jsonl", "--jobs",   "1",
                                           "--select", "summary",     "--output", "out.jsonl"};
  const Fault fault{"memory", ENOMEM};
  static_cast<void>(run_faulted(folder, arguments, fault, 0));
  const auto calls = counted_calls(folder);
  REQUIRE(calls);
  constexpr long kRuns = 60;
  const long step = *calls / kRuns | 1;
  int refused = 0;
  for (long at = 1; at <= *calls; at += step) {
    INFO("piece " << at << " of " << *calls);
    std::filesystem::remove(folder.path() / "out.jsonl");
    ProcessResult result = run_faulted(folder, arguments, fault, at);
    leave_out_re2(result.err);
    check_ends_well(result);
    std::ifstream records(folder.path() / "out.jsonl");
    int lines = 0;
    int errors = 0;
    for (std::string line; std::getline(records, line); ++lines) {
      REQUIRE(nlohmann::json::accept(line));
      if (line.find("\"error\":\"line " + std::to_string(lines + 1) + ": out of memory") != std::string::npos) ++errors;
    }
    // Either it did not begin, or both pairs have their line.
    CHECK((lines == 0 || lines == 2));
    CHECK(errors <= 1);
    refused += errors;
  }
  CHECK(refused > 0);
}
