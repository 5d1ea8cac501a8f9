// Plugins that do something wrong while they run: their edits go, all others stand.
#include <string>

#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

const std::string kText = "bc-slug\n\nThe story begins.\n\nIt was all d\xC3\xA9j\xC3\xA0";

/// `id` behaving as `behaviour` says, between two runs of nothing else than the good plugin.
NormalizedDocument run(const std::string& id, const std::string& behaviour) {
  const auto catalogue = PluginCatalogue::discover({BAD_PLUGINS});
  const auto bad = catalogue.load(id, R"({"behaviour": ")" + behaviour + R"("})");
  const auto good = catalogue.load("good", "{}");
  REQUIRE(bad.ok());
  REQUIRE(good.ok());
  Document document;
  document.path = "story.txt";
  document.text = kText;
  const Document* const documents[] = {&document};
  auto normalized = run_pipeline(documents, {{*bad, id, "1.0.0", ""}, {*good, "good", "1.0.0", ""}});
  REQUIRE(normalized.size() == 1);
  return std::move(normalized.front());
}

}  // namespace

TEST_CASE("a plugin that misbehaves costs its own edits and nothing else") {
  struct Case {
    std::string id;
    std::string behaviour;
    std::string words;
  };
  const Case cases[] = {
      {"misbehaves", "throws", "boom"},
      {"misbehaves", "throws-an-int", "unknown exception"},
      {"misbehaves", "runs-out-of-memory", "bad_alloc"},
      {"misbehaves", "fails-half-way", "gave up half way"},
      {"misbehaves", "out-of-bounds", "rule 'too-far'"},
      {"misbehaves", "out-of-bounds", "is out of bounds"},
      {"misbehaves", "past-32-bits", "rule 'far-too-far': a place of 1099511627776"},
      {"misbehaves", "backwards", "ends before it begins"},
      {"misbehaves", "inside-a-sequence", "cuts a UTF-8 sequence"},
      {"misbehaves", "overlapping", "overlaps"},
      {"misbehaves", "moves-too-much", "rule 'landslide'"},
      {"misbehaves", "no-utf8", "rule 'mojibake': its replacement is no valid UTF-8"},
      {"misbehaves", "swallows-the-refusal", "rule 'mojibake': its replacement is no valid UTF-8"},
      {"misbehaves-raw", "throws", "an exception left the plugin: raw boom"},
      {"misbehaves-raw", "throws-an-int", "an exception of an unknown type left the plugin"},
      {"misbehaves-raw", "gives-no-reason", "the plugin gave no reason"},
      {"misbehaves-raw", "odd-status", "the plugin gave no reason"},
      {"misbehaves-raw", "no-rule", "an edit without a rule"},
      {"misbehaves-raw", "no-role", "rule 'nameless': an edit without a role"},
      {"misbehaves-raw", "no-text", "rule 'void': its replacement is NULL"},
  };
  for (const Case& c : cases) {
    INFO(c.id << " " << c.behaviour);
    const NormalizedDocument document = run(c.id, c.behaviour);
    REQUIRE(document.plugins.size() == 2);

    const PluginRun& bad = document.plugins[0];
    INFO(bad.message);
    CHECK(bad.id == c.id);
    CHECK(bad.status == PluginRun::Status::kFailed);
    CHECK(bad.edits == 0);
    CHECK(bad.message.find(c.words) != std::string::npos);

    const PluginRun& good = document.plugins[1];
    CHECK(good.status == PluginRun::Status::kOk);
    CHECK(good.edits == 1);
    REQUIRE(document.ledger.size() == 1);
    CHECK(document.ledger[0].rule == "first-paragraph");
    CHECK(document.ledger[0].text == "bc-slug");
    CHECK(document.text == kText.substr(std::string("bc-slug").size()));
    CHECK(restore_original(document) == kText);
  }
}

TEST_CASE("a plugin that could not be had is named in the document") {
  const auto catalogue = PluginCatalogue::discover({BAD_PLUGINS});
  const auto refused = catalogue.load("wrong-major", "{}");
  REQUIRE_FALSE(refused.ok());
  Document document;
  document.text = kText;
  const Document* const documents[] = {&document};
  const auto normalized = run_pipeline(documents, {{nullptr, "wrong-major", "", refused.error().message}});
  REQUIRE(normalized.front().plugins.size() == 1);
  CHECK(normalized.front().plugins[0].status == PluginRun::Status::kFailed);
  CHECK(normalized.front().plugins[0].message == refused.error().message);
  CHECK(normalized.front().text == kText);
}
