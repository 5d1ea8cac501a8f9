// Measures what the readers cost.
//
//   reader_time PLUGIN_FOLDER
//
// Makes files of 10 MB: a page, the same story in JSON, NITF and Markdown. Out: tab-separated, a line for each: format,
// milliseconds of processor time from raw file to normalized text (the best of three runs), megabytes a second, edits.
// Exit status 0, 2 where a reader is not there or fails.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>

#include "storydiff/document.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"

namespace {

constexpr std::size_t kBytes = 10'000'000;
constexpr int kRuns = 3;

std::string paragraph(std::size_t i) {
  return "Ferry crews on the <b>Kessel</b> line walked out for day " + std::to_string(i) +
         " on Thursday after talks\n   with the operator collapsed &amp; stranded about <a href=\"/n\">4,200</a> "
         "people.";
}

std::string page() {
  std::string text = "<!doctype html><html><head><title>t</title></head><body><nav><ul>";
  for (int i = 0; i < 50; ++i) text += "<li><a href=\"/" + std::to_string(i) + "\">Section</a></li>";
  text += "</ul></nav><main><article class=\"story\"><h1>Headline</h1>";
  for (std::size_t i = 0; text.size() < kBytes; ++i) text += "<div class=\"row\"><p>" + paragraph(i) + "</p></div>\n";
  return text + "</article></main></body></html>";
}

std::string json() {
  std::string text = R"({"uri": "u", "headline": "Headline", "body_html": ")";
  for (std::size_t i = 0; text.size() < kBytes; ++i) {
    for (const char c : "<p>" + paragraph(i) + "</p>\n") {
      if (c == '"' || c == '\\') text += '\\';
      text += c == '\n' ? "\\n" : std::string(1, c);
    }
  }
  return text + "\"}";
}

std::string nitf() {
  std::string text = "<nitf><body><body.content>";
  for (std::size_t i = 0; text.size() < kBytes; ++i) text += "<p>" + paragraph(i) + "</p>\n";
  return text + "</body.content></body></nitf>";
}

std::string markdown() {
  std::string text = "# Headline\n\n";
  for (std::size_t i = 0; text.size() < kBytes; ++i)
    text += "Ferry crews on the **Kessel** line walked out for day " + std::to_string(i) +
            " on Thursday after talks\nwith the operator [collapsed](/n) &amp; stranded about 4,200 people.\n\n";
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: reader_time PLUGIN_FOLDER\n", stderr);
    return 2;
  }
  struct Task {
    const char *plugin, *format;
    std::string bytes;
  };
  const Task tasks[] = {{"html", "html", page()},
                        {"news-json", "ninjs", json()},
                        {"news-xml", "nitf", nitf()},
                        {"markdown", "markdown", markdown()}};
  const auto catalogue = storydiff::PluginCatalogue::discover({argv[1]});
  for (const Task& task : tasks) {
    storydiff::ReadOptions options;
    options.format = task.format;
    const auto document = storydiff::make_document("bench", task.bytes, options);
    auto plugin = catalogue.load(task.plugin, "{}");
    if (!document.ok() || !plugin.ok()) {
      std::fprintf(stderr, "reader_time: %s can not be loaded\n", task.plugin);
      return 2;
    }
    storydiff::PipelineStep step;
    step.normalizer = *plugin;
    step.id = task.plugin;
    const storydiff::Document* documents[] = {&*document};
    double best = 0;
    std::size_t edits = 0;
    for (int run = 0; run < kRuns; ++run) {
      const std::clock_t begin = std::clock();
      const auto normalized = storydiff::run_pipeline(documents, {step});
      const double took = 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
      best = run == 0 ? took : std::min(best, took);
      edits = normalized.front().ledger.size();
      if (normalized.front().plugins[0].status != storydiff::PluginRun::Status::kOk) {
        std::fprintf(stderr, "reader_time: %s: %s\n", task.plugin, normalized.front().plugins[0].message.c_str());
        return 2;
      }
    }
    std::printf("%s\t%.0f\t%.0f\t%zu\n", task.format, best, static_cast<double>(task.bytes.size()) / 1000.0 / best,
                edits);
  }
  return 0;
}
