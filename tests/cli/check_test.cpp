#include <nlohmann/json.hpp>
#include <string>

#include "cli/program.hpp"
#include "support/catch.hpp"

using namespace storydiff_test;

namespace {

void write_pair(const TemporaryFolder& folder) {
  const std::string lede =
      "The harbour board of Lindmoor closed the fish market on Tuesday after a wall collapsed.\n\n";
  folder.write("wire.txt", lede + "Über die Kosten: the repair will cost 240,000 euros, the board said.\n");
  folder.write("same.txt", lede + "Über die Kosten: the repair will cost 240,000 euros, the board said.\n");
  folder.write("edited.txt", lede + "Über die Kosten: the repair will cost 420,000 euros, the board said.\n");
  folder.write("softer.txt", lede + "Über die Kosten: the repair will cost about 240,000 euros, the board said.\n");
}

}  // namespace

TEST_CASE("check: one finding a line, as editors read it, and what the exit status says") {
  TemporaryFolder folder;
  write_pair(folder);
  const ProcessResult changed = run_storydiff(folder, {"check", "wire.txt", "edited.txt"});
  INFO(changed.out << changed.err);
  CHECK(changed.status == 1);
  CHECK(changed.err.empty());
  CHECK(changed.out.starts_with("edited.txt:3:39: alert: A figure changed: the source has “240,000 euros”"));
  CHECK(changed.out.find(" [figure-changed]\n") != std::string::npos);

  const ProcessResult same = run_storydiff(folder, {"check", "wire.txt", "same.txt"});
  CHECK(same.status == 0);
  CHECK(same.out.empty());

  struct Row {
    const char* target;
    const char* fail_on;
    int status;
  };
  const Row rows[] = {{"edited.txt", "alert", 1},
                      {"softer.txt", "alert", 0},
                      {"softer.txt", "review", 1},
                      {"softer.txt", "info", 1},
                      {"same.txt", "info", 0}};
  for (const Row& row : rows) {
    CAPTURE(row.target, row.fail_on);
    CHECK(run_storydiff(folder, {"check", "wire.txt", row.target, "--fail-on", row.fail_on}).status == row.status);
    CHECK(run_storydiff(folder, {"compare", "wire.txt", row.target, "--quiet", "--fail-on", row.fail_on}).status ==
          row.status);
  }
}

TEST_CASE("check: SARIF says the same places, to a file or instead of the lines") {
  TemporaryFolder folder;
  write_pair(folder);
  const ProcessResult filed =
      run_storydiff(folder, {"check", "wire.txt", "edited.txt", "--sarif", "f.sarif", "--fail-on", "alert"});
  CHECK(filed.status == 1);
  CHECK(filed.out.starts_with("edited.txt:3:39: alert: "));
  const ProcessResult streamed = run_storydiff(folder, {"check", "wire.txt", "edited.txt", "--sarif", "-"});
  CHECK(streamed.status == 1);
  const auto log = nlohmann::json::parse(streamed.out);
  const auto& region = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
  CHECK(region["startLine"] == 3);
  CHECK(region["startColumn"] == 39);
  CHECK(region["snippet"]["text"] == "420,000 euros");
  CHECK(run_storydiff(folder, {"check", "wire.txt", "edited.txt", "--sarif", "wire.txt"}).status == 2);
}

TEST_CASE("check: a bound that was hit is a warning, for nothing else would show") {
  TemporaryFolder folder;
  std::string source;
  std::string target;
  for (int i = 0; i < 300; ++i) {
    source += "The police found three men on the hill.\n\n";
    target += "The police found four men on the hill.\n\n";
  }
  folder.write("a.txt", source);
  folder.write("b.txt", target);
  const ProcessResult result = run_storydiff(folder, {"check", "a.txt", "b.txt"});
  CHECK(result.err.starts_with("storydiff: warning: findings may be missing: align: "));
  CHECK(result.err.find('\n') + 1 == result.err.size());
}

TEST_CASE("check: bad input is one line and 2") {
  TemporaryFolder folder;
  write_pair(folder);
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"check"},
                                                    {"check", "wire.txt"},
                                                    {"check", "wire.txt", "absent.txt"},
                                                    {"check", "wire.txt", "same.txt", "--fail-on", "panic"},
                                                    {"check", "-", "-"}}) {
    const ProcessResult refused = run_storydiff(folder, arguments);
    CAPTURE(refused.err);
    CHECK(refused.status == 2);
    CHECK(refused.out.empty());
    CHECK(refused.err.find('\n') + 1 == refused.err.size());
  }
}
