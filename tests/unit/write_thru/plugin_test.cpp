// The built plugin in a pipeline: its marks outlive the words, and the core reads them.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "storydiff/document.hpp"
#include "storydiff/metadata.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "support/catch.hpp"

namespace {

using namespace storydiff;

Pipeline pipeline_of(const std::vector<std::string>& ids) {
  const PluginCatalogue catalogue = PluginCatalogue::discover({STORYDIFF_PLUGIN_DIR});
  Pipeline pipeline;
  for (const std::string& id : ids) {
    auto plugin = catalogue.load(id, "{}");
    REQUIRE(plugin.ok());
    PipelineStep step;
    step.normalizer = *plugin;
    step.id = id;
    pipeline.push_back(std::move(step));
  }
  return pipeline;
}

const std::string kTake =
    "u i bc-osterby-flood-2ndld 04-28 0447\n\nRiver swallows bridge\n\nOSTERBY, April 28 (UPI) -- The river rose by "
    "two "
    "metres overnight and swallowed the only bridge, officials said on Friday.\n\nNobody was hurt.\n";

}  // namespace

TEST_CASE("the facts stay when wire-furniture has dropped their lines") {
  const auto document = make_document("take", kTake, {});
  REQUIRE(document.ok());
  const Document* documents[] = {&*document};
  const NormalizedDocument with = run_pipeline(documents, pipeline_of({"write-thru", "wire-furniture"})).front();
  const NormalizedDocument without = run_pipeline(documents, pipeline_of({"wire-furniture"})).front();
  CHECK(with.text == without.text);
  CHECK(with.paragraphs == without.paragraphs);
  CHECK(restore_original(with) == kTake);
  for (const PluginRun& run : with.plugins) CHECK(run.status == PluginRun::Status::kOk);
  CHECK(read_metadata(without).empty());
  const Metadata expected = {
      {"agency", "UPI"}, {"category", "i"}, {"date", "--04-28"}, {"location", "OSTERBY"}, {"slug", "bc-osterby-flood"},
      {"take", "2"},     {"urgency", "u"},  {"version", "lead"}, {"words", "0447"}};
  CHECK(read_metadata(with) == expected);
}

TEST_CASE("a second run marks nothing again") {
  const auto document = make_document("take", kTake, {});
  const Document* documents[] = {&*document};
  const NormalizedDocument once = run_pipeline(documents, pipeline_of({"write-thru"})).front();
  CHECK(once.text == kTake);
  CHECK(once.marks.size() == 9);
  auto plugin = PluginCatalogue::discover({STORYDIFF_PLUGIN_DIR}).load("write-thru", "{}");
  REQUIRE(plugin.ok());
  const std::map<std::string, std::string> metadata;
  const View view{once.text, once.paragraphs, once.marks, &metadata, nullptr};
  CHECK((*plugin)->propose(view)->empty());
}

TEST_CASE("the default profile runs it before the furniture goes") {
  const PluginCatalogue catalogue = PluginCatalogue::discover({STORYDIFF_PLUGIN_DIR});
  std::vector<std::string> ids;
  for (const PluginManifest* manifest : catalogue.default_profile()) ids.push_back(manifest->id);
  const auto place = [&](const char* id) { return std::find(ids.begin(), ids.end(), id) - ids.begin(); };
  CHECK(place("write-thru") < place("wire-furniture"));
}
