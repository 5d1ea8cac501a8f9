// A plugin built against the frozen header of 1.0 does in this host what it did in the first one.
#include <string>

#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

Document document_of(std::string text) {
  Document document;
  document.path = "story.txt";
  document.media_type = "text/plain";
  document.text = std::move(text);
  return document;
}

}  // namespace

TEST_CASE("a plugin built against 1.0 is found, loaded and run") {
  const auto catalogue = PluginCatalogue::discover({FROZEN_PLUGINS});
  CHECK(catalogue.problems().empty());
  const auto loaded = catalogue.load("frozen-1.0", "{}");
  INFO((loaded.ok() ? std::string() : loaded.error().message));
  REQUIRE(loaded.ok());

  const Document source = document_of("bc-slug\n\nTwo.\n\nThree.\n\nFour.");
  const Document target = document_of("Another text.");
  const Document* const documents[] = {&source, &target};
  const auto normalized = run_pipeline(documents, {{*loaded, "frozen-1.0", "1.0.0", ""}});
  REQUIRE(normalized.size() == 2);
  for (const NormalizedDocument& document : normalized) {
    INFO(document.plugins.at(0).message);
    CHECK(document.plugins.at(0).status == PluginRun::Status::kOk);
  }
  CHECK(normalized[0].plugins[0].edits == 4);
  CHECK(normalized[1].plugins[0].edits == 0);

  std::string ledger;
  for (const LedgerEntry& entry : normalized[0].ledger) {
    ledger += std::string(to_string(entry.action)) + " " + entry.rule + " [" + entry.role + "] " + entry.text + "|" +
              entry.replacement + "\n";
  }
  CHECK(ledger.find("drop first [slug] bc-slug|\n") != std::string::npos);
  CHECK(ledger.find("replace second [] T|x\n") != std::string::npos);
  CHECK(ledger.find("mark third [lede] Three.|\n") != std::string::npos);
  CHECK(ledger.find("move last [] Four.|\n") != std::string::npos);
  CHECK(restore_original(normalized[0]) == source.text);
}

TEST_CASE("two plugins of one library built against 1.0 read text, marks and metadata") {
  const auto catalogue = PluginCatalogue::discover({FROZEN_PLUGINS});
  Pipeline pipeline;
  for (const char* id : {"frozen-1.0", "frozen-1.0-marks", "frozen-1.0-metadata"}) {
    const auto loaded = catalogue.load(id, "{}");
    INFO((loaded.ok() ? std::string() : loaded.error().message));
    REQUIRE(loaded.ok());
    pipeline.push_back({*loaded, id, "1.0.0", ""});
  }
  const Document source = document_of("bc-slug\n\nTwo.\n\nThree.\n\nFour.");
  const Document target = document_of("Another text.\n\nAnd more.");
  const Document* const documents[] = {&source, &target};
  const auto normalized = run_pipeline(documents, pipeline);
  for (const NormalizedDocument& document : normalized)
    for (const PluginRun& run : document.plugins) {
      INFO(run.id << ": " << run.message);
      CHECK(run.status == PluginRun::Status::kOk);
    }
  // The mark on "Three." became a drop of its role and rule, all but the first letter.
  std::string ledger;
  for (const LedgerEntry& entry : normalized[0].ledger)
    ledger += std::string(to_string(entry.action)) + " " + entry.rule + " [" + entry.role + "] " + entry.text + "|" +
              entry.replacement + "\n";
  INFO(ledger);
  CHECK(ledger.find("drop third [lede] hree.|\n") != std::string::npos);
  CHECK(ledger.find("replace path [] |story.txt\n") != std::string::npos);
  CHECK(ledger.find("replace media-type [] |text/plain\n") != std::string::npos);
  CHECK(ledger.find("replace side [] |source\n") != std::string::npos);
  CHECK(ledger.find("replace last-for-first [] Four.|T\n") != std::string::npos);
  CHECK(restore_original(normalized[0]) == source.text);
  CHECK(normalized[1].text.find("target") != std::string::npos);

  // Without a counterpart the one that needs it is skipped.
  const Document* const alone[] = {&source};
  CHECK(run_pipeline(alone, {pipeline[2]})[0].plugins.at(0).status == PluginRun::Status::kSkipped);
}

TEST_CASE("a plugin built against 1.0 gets its options and its folder") {
  const auto catalogue = PluginCatalogue::discover({FROZEN_PLUGINS});
  const auto loaded = catalogue.load("frozen-1.0", R"({"replacement": "long"})");
  REQUIRE(loaded.ok());
  const Document source = document_of("1\n\n2\n\n3\n\n4");
  const Document target = document_of("");
  const Document* const documents[] = {&source, &target};
  const auto normalized = run_pipeline(documents, {{*loaded, "frozen-1.0", "1.0.0", ""}});
  CHECK(normalized[0].text.find(std::string(FROZEN_PLUGINS) + "/frozen-1.0") != std::string::npos);
}
