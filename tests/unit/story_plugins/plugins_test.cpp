// The built plugins in a pipeline: nothing is lost, nothing is done twice, and plain stories stay as they are.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "storydiff/document.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "support/catch.hpp"

namespace {

using namespace storydiff;

PipelineStep step_of(const std::string& id, const std::string& options = "{}") {
  const PluginCatalogue catalogue = PluginCatalogue::discover({STORYDIFF_PLUGIN_DIR});
  auto plugin = catalogue.load(id, options);
  REQUIRE(plugin.ok());
  PipelineStep step;
  step.normalizer = *plugin;
  step.id = id;
  return step;
}

NormalizedDocument run(const std::string& text, const Pipeline& pipeline) {
  const auto document = make_document("story", text, {});
  REQUIRE(document.ok());
  const Document* documents[] = {&*document};
  NormalizedDocument normalized = run_pipeline(documents, pipeline).front();
  for (const PluginRun& plugin : normalized.plugins) {
    INFO(plugin.message);
    CHECK(plugin.status == PluginRun::Status::kOk);
  }
  CHECK(restore_original(normalized) == text);
  return normalized;
}

const std::string kStory =
    "The harbour board of Lindmoor closed the fish market on Tuesday after a wall collapsed.\n\n"
    "“We heard the wall groan before it fell”\n\n"
    "“We heard the wall groan before it fell, and then we ran,” said Kari Moen, the harbour master.\n\n"
    "The repair will cost 240,000 euros and will take until the end of the summer, the board said.\n\n"
    "The repair will cost 240,000 euros and will take until the end of the summer, the board said.\n\n"
    "Nobody was hurt — not even the gulls.\n";

}  // namespace

TEST_CASE("dedupe drops the pull quote and marks the repeat") {
  const NormalizedDocument normalized = run(kStory, {step_of("dedupe")});
  REQUIRE(normalized.ledger.size() == 2);
  CHECK(normalized.ledger[0].role == "pull-quote");
  CHECK(normalized.ledger[0].action == EditAction::kDrop);
  CHECK(normalized.ledger[1].role == "repeat");
  CHECK(normalized.ledger[1].action == EditAction::kMark);
  CHECK(normalized.paragraphs.size() == 5);
  CHECK(run(kStory, {step_of("dedupe", R"({"repeats":"drop"})")}).paragraphs.size() == 4);
}

TEST_CASE("each is idempotent") {
  const std::string wrapped =
      "Dockworkers in the country’s busiest port agreed Tuesday to suspend\n"
      "their strike for 10 days while a former judge tries to settle the\n"
      "quarrel over automatic cranes that has kept ships at anchor.\n\n"
      "The truce was reached — at 3 a.m. — after the mayor had locked the\n"
      "two sides in a school gymnasium.\n";
  for (const std::string id : {"typography", "hard-wrap", "dedupe"}) {
    for (const std::string& text : {kStory, wrapped}) {
      INFO(id);
      CHECK(run(text, {step_of(id)}).text == run(text, {step_of(id), step_of(id)}).text);
      const NormalizedDocument twice = run(text, {step_of(id), step_of(id)});
      CHECK(twice.plugins[1].edits == 0);
    }
  }
}

TEST_CASE("none runs by default") {
  const PluginCatalogue catalogue = PluginCatalogue::discover({STORYDIFF_PLUGIN_DIR});
  for (const PluginManifest* manifest : catalogue.default_profile()) {
    INFO(manifest->id);
    CHECK(manifest->id != "dedupe");
    CHECK(manifest->id != "typography");
    CHECK(manifest->id != "hard-wrap");
  }
}

TEST_CASE("plain stories stay as they are") {
  namespace fs = std::filesystem;
  const Pipeline pipeline = {step_of("dedupe")};
  std::size_t seen = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(STORYDIFF_SOURCE_DIR) / "fixtures/stories/plain")) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    INFO(entry.path().string());
    CHECK(run(text, pipeline).text == text);
    ++seen;
  }
  CHECK(seen > 10);
}

TEST_CASE("options that are wrong are refused") {
  const PluginCatalogue catalogue = PluginCatalogue::discover({STORYDIFF_PLUGIN_DIR});
  CHECK_FALSE(catalogue.load("typography", R"({"quotes": 1})").ok());
  CHECK_FALSE(catalogue.load("typography", R"({"colour": true})").ok());
  CHECK_FALSE(catalogue.load("dedupe", R"({"repeats": "hide"})").ok());
  CHECK_FALSE(catalogue.load("hard-wrap", R"({"width": 60})").ok());
}
