// Measures what the furniture plugins cost.
//
//   furniture_time PLUGIN_FOLDER STORIES...     for instance fixtures/stories/*/*.txt
//
// The stories are laid end to end, again and again, up to 10 MB. Out: tab-separated, a line for each plugin of the
// folder that runs by default and is named in kPlugins: id, milliseconds to load its rules, milliseconds for the 10 MB
// (the best of three runs), edits. Exit status 0, 2 on bad input.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "storydiff/document.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"

namespace {

constexpr std::size_t kBytes = 10'000'000;
constexpr int kRuns = 3;
constexpr const char* kPlugins[] = {"page-furniture", "wire-furniture"};

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

std::string laid_end_to_end(int count, char** paths) {
  std::string once;
  for (int i = 0; i < count; ++i) {
    std::ifstream file(paths[i], std::ios::binary);
    once.append(std::istreambuf_iterator<char>(file), {});
    once += '\n';
  }
  std::string text;
  while (once.size() > 1 && text.size() < kBytes) text += once;
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: furniture_time PLUGIN_FOLDER STORIES...\n", stderr);
    return 2;
  }
  const auto document = storydiff::make_document("stories", laid_end_to_end(argc - 2, argv + 2), {});
  if (!document.ok() || document->text.empty()) {
    std::fputs("furniture_time: the stories can not be read\n", stderr);
    return 2;
  }
  const auto catalogue = storydiff::PluginCatalogue::discover({argv[1]});
  for (const char* id : kPlugins) {
    auto begin = Clock::now();
    auto plugin = catalogue.load(id, "{}");
    const double loading = milliseconds_since(begin);
    if (!plugin.ok()) {
      std::fprintf(stderr, "furniture_time: %s can not be loaded\n", id);
      return 2;
    }
    storydiff::PipelineStep step;
    step.normalizer = *plugin;
    step.id = id;
    const storydiff::Document* documents[] = {&*document};
    double best = 0;
    std::size_t edits = 0;
    for (int run = 0; run < kRuns; ++run) {
      begin = Clock::now();
      edits = storydiff::run_pipeline(documents, {step}).front().ledger.size();
      const double took = milliseconds_since(begin);
      best = run == 0 ? took : std::min(best, took);
    }
    std::printf("%s\t%.0f\t%.0f\t%zu\n", id, loading, best, edits);
  }
  return 0;
}
