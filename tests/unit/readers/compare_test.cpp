// A comparison of files in their own formats finds what the comparison of their plain texts finds.
#include <string>
#include <tuple>
#include <vector>

#include "sample.hpp"
#include "storydiff/compare.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "support/catch.hpp"

using namespace storydiff;
using namespace readers_test;

namespace {

/// The default profile, as the program runs it.
Pipeline default_pipeline() {
  static const PluginCatalogue catalogue = PluginCatalogue::discover({STORYDIFF_PLUGIN_DIR});
  Pipeline pipeline;
  for (const PluginManifest* plugin : catalogue.default_profile()) {
    auto loaded = catalogue.load_when_needed(plugin->id, "{}", trusting(plugin->id));
    REQUIRE(loaded.ok());
    PipelineStep step;
    step.normalizer = *loaded;
    step.id = plugin->id;
    pipeline.push_back(std::move(step));
  }
  return pipeline;
}

Report compare_two(const Document& source, const Document& target) {
  const Document* sources[] = {&source};
  auto report = compare(sources, target, default_pipeline(), {});
  REQUIRE(report.ok());
  return *std::move(report);
}

/// Words of the sentences, relation and kinds of changes: what a reader of the report is told.
using Link = std::tuple<std::string, std::string, std::string, bool>;
std::vector<Link> links_of(const Report& report, const Document& source, const Document& target) {
  const auto words = [](const Document& document, const ReportDocument& of,
                        const std::vector<std::uint32_t>& sentences) {
    std::string text;
    for (const std::uint32_t sentence : sentences)
      text += shown(document.slice(of.sentences[sentence].span), document.media_type) + "\n";
    return text;
  };
  std::vector<Link> links;
  for (const ReportAlignment& link : report.alignments)
    links.emplace_back(words(source, report.sources[0], link.source_sentences),
                       words(target, report.target, link.target_sentences), std::string(to_string(link.relation)),
                       link.moved);
  return links;
}

std::vector<std::string> messages(const Report& report) {
  std::vector<std::string> all;
  for (const Finding& finding : report.findings) all.push_back(finding.message);
  return all;
}

}  // namespace

TEST_CASE("any format against a page gives the links of the plain texts") {
  const Document plain_source = document_of("story.txt", sample("feeds/story.txt"));
  const Document plain_target = document_of("opinion.txt", sample("pages/opinion.txt"));
  const Report plain = compare_two(plain_source, plain_target);
  const std::vector<Link> expected = links_of(plain, plain_source, plain_target);
  REQUIRE(expected.size() >= 5);
  const Document page = document_of("opinion.html", sample("pages/opinion.html"));
  for (const std::string name : {"story.nitf", "story.newsml.xml", "story.ninjs", "story.json", "story.md",
                                 "wordpress.json", "paragraphs.json", "ninjs-3.json"}) {
    INFO(name);
    const Document source = document_of(name, sample("feeds/" + name));
    const Report report = compare_two(source, page);
    CHECK(links_of(report, source, page) == expected);
    CHECK(report.figures.size() == plain.figures.size());
    CHECK(report.quotations.size() == plain.quotations.size());
    // The changed number of patients must be told, wherever it stands in the files.
    const auto told = messages(report);
    CHECK(
        std::any_of(told.begin(), told.end(), [](const std::string& m) { return m.find("34") != std::string::npos; }));
  }
}

TEST_CASE("readers are named only with documents that they read") {
  const Document page = document_of("opinion.html", sample("pages/opinion.html"));
  const Document plain = document_of("story.txt", sample("feeds/story.txt"));
  const Report report = compare_two(plain, page);
  for (const PluginRun& run : report.sources[0].plugins) CHECK(run.id != "html");
  REQUIRE_FALSE(report.target.plugins.empty());
  CHECK(report.target.plugins[0].id == "html");
  CHECK(report.options.plugins[0].id == "html");
  const Report without = compare_two(plain, plain);
  for (const auto& plugin : without.options.plugins) CHECK(plugin.id != "html");
}

TEST_CASE("a library that only other media types need is not even loaded") {
  PluginCatalogue catalogue = PluginCatalogue::discover({STORYDIFF_PLUGIN_DIR});
  const PluginManifest* html = catalogue.find("html");
  REQUIRE(html != nullptr);
  CHECK(html->media_types == std::vector<std::string>{"text/html"});
  auto bad_options = catalogue.load_when_needed("html", R"({"nosuch": 1})", trusting("html"));
  CHECK_FALSE(bad_options.ok());
}
