// Measures what isolation costs a document.
//
//   isolation_time PLUGIN_HOST PLUGIN_FOLDER STORIES...     for instance fixtures/stories/*/*.txt
//
// Each story is compared with the next one, as batch work does, so that every call carries two texts. Out:
// tab-separated, a line for each plugin of kPlugins: id, documents; microseconds a document in this process, in a
// process of its own, and the difference (the best of kRuns runs each); the same three in processor time, of all
// processes and over all runs, the start and end of the other process included. Exit status 0, 2 on bad input.
#include <sys/resource.h>

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

double processor_microseconds(int whose) {
  rusage usage{};
  ::getrusage(whose, &usage);
  const auto of = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_usec);
  };
  return of(usage.ru_utime) + of(usage.ru_stime);
}

/// Of this process, and of those that it has started and that have ended.
double processor_microseconds() {
  return processor_microseconds(RUSAGE_SELF) + processor_microseconds(RUSAGE_CHILDREN);
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

struct Times {
  double best = -1;  ///< microseconds a document; negative where the plugin failed
  double processor = 0;
};

Times measure(const std::vector<Document>& stories, const storydiff::PluginCatalogue& catalogue, const std::string& id,
              const storydiff::PluginPolicy& policy) {
  const auto documents = static_cast<double>(2 * (stories.size() - 1));
  const double before = processor_microseconds();
  Times times;
  {
    const auto normalizer = catalogue.load(id, "{}", policy);
    if (!normalizer.ok()) {
      std::fprintf(stderr, "isolation_time: %s\n", normalizer.error().message.c_str());
      return {};
    }
    const storydiff::PipelineStep step{*normalizer, id, "", ""};
    for (int run = 0; run < kRuns; ++run) {
      const auto begin = Clock::now();
      for (std::size_t i = 0; i + 1 < stories.size(); ++i) {
        const Document* const pair[] = {&stories[i], &stories[i + 1]};
        for (const auto& normalized : storydiff::run_pipeline(pair, {step}))
          if (normalized.plugins.back().status != storydiff::PluginRun::Status::kOk) return {};
      }
      const double took = microseconds_since(begin) / documents;
      times.best = run == 0 ? took : std::min(times.best, took);
    }
  }  // the other process has ended here
  times.processor = (processor_microseconds() - before) / (documents * kRuns);
  return times;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<Document> stories = argc < 4 ? std::vector<Document>() : read_stories(argc - 3, argv + 3);
  if (stories.size() < 2) {
    std::fputs("usage: isolation_time PLUGIN_HOST PLUGIN_FOLDER STORIES...   at least two that can be read\n", stderr);
    return 2;
  }
  const auto catalogue = storydiff::PluginCatalogue::discover({argv[2]});
  for (const char* id : kPlugins) {
    storydiff::PluginPolicy policy;
    policy.host = argv[1];
    const Times apart = measure(stories, catalogue, id, policy);
    policy.in_process = {id};
    const Times here = measure(stories, catalogue, id, policy);
    if (here.best < 0 || apart.best < 0) {
      std::fprintf(stderr, "isolation_time: %s can not be measured\n", id);
      return 2;
    }
    std::printf("%s\t%zu\t%.0f\t%.0f\t%.0f\t%.0f\t%.0f\t%.0f\n", id, 2 * (stories.size() - 1), here.best, apart.best,
                apart.best - here.best, here.processor, apart.processor, apart.processor - here.processor);
  }
  return 0;
}
