#include <string>
#include <vector>

#include "cli/program.hpp"
#include "support/catch.hpp"

using namespace storydiff_test;

TEST_CASE("show: needs neither the texts nor the plugins, and writes canonical JSON") {
  TemporaryFolder folder;
  write_texts(folder);
  const ProcessResult made = run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--json", "-"});
  std::filesystem::remove(folder.path() / "wire.txt");
  std::filesystem::remove(folder.path() / "opinion.txt");
  const ProcessResult again = run_storydiff(folder, {"show", "-", "--json", "-"}, made.out);
  CHECK(again.status == 0);
  CHECK(again.out == made.out);
  const ProcessResult coloured = run_storydiff(folder, {"show", "-", "--color", "always"}, made.out);
  CHECK(coloured.out.starts_with("\x1b[1mPartially"));
}

TEST_CASE("show: a report with a place outside its text is refused") {
  TemporaryFolder folder;
  write_texts(folder);
  std::string report = run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--json", "-"}).out;
  const std::string members = "\"sentences\": [\n    {\n     \"span\": [\n      0,";
  const std::size_t place = report.rfind(members);
  REQUIRE(place != std::string::npos);
  report.replace(place + members.size() - 2, 1, "999999");
  const ProcessResult result = run_storydiff(folder, {"show", "-"}, report);
  CHECK(result.status == 2);
  CHECK(result.err.find("at /documents/target/sentences/0/span/0: the number is too large") != std::string::npos);
}

TEST_CASE("show: the page is the one that compare writes, and takes no report's place") {
  TemporaryFolder folder;
  write_texts(folder);
  const ProcessResult made = run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--html", "-"});
  CHECK(made.status == 1);
  CHECK(made.out.starts_with("<!doctype html>"));
  CHECK(made.out.ends_with("</html>\n"));
  const ProcessResult both =
      run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--json", "r.json", "--html", "p.html", "--quiet"});
  CHECK(both.out.empty());
  CHECK(run_storydiff(folder, {"show", "r.json", "--html", "-"}).out == made.out);

  struct Row {
    std::vector<std::string> arguments;
    const char* message;
  };
  const Row rows[] = {
      {{"compare", "wire.txt", "opinion.txt", "--html", "./wire.txt"},
       "is one of the texts, and the report would take its place: give --html another file"},
      {{"compare", "wire.txt", "opinion.txt", "--json", "-", "--html", "-"},
       "--json and --html can not both write to standard output"},
      {{"compare", "wire.txt", "opinion.txt", "--json", "r.json", "--html", "./r.json"}, "can not both write to"},
      {{"show", "r.json", "--html", "./r.json"}, "is the report that is read"},
  };
  for (const Row& row : rows) {
    const ProcessResult result = run_storydiff(folder, row.arguments);
    INFO(result.err);
    CHECK(result.status == 2);
    CHECK(result.err.find(row.message) != std::string::npos);
  }
  CHECK(run_storydiff(folder, {"show", "r.json", "--json", "r.json"}).status == 0);
}
