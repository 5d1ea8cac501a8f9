// The command: what it takes, what it prints, how it ends.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "checked_folder.hpp"
#include "cli/program.hpp"
#include "support/catch.hpp"

using namespace storydiff_test;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("what plugin check takes, and what is trouble") {
  const TemporaryFolder folder;
  write_checked_plugin(folder, "good");
  folder.write("other.so", "no library");
  folder.write("broken/plugin.json", "{");
  std::filesystem::create_directory(folder.path() / "sources");
  std::filesystem::copy_file(folder.path() / "checked/plugin.json", folder.path() / "sources/plugin.json");
  struct Row {
    std::vector<std::string> arguments;
    int status;
    const char* out;
    const char* err;
  };
  const Row rows[] = {
      {{}, 2, "", "needs a FILE or DIR"},
      {{"nowhere"}, 2, "", "nowhere: no such file or folder"},
      {{"."}, 2, "", "has no plugin.json"},
      {{"other.so"}, 2, "", "there is no plugin.json beside it"},
      {{"checked/behaviour"}, 2, "", "is not the library of the plugin.json beside it"},
      {{"broken"}, 2, "", "is no valid JSON"},
      {{"sources"}, 2, "", "/sources/build && cmake --build "},
      {{"sources/plugin.json", "--only", "load"}, 2, "", "plugin 'checked' is not built: there is no checked.so in "},
      {{"checked", "--only", "determinsm"}, 2, "", "there is no check 'determinsm'; did you mean 'determinism'?"},
      {{"checked", "--time-limit", "0"}, 2, "", "--time-limit"},
      {{"checked", "--seed", "x"}, 2, "", "--seed"},
      {{"checked", "--only", "load"}, 0, "1 check: 1 passed", ""},
      {{"checked/", "--only", "load"}, 0, "1 check: 1 passed", ""},
      {{"checked/plugin.json", "--only", "load"}, 0, "1 check: 1 passed", ""},
      {{"checked/checked.so", "--only", "load", "--only", "roles"}, 0, "2 checks: 2 passed", ""},
      {{"checked", "--only", "load", "--json"}, 0, "\"schema\": \"storydiff-plugin-check/1\"", ""},
      {{"--list"}, 0, "determinism ", ""},
      {{"--list", "--json"}, 0, "\"id\": \"determinism\"", ""},
      {{"--help"}, 0, "storydiff plugin check build/plugins/my-normalizer", ""},
  };
  for (const Row& row : rows) {
    std::vector<std::string> arguments{"plugin", "check"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const ProcessResult result = run_storydiff(folder, arguments);
    INFO((row.arguments.empty() ? "" : row.arguments.back()));
    INFO(result.out << result.err);
    CHECK(result.status == row.status);
    CHECK(holds(result.out, row.out));
    CHECK(holds(result.err, row.err));
    CHECK(result.out.empty() == (row.status == 2));
  }
}

TEST_CASE("the text names the plugin, the seed, each check, and how to repeat a bad one") {
  const TemporaryFolder folder;
  write_checked_plugin(folder, "invalid-on-an-address");
  const std::vector<std::string> arguments{"--only", "load", "--only", "fuzz", "--seed", "7"};
  const ProcessResult result = check_plugin(folder, arguments);
  INFO(result.out);
  CHECK(result.status == 1);
  CHECK(holds(result.out, "checked 1.0.0 " + (folder.path() / "checked").string() + "\nseed 7\n\n"));
  CHECK(holds(result.out, "\npassed     load\n"));
  CHECK(holds(result.out, "\nfailed     fuzz\n           Its edits of random texts are valid"));
  CHECK(holds(result.out, "\n           seed 7, text "));
  const std::string repeat =
      "storydiff plugin check " + (folder.path() / "checked").string() + " --only fuzz --seed 7\n";
  CHECK(holds(result.out, "           " + repeat));
  CHECK(holds(result.out, "\n2 checks: 1 passed, 1 failed\n"));
  CHECK_FALSE(holds(result.out, "\x1b["));
  CHECK(check_plugin(folder, arguments).out == result.out);
}

TEST_CASE("a seed that nobody gave is printed") {
  const TemporaryFolder folder;
  write_checked_plugin(folder, "good");
  const auto seed = [&] {
    const std::string out = check_plugin(folder, {"--only", "fuzz"}).out;
    const std::size_t begin = out.find("seed ");
    REQUIRE(begin != std::string::npos);
    return out.substr(begin, out.find('\n', begin) - begin);
  };
  CHECK(seed() != seed());
}

TEST_CASE("the text has colour where it is asked for") {
  const TemporaryFolder folder;
  write_checked_plugin(folder, "never-edits");
  const ProcessResult result = check_plugin(folder, {"--only", "load", "--only", "some-edit", "--color", "always"});
  CHECK(result.status == 0);
  CHECK(holds(result.out, "\x1b[32mpassed   \x1b[0m  load"));
  CHECK(holds(result.out, "\x1b[33mwarning  \x1b[0m  some-edit"));
}

TEST_CASE("the texts of the plugin's own cases are tried") {
  const TemporaryFolder folder;
  write_checked_plugin(folder, "invalid-on-an-address");
  CHECK(check_plugin(folder, {"--only", "edits-stories"}).status == 0);
  folder.write("checked/cases/address/input.txt", "A line.\n\nhttp://a.b/c\n");
  const ProcessResult result = check_plugin(folder, {"--only", "edits-stories"});
  CHECK(result.status == 1);
  CHECK(holds(result.out, "text 'cases/address/input.txt': drop of rule"));
}

TEST_CASE("the guide lists the checks as the program does") {
  const TemporaryFolder folder;
  const ProcessResult list = run_storydiff(folder, {"plugin", "check", "--list"});
  std::ifstream stream(STORYDIFF_SOURCE_DIR "/plugins/README.md", std::ios::binary);
  const std::string guide(std::istreambuf_iterator<char>(stream), {});
  CHECK(list.status == 0);
  CHECK(holds(guide, "```text\n" + list.out + "```\n"));
}
