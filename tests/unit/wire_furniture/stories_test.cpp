// Whole stories through both built plugins, in their order: fixtures/stories. The plain ones must come
// out byte for byte; of the furnished ones all furniture must go, and no word of the story.
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sample.hpp"
#include "storydiff/document.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "support/catch.hpp"

namespace {

using namespace storydiff;
namespace fs = std::filesystem;

std::string stories() { return std::string(STORYDIFF_SOURCE_DIR) + "/fixtures/stories/"; }

/// The stories in a folder, sorted; at least `least` of them.
std::vector<fs::path> stories_in(const std::string& folder, std::size_t least) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(stories() + folder))
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  REQUIRE(paths.size() >= least);
  return paths;
}

Pipeline both_plugins() {
  const PluginCatalogue catalogue = PluginCatalogue::discover({STORYDIFF_PLUGIN_DIR});
  Pipeline pipeline;
  for (const char* id : {"page-furniture", "wire-furniture"}) {
    auto plugin = catalogue.load(id, "{}");
    REQUIRE(plugin.ok());
    PipelineStep step;
    step.normalizer = *plugin;
    step.id = id;
    pipeline.push_back(step);
  }
  return pipeline;
}

NormalizedDocument run(const Document& document, const Pipeline& pipeline) {
  const Document* documents[] = {&document};
  return run_pipeline(documents, pipeline).front();
}

Document read(const fs::path& path) {
  auto document = make_document(path.filename().string(), wire_furniture_test::read_file(path.string()), {});
  REQUIRE(document.ok());
  return *document;
}

/// Letters and digits: what counts. All bytes of other scripts and of accents count as letters.
bool counts(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// For each byte of the story whether the gold list says that it is furniture.
std::vector<bool> wanted_in(const Document& document, const fs::path& gold_path) {
  std::vector<bool> wanted(document.text.size());
  const auto gold = nlohmann::json::parse(wire_furniture_test::read_file(gold_path.string()));
  std::size_t at = 0;
  for (const auto& piece : gold) {
    const std::string text = piece["text"];
    const std::size_t begin = document.text.find(text, at);
    INFO(text);
    REQUIRE(begin != std::string::npos);
    at = begin + text.size();
    std::fill(wanted.begin() + static_cast<std::ptrdiff_t>(begin), wanted.begin() + static_cast<std::ptrdiff_t>(at),
              true);
  }
  return wanted;
}

}  // namespace

TEST_CASE("stories without furniture come out untouched, byte for byte") {
  const Pipeline pipeline = both_plugins();
  for (const fs::path& path : stories_in("plain", 12)) {
    const Document document = read(path);
    const NormalizedDocument normalized = run(document, pipeline);
    INFO(path.filename().string());
    CHECK(normalized.text == document.text);
    for (const LedgerEntry& entry : normalized.ledger) {
      INFO(entry.rule << ": " << entry.text);
      CHECK(false);
    }
  }
}

TEST_CASE("furnished stories lose their furniture and no byte of the story") {
  constexpr double kLeastMean = 0.97;
  const Pipeline pipeline = both_plugins();
  const std::vector<fs::path> paths = stories_in("furnished", 12);
  double sum = 0;
  for (const fs::path& path : paths) {
    const Document document = read(path);
    const std::vector<bool> wanted = wanted_in(document, fs::path(path).replace_extension(".json"));
    std::vector<bool> dropped(wanted.size());
    for (const LedgerEntry& entry : run(document, pipeline).ledger) {
      if (entry.action != EditAction::kDrop) continue;
      for (std::size_t i = entry.span.begin; i < entry.span.end; ++i) {
        dropped[i] = true;
        INFO(path.filename().string() << ": " << entry.rule << " drops " << entry.text);
        if (counts(document.text[i])) REQUIRE(wanted[i]);
      }
    }
    double both = 0;
    double all = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (!counts(document.text[i])) continue;
      if (wanted[i]) ++all;
      if (wanted[i] && dropped[i]) ++both;
    }
    // Nothing else was dropped, so precision is 1 and F1 depends on recall alone.
    const double recall = both / all;
    INFO(path.filename().string() << ": recall " << recall);
    CHECK(recall > 0.9);
    sum += 2 * recall / (1 + recall);
  }
  CHECK(sum / static_cast<double>(paths.size()) >= kLeastMean);
}

TEST_CASE("what is left of a furnished story has no furniture") {
  const Pipeline pipeline = both_plugins();
  for (const fs::path& path : stories_in("furnished", 12)) {
    auto rest = make_document("rest", run(read(path), pipeline).text, {});
    REQUIRE(rest.ok());
    INFO(path.filename().string());
    for (const LedgerEntry& entry : run(*rest, pipeline).ledger) {
      INFO(entry.rule << ": " << entry.text);
      CHECK(false);
    }
  }
}
