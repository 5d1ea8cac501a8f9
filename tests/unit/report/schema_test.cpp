#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "storydiff/report.hpp"
#include "support/catch.hpp"
#include "support/mini_schema.hpp"
#include "unit/report/sample_report.hpp"

using nlohmann::json;
using storydiff_test::schema_problems;

TEST_CASE("the compiled schema is the file in core/doc") {
  std::ifstream file(STORYDIFF_SOURCE_DIR "/core/doc/report.schema.json", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  REQUIRE(!text.empty());
  CHECK(text == storydiff::report_schema_json());
}

TEST_CASE("every key of the schema is described") {
  const auto missing = storydiff_test::undescribed_properties(json::parse(storydiff::report_schema_json()));
  CAPTURE(missing);
  CHECK(missing.empty());
}

TEST_CASE("reports fit the schema") {
  const json schema = json::parse(storydiff::report_schema_json());
  const storydiff::Report empty{};
  for (const storydiff::Report& report : {storydiff_test::sample_report(), empty}) {
    const auto problems = schema_problems(json::parse(storydiff::to_json(report)), schema);
    CAPTURE(problems);
    CHECK(problems.empty());
  }
}

TEST_CASE("the schema and its checker see what is wrong") {
  const json schema = json::parse(storydiff::report_schema_json());
  const json good = json::parse(storydiff::to_json(storydiff_test::sample_report()));
  struct Row {
    const char* pointer;
    json value;
  };
  const Row rows[] = {
      {"/schema", "storydiff-report/2"},
      {"/alignments/0/relation", "copied"},
      {"/alignments/0/score", 1.5},
      {"/alignments/0/target/sentences", json::array()},
      {"/documents/target/sentences/0/span", json::array({1})},
      {"/documents/target/sentences/0/span/0", -1},
      {"/quotations/0/target", "here"},
      {"/summary/credited", 1},
      {"/tool/extra", 1},
  };
  for (const Row& row : rows) {
    json bad = good;
    bad[json::json_pointer(row.pointer)] = row.value;
    INFO(row.pointer);
    CHECK(schema_problems(bad, schema).size() >= 1);
  }
}
