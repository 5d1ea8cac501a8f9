#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "support/catch.hpp"

using namespace storydiff_test;

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

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
       "is one of the texts, and what is written would take its place: give --html another file"},
      {{"compare", "wire.txt", "opinion.txt", "--json", "-", "--html", "-"},
       "--json and --html can not both write to standard output"},
      {{"compare", "wire.txt", "opinion.txt", "--json", "r.json", "--html", "./r.json"}, "can not both write to"},
      {{"show", "r.json", "--html", "./r.json"}, "is the report that is read"},
      {{"show", "r.json", "--sarif", "r.json"}, "is the report that is read"},
      {{"show", "r.json", "--csv-links", "t.csv", "--csv-findings", "t.csv"},
       "--csv-links and --csv-findings can not both write to t.csv"},
      {{"show", "r.json", "--tei", "-", "--pan", "-"}, "--pan and --tei can not both write to standard output"},
  };
  for (const Row& row : rows) {
    const ProcessResult result = run_storydiff(folder, row.arguments);
    INFO(result.err);
    CHECK(result.status == 2);
    CHECK(result.err.find(row.message) != std::string::npos);
  }
  CHECK(run_storydiff(folder, {"show", "r.json", "--json", "r.json"}).status == 0);
}

TEST_CASE("show: each format to standard output is what compare writes to a file, and takes the text's place") {
  TemporaryFolder folder;
  write_texts(folder);
  CHECK(run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--quiet", "--json", "r.json"}).status == 1);
  struct Row {
    const char* flag;
    const char* begins;
  };
  for (const Row& row : {Row{"--markdown", "# opinion.txt compared"}, Row{"--csv-links", "\uFEFFlink,"},
                         Row{"--csv-findings", "\uFEFFseverity,"}, Row{"--pan", "<?xml"}, Row{"--tei", "<?xml"},
                         Row{"--sarif", "{\n \"$schema\""}}) {
    INFO(row.flag);
    const ProcessResult made =
        run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--quiet", row.flag, "out"});
    CHECK(made.out.empty());
    const ProcessResult shown = run_storydiff(folder, {"show", "r.json", row.flag, "-"});
    CHECK(shown.status == 0);
    CHECK(shown.out.starts_with(row.begins));
    CHECK(run_storydiff(folder, {"show", "r.json", row.flag, "again"}).status == 0);
    CHECK(read_file(folder.path() / "again") == shown.out);
    CHECK(read_file(folder.path() / "out") == shown.out);
  }
}
