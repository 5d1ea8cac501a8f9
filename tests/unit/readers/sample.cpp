#include "sample.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "readers/entities.hpp"
#include "readers/json_strings.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "support/catch.hpp"

namespace readers_test {

using namespace storydiff;

PluginPolicy trusting(const std::string& id) {
  PluginPolicy policy;
  policy.in_process.push_back(id);
  return policy;
}

std::string sample(const std::string& name) {
  std::ifstream file(std::string(STORYDIFF_SOURCE_DIR "/tests/unit/readers/") + name, std::ios::binary);
  INFO(name);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

Document document_of(const std::string& name, std::string bytes, const std::string& format) {
  ReadOptions options;
  options.format = format;
  auto document = make_document(name, std::move(bytes), options);
  INFO(name << " " << (document.ok() ? "" : document.error().message));
  REQUIRE(document.ok());
  return *std::move(document);
}

NormalizedDocument read_story(const Document& document, const std::string& options) {
  static const PluginCatalogue catalogue = PluginCatalogue::discover({STORYDIFF_PLUGIN_DIR});
  Pipeline pipeline;
  for (const PluginManifest& plugin : catalogue.plugins()) {
    if (plugin.media_types.empty()) continue;
    auto loaded = catalogue.load_when_needed(plugin.id, options, trusting(plugin.id));
    REQUIRE(loaded.ok());
    PipelineStep step;
    step.normalizer = *loaded;
    step.id = plugin.id;
    pipeline.push_back(std::move(step));
  }
  const Document* documents[] = {&document};
  return run_pipeline(documents, pipeline).front();
}

std::string story_of(const NormalizedDocument& normalized) {
  std::string story;
  for (const Span paragraph : normalized.paragraphs)
    story += (story.empty() ? "" : "\n") + std::string(slice(normalized.text, paragraph)) + "\n";
  return story;
}

namespace {

std::string without_markdown(std::string text) {
  for (std::size_t link = text.find("]("); link != std::string::npos; link = text.find("]("))
    text.erase(link, text.find(')', link) + 1 - link);
  std::erase_if(text, [](char c) { return c == '*' || c == '[' || c == '\\'; });
  return text;
}

}  // namespace

std::string shown(std::string_view raw, std::string_view media_type) {
  std::string text(raw);
  if (media_type == "text/markdown") text = without_markdown(text);
  if (media_type.ends_with("json")) text = readers::decode_json(raw, {0, raw.size()}).text;
  std::string bare;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool tag = text[i] == '<' && i + 1 < text.size() && text[i + 1] != ' ';
    if (tag && text.find('>', i) != std::string::npos) {
      const std::string_view cdata = "<![CDATA[";
      i = text.compare(i, cdata.size(), cdata) == 0 ? i + cdata.size() - 1 : text.find('>', i);
    } else if (text.compare(i, 3, "]]>") == 0) {
      i += 2;
    } else {
      bare += text[i];
    }
  }
  std::string folded;
  for (const char c : readers::decode_entities(bare)) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (space && (folded.empty() || folded.back() == ' ')) continue;
    folded += space ? ' ' : c;
  }
  while (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

std::vector<std::string> furniture_of(const NormalizedDocument& normalized) {
  std::vector<std::string> pieces;
  for (const LedgerEntry& entry : normalized.ledger) {
    if (entry.action != EditAction::kDrop || entry.text.find('<') != std::string::npos) continue;
    if (entry.role == "navigation" || entry.role == "related") continue;
    pieces.push_back(entry.role + ": " + entry.text);
  }
  return pieces;
}

}  // namespace readers_test
