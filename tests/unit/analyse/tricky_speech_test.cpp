// Runs the table of tricky cases of attribution and polarity: what the page says that we do today is what we do.
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "speech_support.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

void append(std::string_view list, const std::vector<Change>& changes, std::vector<std::string>& lines) {
  for (const std::string& line : test::described(changes)) lines.push_back(std::string(list) + " " + line);
}

std::string text(const nlohmann::json& row, const char* member) { return row.at(member).get<std::string>(); }

}  // namespace

TEST_CASE("tricky attribution and polarity") {
  std::ifstream file(STORYDIFF_SOURCE_DIR "/tests/unit/analyse/tricky/speech.json");
  const nlohmann::json rows = nlohmann::json::parse(file);
  CHECK(rows.size() >= 14);
  for (const nlohmann::json& row : rows) {
    std::vector<std::string> today;
    for (const nlohmann::json& change : row.at("today"))
      today.push_back(text(change, "list") + " " + text(change, "status") + ": " + text(change, "from") + " > " +
                      text(change, "to"));
    const Report report = test::report_of(text(row, "source"), text(row, "target"));
    std::vector<std::string> found;
    append("attributions", report.attributions, found);
    append("polarity", report.polarity, found);
    INFO(text(row, "id"));
    CHECK(found == today);
  }
}
