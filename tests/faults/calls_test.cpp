// Each call to the system fails once, at each place where it is made: the program ends as it should, and leaves nothing
// half-done behind.
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "faults/faulted_run.hpp"
#include "support/catch.hpp"

using namespace storydiff_test;

namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

const std::vector<std::string> kInputs{"wire.txt", "same.txt", "opinion.txt", "pairs.jsonl"};

/// A folder with texts and pairs of them.
struct Texts {
  TemporaryFolder folder;
  Texts() {
    write_texts(folder);
    folder.write("pairs.jsonl",
                 "{\"id\":1,\"sources\":[\"wire.txt\"],\"target\":\"opinion.txt\"}\n"
                 "{\"id\":2,\"sources\":[\"wire.txt\"],\"target\":\"same.txt\"}\n");
  }
};

}  // namespace

TEST_CASE("any file that can not be opened, and any other call that fails, is no crash and no half-written file") {
  const Fault faults[] = {{"open", EACCES}, {"open", EMFILE}, {"read", EIO},     {"write", ENOSPC},
                          {"close", EIO},   {"rename", EIO},  {"fchmod", EPERM}, {"mmap", ENOMEM}};
  const std::vector<std::string> arguments{"compare", "wire.txt", "opinion.txt", "--json", "out.json", "--html", "-"};
  for (const Fault& fault : faults) {
    const Texts texts;
    static_cast<void>(run_faulted(texts.folder, arguments, fault, 0));
    const auto calls = counted_calls(texts.folder);
    REQUIRE(calls);
    INFO(fault.call << ": " << *calls << " calls");
    // Files are opened in dozens, and a comparison has to open at least its texts and its report.
    REQUIRE(*calls >= 1);
    for (long at = 1; at <= *calls; ++at) {
      INFO("call " << at);
      std::filesystem::remove(texts.folder.path() / "out.json");
      const ProcessResult result = run_faulted(texts.folder, arguments, fault, at);
      check_ends_well(result);
      check_leaves_nothing(texts.folder, kInputs, "out.json");
      // What is said to be there is there.
      if (result.status != 2) CHECK(std::filesystem::exists(texts.folder.path() / "out.json"));
    }
  }
}

TEST_CASE("a report that could not be replaced is the old one") {
  for (const Fault& fault :
       {Fault{"write", ENOSPC}, Fault{"rename", EIO}, Fault{"close", EIO}, Fault{"fchmod", EPERM}}) {
    const Texts texts;
    const std::vector<std::string> arguments{"compare", "wire.txt", "opinion.txt", "--json", "out.json", "--quiet"};
    static_cast<void>(run_faulted(texts.folder, arguments, fault, 0));
    const auto calls = counted_calls(texts.folder);
    REQUIRE(calls);
    const std::string report = bytes_of(texts.folder.path() / "out.json");
    for (long at = 1; at <= *calls; ++at) {
      INFO(fault.call << " " << at);
      texts.folder.write("out.json", "{\"old\": 1}\n");
      const ProcessResult result = run_faulted(texts.folder, arguments, fault, at);
      check_ends_well(result);
      CHECK(bytes_of(texts.folder.path() / "out.json") == (result.status == 2 ? "{\"old\": 1}\n" : report));
    }
  }
}

TEST_CASE("a batch whose calls fail loses no whole line, and goes on with --resume to the same bytes") {
  const std::vector<std::string> arguments{"batch",  "pairs.jsonl", "--resume", "out.jsonl",
                                           "--jobs", "1",           "--select", "summary"};
  for (const Fault& fault :
       {Fault{"write", ENOSPC}, Fault{"read", EIO}, Fault{"ftruncate", EIO}, Fault{"close", EIO}}) {
    const Texts texts;
    REQUIRE(run_faulted(texts.folder, arguments, fault, 0).status == 0);
    const auto calls = counted_calls(texts.folder);
    REQUIRE(calls);
    const std::string whole = bytes_of(texts.folder.path() / "out.jsonl");
    for (long at = 1; at <= *calls; ++at) {
      INFO(fault.call << " " << at);
      std::filesystem::remove(texts.folder.path() / "out.jsonl");
      const ProcessResult result = run_faulted(texts.folder, arguments, fault, at);
      check_ends_well(result);
      // A text that could not be read is a record that says so.
      if (bytes_of(texts.folder.path() / "out.jsonl").find("\"error\"") != std::string::npos) continue;
      CHECK(run_storydiff(texts.folder, arguments).status == 0);
      CHECK(bytes_of(texts.folder.path() / "out.jsonl") == whole);
    }
  }
}

TEST_CASE("a batch that is killed in the middle of a line goes on with --resume to the same bytes") {
  const std::vector<std::string> arguments{"batch",  "pairs.jsonl", "--resume", "out.jsonl",
                                           "--jobs", "1",           "--select", "summary"};
  const Texts texts;
  const auto left = [&] { return bytes_of(texts.folder.path() / "out.jsonl"); };
  REQUIRE(run_storydiff(texts.folder, arguments).status == 0);
  const std::string whole = left();
  int halves = 0;
  for (const char* call : {"write", "ftruncate", "close"}) {
    const Fault fault{call, 0, true};
    std::filesystem::remove(texts.folder.path() / "out.jsonl");
    REQUIRE(run_faulted(texts.folder, arguments, fault, 0).status == 0);
    const auto calls = counted_calls(texts.folder);
    REQUIRE(calls);
    for (long at = 1; at <= *calls; ++at) {
      std::filesystem::remove(texts.folder.path() / "out.jsonl");
      // A second time while the first one's half line is there.
      for (const long again : {at, 1L}) {
        INFO(call << " " << at << ", then " << again);
        CHECK(run_faulted(texts.folder, arguments, fault, again).status == 128 + SIGKILL);
        CHECK(whole.starts_with(left()));
        if (!left().empty() && !left().ends_with('\n')) ++halves;
      }
      CHECK(run_storydiff(texts.folder, arguments).status == 0);
      CHECK(left() == whole);
    }
  }
  // Each of the two records, and the one that was begun after it.
  CHECK(halves >= 4);
}

TEST_CASE("a report is the old one or the new one, at whichever call the program is killed") {
  const Texts texts;
  const std::vector<std::string> arguments{"compare", "wire.txt", "opinion.txt", "--json", "out.json", "--quiet"};
  const auto left = [&] { return bytes_of(texts.folder.path() / "out.json"); };
  REQUIRE(run_storydiff(texts.folder, arguments).status == 1);
  const std::string report = left();
  for (const char* call : {"write", "fchmod", "close", "rename"}) {
    const Fault fault{call, 0, true};
    REQUIRE(run_faulted(texts.folder, arguments, fault, 0).status == 1);
    const auto calls = counted_calls(texts.folder);
    REQUIRE(calls);
    for (long at = 1; at <= *calls; ++at) {
      INFO(call << " " << at);
      texts.folder.write("out.json", "old");
      CHECK(run_faulted(texts.folder, arguments, fault, at).status == 128 + SIGKILL);
      CHECK((left() == "old" || left() == report));
    }
  }
}

TEST_CASE("reads and writes that are interrupted, or take but a few bytes, change nothing") {
  for (const char* trouble : {"FAULT_PIECES", "FAULT_CLOCK"}) {
    const Texts texts;
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"compare", "wire.txt", "opinion.txt", "--json", "-"},
          {"compare", "-", "opinion.txt", "--html", "-"},
          {"compare", "wire.txt", "opinion.txt", "--timeout", "600", "--markdown", "-"},
          {"batch", "pairs.jsonl", "--jobs", "2"}}) {
      ProcessRequest request = storydiff_request(texts.folder, arguments);
      request.input = bytes_of(texts.folder.path() / "wire.txt");
      const ProcessResult plain = run_process(request);
      request.environment["LD_PRELOAD"] = FAULTS_SHIM;
      request.environment[trouble] = "1";
      const ProcessResult result = run_process(request);
      INFO(trouble << " " << arguments[0] << " " << arguments.back() << result.err);
      CHECK(result.status == plain.status);
      CHECK((result.out == plain.out));
      CHECK(result.err == plain.err);
    }
  }
}
