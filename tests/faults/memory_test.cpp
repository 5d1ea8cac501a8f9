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
  for (int i = 0; i < 1500; ++i)
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

/// How runs ended. Libraries end the program at a few places where memory is refused: RE2 in the midst of making an
/// automaton, nlohmann's destructors, steps of std::filesystem's that must not throw (core/doc/limits.md). That is
/// rare, and then no output is there.
class Endings {
 public:
  /// Whether the program lived to say how it ended, which is well. `output`: the file that is whole or not there; empty
  /// where there is none.
  bool ends_well(ProcessResult& result, const TemporaryFolder& folder, const std::string& output) {
    ++all_;
    leave_out_re2(result.err);
    constexpr int kSignals = 128;
    if (result.status <= kSignals) {
      check_ends_well(result);
      return true;
    }
    ++killed_;
    if (!output.empty()) CHECK(!std::filesystem::exists(folder.path() / output));
    return false;
  }
  void check_few_killed() const { CHECK(killed_ * 20 <= all_); }

 private:
  int all_ = 0;
  int killed_ = 0;
};

}  // namespace

TEST_CASE("a limit to memory is an error, however tight it is") {
  const TemporaryFolder folder;
  write_long_texts(folder);
  const auto within = [&](int kilobytes, const char* command) {
    ProcessRequest request = storydiff_request(folder, {});
    request.command = {"/bin/sh", "-c", "ulimit -v " + std::to_string(kilobytes) + "; exec \"$0\" " + command,
                       STORYDIFF_PROGRAM};
    return run_process(request);
  };
  Endings endings;
  const auto has_enough = [&](int kilobytes) {
    ProcessResult result = within(kilobytes, "compare a.txt b.txt --quiet --json out.json");
    INFO("within " << kilobytes << " KB");
    if (!endings.ends_well(result, folder, "out.json")) return false;
    check_leaves_nothing(folder, kInputs, "out.json");
    std::filesystem::remove(folder.path() / "out.json");
    return result.status != 2;
  };
  // Two limits close together, of which `holds` for the upper one.
  const auto between = [](int too_little, int enough, const auto& holds) {
    constexpr int kClose = 2048;
    while (enough - too_little > kClose) {
      const int middle = too_little + (enough - too_little) / 2;
      (holds(middle) ? enough : too_little) = middle;
    }
    return enough;
  };
  constexpr int kPlenty = 1'000'000;
  // With less there is not enough to load its libraries.
  const int starts = between(0, kPlenty, [&](int kilobytes) { return within(kilobytes, "--version").status == 0; });
  const int enough = between(starts, kPlenty, has_enough);
  // All the way between the two, where every part of a comparison may be the one that is refused.
  constexpr int kRungs = 16;
  REQUIRE(enough - starts > kRungs);
  int refused = 0;
  for (int rung = 0; rung < kRungs; ++rung)
    if (!has_enough(starts + (enough - starts) / kRungs * rung)) ++refused;
  CHECK(refused > kRungs / 2);
  // More is never too little: what the program takes for itself at its start is not missing later.
  for (const int more : {enough + enough / 4, 200'000, 320'000, 400'000, 1'110'000, 1'370'000, 4'250'000})
    if (more > enough) CHECK(has_enough(more));
  endings.check_few_killed();
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
  Endings endings;
  for (long at = 1; at <= *calls; at += step) {
    INFO("piece " << at << " of " << *calls);
    std::filesystem::remove(folder.path() / "out.json");
    ProcessResult result = run_faulted(folder, arguments, fault, at);
    if (endings.ends_well(result, folder, "out.json"))
      check_leaves_nothing(folder, {"wire.txt", "same.txt", "opinion.txt"}, "out.json");
  }
  endings.check_few_killed();
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
  Endings endings;
  for (long at = 1; at <= *calls; at += step) {
    INFO("piece " << at << " of " << *calls);
    std::filesystem::remove(folder.path() / "out.jsonl");
    ProcessResult result = run_faulted(folder, arguments, fault, at);
    // What it had written by then `batch --resume` goes on from, as after any kill.
    if (!endings.ends_well(result, folder, "")) continue;
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
  endings.check_few_killed();
}
