// The tricky cases of names, as core/doc quotes them: tricky/names.json says for each what we report today.

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "compare_plain.hpp"
#include "support/catch.hpp"

using namespace storydiff;
using nlohmann::json;

TEST_CASE("tricky names: what we do today") {
  std::ifstream file(std::string(STORYDIFF_SOURCE_DIR) + "/tests/unit/analyse/tricky/names.json");
  const json cases = json::parse(file);
  REQUIRE(cases.size() >= 12);
  for (const json& c : cases) {
    const Report report = test::compare_plain(c.at("source").get<std::string>(), c.at("target").get<std::string>());
    json today = json::array();
    for (const Change& name : report.names)
      today.push_back({{"status", name.status}, {"target", name.to}, {"source", name.from}});
    INFO(c.at("id").get<std::string>() << ": " << today.dump());
    CHECK(today.dump() == c.at("today").dump());
  }
}
