// Whole stories of several desks and their rewritings: every change of attribution and polarity, and no other.
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "speech_support.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

std::string joined(const nlohmann::json& paragraphs) {
  std::string text;
  for (const nlohmann::json& paragraph : paragraphs) text += paragraph.get<std::string>() + "\n\n";
  return text;
}

}  // namespace

TEST_CASE("attribution and polarity in whole stories") {
  std::ifstream file(STORYDIFF_SOURCE_DIR "/tests/unit/analyse/stories/speech.json");
  const nlohmann::json stories = nlohmann::json::parse(file);
  CHECK(stories.size() >= 7);
  for (const nlohmann::json& story : stories) {
    INFO(story.at("title").get<std::string>());
    const Report report = test::report_of(joined(story.at("source")), joined(story.at("target")));
    CHECK(test::described(report.attributions) == story.at("attributions").get<std::vector<std::string>>());
    CHECK(test::described(report.polarity) == story.at("polarity").get<std::vector<std::string>>());
  }
}
