// The built plugin, through the catalogue and the pipeline as the program uses it.
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "sample.hpp"
#include "storydiff/document.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "support/catch.hpp"

namespace {

using namespace storydiff;

Result<std::shared_ptr<Normalizer>> load(const std::string& options) {
  return PluginCatalogue::discover({STORYDIFF_PLUGIN_DIR}).load("wire-furniture", options);
}

NormalizedDocument run(const Document& document, const std::string& options) {
  auto plugin = load(options);
  REQUIRE(plugin.ok());
  PipelineStep step;
  step.normalizer = *plugin;
  step.id = "wire-furniture";
  const Document* documents[] = {&document};
  return run_pipeline(documents, {step}).front();
}

Document ferry() {
  auto document =
      make_document("ferry", wire_furniture_test::read_file(wire_furniture_test::room() + "/copy/ap_ferry.txt"), {});
  REQUIRE(document.ok());
  return *document;
}

}  // namespace

TEST_CASE("the plugin drops furniture, and the ledger gives it back") {
  const Document document = ferry();
  const NormalizedDocument normalized = run(document, "{}");
  REQUIRE(normalized.plugins.size() == 1);
  CHECK(normalized.plugins[0].status == PluginRun::Status::kOk);
  REQUIRE_FALSE(normalized.paragraphs.empty());
  CHECK(normalized.text.find("A car ferry carrying") == normalized.paragraphs.front().begin);
  CHECK(normalized.text.find("(AP)") == std::string::npos);
  REQUIRE(normalized.marks.size() == 1);
  CHECK(normalized.marks[0].role == "lede");
  CHECK(normalized.marks[0].span == normalized.paragraphs.front());
  CHECK(restore_original(normalized) == document.text);
}

TEST_CASE("with mark all text stays, and a second run marks nothing again") {
  const Document document = ferry();
  const NormalizedDocument normalized = run(document, R"({"mark": true})");
  CHECK(normalized.text == document.text);
  CHECK_FALSE(normalized.marks.empty());
  auto plugin = load(R"({"mark": true})");
  REQUIRE(plugin.ok());
  const std::map<std::string, std::string> metadata;
  const View view{normalized.text, normalized.paragraphs, normalized.marks, &metadata, nullptr};
  const auto again = (*plugin)->propose(view);
  REQUIRE(again.ok());
  CHECK(again->empty());
}

TEST_CASE("keep-roles leaves roles in the story") {
  const NormalizedDocument normalized = run(ferry(), R"({"keep-roles": ["headline"]})");
  REQUIRE_FALSE(normalized.paragraphs.empty());
  CHECK(normalized.text.find("Ferry with 212 aboard") == normalized.paragraphs.front().begin);
}

TEST_CASE("page-furniture drops what a page adds, and the ledger gives it back") {
  const PluginCatalogue catalogue = PluginCatalogue::discover({STORYDIFF_PLUGIN_DIR});
  auto page = catalogue.load("page-furniture", "{}");
  REQUIRE(page.ok());
  auto document = make_document("page", "Skip to main content\n\nThe river rose by two metres.\n\n12 Comments\n", {});
  REQUIRE(document.ok());
  PipelineStep step;
  step.normalizer = *page;
  step.id = "page-furniture";
  const Document* documents[] = {&*document};
  const NormalizedDocument normalized = run_pipeline(documents, {step}).front();
  REQUIRE(normalized.paragraphs.size() == 1);
  CHECK(normalized.text.find("The river rose") == normalized.paragraphs.front().begin);
  CHECK(restore_original(normalized) == document->text);
}

TEST_CASE("options that are wrong are refused") {
  for (const char* options :
       {R"({"mark": 1})", R"({"keep-roles": "headline"})", R"({"keep-roles": [1]})", R"({"colour": true})"}) {
    INFO(options);
    CHECK_FALSE(load(options).ok());
  }
}
