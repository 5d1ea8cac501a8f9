// Runs the table of tricky quotations: what core/doc says of them is what the program does. And whole short stories of
// many desks, with what each of their quotations became.
#include <cstddef>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "storydiff/compare.hpp"
#include "support/catch.hpp"

using namespace storydiff;
using nlohmann::json;

namespace {

std::string line(const std::string& status, const std::string& target, const std::string& source) {
  return status + ": " + target + " < " + source;
}

std::vector<std::string> quotations_of(const std::string& source, const std::string& target) {
  const Document theirs = *make_document("source", source, {});
  const Document ours = *make_document("target", target, {});
  const Document* sources[] = {&theirs};
  std::vector<std::string> lines;
  const Result<Report> report = compare(sources, ours, {}, {});
  for (const Change& change : report->quotations)
    lines.push_back(line(change.status, change.target ? std::string(ours.slice(*change.target)) : "",
                         change.source ? std::string(theirs.slice(*change.source)) : ""));
  return lines;
}

std::string text_of(const json& row, const char* member) {
  return row.at(member).is_null() ? std::string() : row.at(member).get<std::string>();
}

json rows_of(const std::string& name) {
  std::ifstream file(STORYDIFF_SOURCE_DIR "/tests/unit/analyse/tricky/" + name);
  return json::parse(file);
}

}  // namespace

TEST_CASE("tricky quotations") {
  const json rows = rows_of("quotations.json");
  CHECK(rows.size() >= 12);
  for (const json& row : rows) {
    std::vector<std::string> today;
    for (const json& change : row.at("today"))
      today.push_back(line(text_of(change, "status"), text_of(change, "target"), text_of(change, "source")));
    INFO(text_of(row, "id"));
    CHECK(quotations_of(text_of(row, "source"), text_of(row, "target")) == today);
  }
}

TEST_CASE("quotations of short stories") {
  for (const json& story : rows_of("quotation_stories.json")) {
    std::vector<std::string> right;  // by the target's words; made-indirect by the source's
    for (const json& quotation : story.at("quotations"))
      right.push_back(text_of(quotation, "status") + ": " + text_of(quotation, "text"));
    const Document theirs = *make_document("source", text_of(story, "source"), {});
    const Document ours = *make_document("target", text_of(story, "target"), {});
    const Document* sources[] = {&theirs};
    std::vector<std::string> told;
    const Result<Report> report = compare(sources, ours, {}, {});
    for (const Change& change : report->quotations) {
      const bool indirect = change.status == "made-indirect";
      told.push_back(change.status + ": " +
                     std::string(indirect ? theirs.slice(*change.source) : ours.slice(*change.target)));
    }
    INFO(text_of(story, "title"));
    CHECK(told == right);
  }
}
