#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "storydiff/compare.hpp"
#include "support/catch.hpp"

using namespace storydiff;
using nlohmann::json;

// The table of `core/doc/analysis.md`: what the tool does today with each tricky case, wanted or not. A row
// that changes is either a repair, and the table is changed with it, or damage.
TEST_CASE("tricky figures are told as the table says") {
  std::ifstream file(std::string(STORYDIFF_SOURCE_DIR) + "/tests/unit/analyse/tricky/figures.json");
  const json rows = json::parse(file);
  CHECK(rows.size() >= 12);
  for (const json& row : rows) {
    INFO(row.at("id").get<std::string>());
    const Document source = *make_document("source", row.at("source"), {});
    const Document target = *make_document("target", row.at("target"), {});
    const Document* sources[] = {&source};
    const Result<Report> report = compare(sources, target, {}, {});
    REQUIRE(report);
    json today = json::array();
    for (const Change& change : report->figures) {
      json figure = {{"kind", change.kind}, {"status", change.status}, {"target", change.to}};
      figure["source"] = change.source ? json(change.from) : json(nullptr);
      today.push_back(std::move(figure));
    }
    CHECK(today == row.at("today"));
  }
}
