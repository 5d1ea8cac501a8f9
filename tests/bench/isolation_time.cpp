// Measures what isolation costs a document.
//
//   isolation_time PLUGIN_HOST PLUGIN_FOLDER STORIES...     for instance fixtures/stories/*/*.txt
//
// Each story is compared with the next one, as batch work does, so that every call carries two texts. Out:
// tab-separated, a line for each plugin of kPlugins: id, documents, microseconds a document in this process, in a
// process of its own, and the difference (the best of kRuns runs each), milliseconds to start that process. Exit
// status 0, 2 on bad input.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "storydiff/document.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"

namespace {

constexpr int kRuns = 5;
constexpr const char* kPlugins[] = {"paragraph-order", "wire-furniture"};

using Clock = std::chrono::steady_clock;
using storydiff::Document;

double microseconds_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
}

std::vector<Document> read_stories(int count, char** paths) {
  std::vector<Document> stories;
  for (int i = 0; i < count; ++i) {
    std::ifstream file(paths[i], std::ios::binary);
    auto story = storydiff::make_document(paths[i], std::string(std::istreambuf_iterator<char>(file), {}), {});
    if (story.ok()) stories.push_back(std::move(*story));
  }
  return stories;
}

/// Microseconds a document, the best of all runs; negative where the plugin failed on one.
double best_time(const std::vector<Document>& stories, const storydiff::PipelineStep& step) {
  double best = -1;
  for (int run = 0; run < kRuns; ++run) {
    const auto begin = Clock::now();
    for (std::size_t i = 0; i + 1 < stories.size(); ++i) {
      const Document* const pair[] = {&stories[i], &stories[i + 1]};
      for (const auto& normalized : storydiff::run_pipeline(pair, {step}))
        if (normalized.plugins.back().status != storydiff::PluginRun::Status::kOk) return -1;
    }
    const double took = microseconds_since(begin) / static_cast<double>(2 * (stories.size() - 1));
    best = best < 0 ? took : std::min(best, took);
  }
  return best;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<Document> stories = argc < 4 ? std::vector<Document>() : read_stories(argc - 3, argv + 3);
  if (stories.size() < 2) {
    std::fputs("usage: isolation_time PLUGIN_HOST PLUGIN_FOLDER STORIES...   at least two that can be read\n", stderr);
    return 2;
  }
  storydiff::PluginPolicy policy;
  policy.host = argv[1];
  const auto catalogue = storydiff::PluginCatalogue::discover({argv[2]});
  for (const char* id : kPlugins) {
    const auto here = catalogue.load(id, "{}");
    const auto begin = Clock::now();
    const auto apart = catalogue.load(id, "{}", policy);
    const double starting = microseconds_since(begin) / 1000;
    if (!here.ok() || !apart.ok()) {
      std::fprintf(stderr, "isolation_time: %s: %s\n", id, (here.ok() ? apart : here).error().message.c_str());
      return 2;
    }
    const double inside = best_time(stories, {*here, id, "", ""});
    const double outside = best_time(stories, {*apart, id, "", ""});
    if (inside < 0 || outside < 0) {
      std::fprintf(stderr, "isolation_time: %s fails on a story\n", id);
      return 2;
    }
    std::printf("%s\t%zu\t%.0f\t%.0f\t%.0f\t%.1f\n", id, 2 * (stories.size() - 1), inside, outside, outside - inside,
                starting);
  }
  return 0;
}
