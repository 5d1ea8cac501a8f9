// Plugins that do their worst: the check ends, says what happened, and leaves nothing behind.
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

#include "checked_folder.hpp"
#include "support/catch.hpp"

using namespace storydiff_test;
using nlohmann::json;

namespace {

/// Whether this kernel gives unprivileged processes a namespace of their own. Only there a plugin can be
/// kept from signalling the checker.
bool namespaces_are_granted() {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(::unshare(CLONE_NEWUSER | CLONE_NEWPID) == 0 ? 0 : 1);
  int status = 1;
  ::waitpid(child, &status, 0);
  return status == 0;
}

/// Processes that have a file of `folder` in their memory.
std::vector<std::string> processes_of(const TemporaryFolder& folder) {
  std::vector<std::string> found;
  std::error_code ec;
  for (const auto& entry : std::filesystem::directory_iterator("/proc", ec)) {
    const std::string name = entry.path().filename();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    std::ifstream maps(entry.path() / "maps");
    const std::string text(std::istreambuf_iterator<char>(maps), {});
    if (text.find(folder.path().string()) != std::string::npos) found.push_back(name);
  }
  return found;
}

json outcome_of(const TemporaryFolder& folder, const std::string& check, const std::string& seconds) {
  const ProcessResult result = check_plugin(folder, {"--json", "-", "--only", check, "--time-limit", seconds});
  return checks_of(result).at(check);
}

}  // namespace

TEST_CASE("a plugin that does its worst is survived, named, and gone") {
  struct Row {
    const char* behaviour;
    const char* check;
    const char* seconds;
    const char* status;
    const char* words;
  };
  const Row rows[] = {
    {"exits", "edits-stories", "30", "crashed", "ended with exit status 0, at text '"},
    {"closes-everything", "edits-stories", "30", "crashed", "exit status"},
    {"floods-stdout", "edits-stories", "2", "timed out", "not done in 2 s, at text '"},
    {"floods-stderr", "edits-stories", "30", "failed", "floods standard error"},
    {"hangs", "edits-stories", "2", "timed out", "not done in 2 s, at text '"},
    {"hangs-on-megabytes", "edits-hostile", "20", "timed out", "at text 'one-line-of-5-mb'"},
    {"forks", "edits-stories", "30", "passed", ""},
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    {"takes-all-memory", "edits-stories", "30", "crashed", "SIGSEGV"},
#endif
  };
  for (const Row& row : rows) {
    INFO(row.behaviour);
    const TemporaryFolder folder;
    write_checked_plugin(folder, row.behaviour);
    const json check = outcome_of(folder, row.check, row.seconds);
    INFO(check);
    CHECK(check.at("status") == row.status);
    if (*row.words != '\0') CHECK(check.at("reason").get<std::string>().find(row.words) != std::string::npos);
    CHECK(processes_of(folder).empty());
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path() / "checked"), {}) == 3);
  }
}

TEST_CASE("a plugin can not end the checker") {
  if (!namespaces_are_granted()) return;
  const TemporaryFolder folder;
  write_checked_plugin(folder, "kills-its-parent");
  CHECK(outcome_of(folder, "edits-stories", "30").at("status") == "passed");
}

TEST_CASE("after three checks that time out, the rest is skipped") {
  const TemporaryFolder folder;
  write_checked_plugin(folder, "hangs");
  const ProcessResult result = check_plugin(folder, {"--json", "-", "--time-limit", "2"});
  CHECK(result.status == 1);
  std::size_t timed_out = 0;
  for (const auto& [id, check] : checks_of(result)) {
    if (check.at("status") == "timed out") ++timed_out;
    if (check.at("status") == "failed" || check.at("status") == "crashed") FAIL(check);
  }
  CHECK(timed_out == 3);
}
