// Time and memory. Bounds are wide: they tell the unusable from the usable, not the slow from the fast.
#include <algorithm>
#include <cmath>
#include <string>

#include "plugin_check/check.hpp"
#include "plugin_check/cost.hpp"
#include "plugin_check/trial.hpp"

namespace storydiff::plugin_check {
namespace {

constexpr std::size_t kKilobyte = 1000;
constexpr std::size_t kTimedBytes = 200 * kKilobyte;
/// For each kilobyte of stories. Ten stories of 5 KB: half a second.
constexpr double kMostSeconds = 10e-3;
constexpr double kManySeconds = 1e-3;

/// Time that grows like size to the power of 1.5 turns a second into half a minute at ten times the size.
constexpr double kSteepest = 1.5;
/// In seconds: below the one there is nothing to measure, and nothing to fear; beyond the other no larger text is
/// tried.
struct Window {
  double shortest;
  double long_enough;
};
constexpr Window kProcessorWindow{0.15, 0.25};
/// By the clock on the wall, where a busy machine makes tenths of a second out of milliseconds: a text goes to another
/// process piece by piece, and each piece waits for its turn.
constexpr Window kWallWindow{0.8, 1.2};
/// A machine that does much else measures wrong now and then, and seldom three times.
constexpr int kMeasurements = 3;
constexpr std::size_t kSmallestSize = 4 * kKilobyte;
constexpr std::size_t kLargestSize = 1024 * kKilobyte;

/// More than this for each document, round after round over the same documents, is a leak.
constexpr std::size_t kBytesLeft = 24;

void run_over(const Subject& subject, const std::shared_ptr<Normalizer>& plugin, const Text& text) {
  static_cast<void>(try_text(subject.manifest(), plugin, text, subject.manifest().needs_counterpart ? &text : nullptr));
}

/// The best of several runs where they are short.
double time_of(const Subject& subject, const std::shared_ptr<Normalizer>& plugin, const Text& text) {
  double best = 1e9;
  for (int i = 0; i < 4; ++i) {
    best = std::min(best, seconds_of(subject.manifest(), [&] { run_over(subject, plugin, text); }));
    if (best > 0.1) break;
  }
  return best;
}

/// A text of `size` bytes in one of the shapes that rules walk through in different ways.
struct Shape {
  const char* name;
  std::string (*make)(const std::vector<Text>& stories, std::size_t size);
};

std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

const Shape kShapes[] = {
    {"stories one after the other", [](const auto& stories, std::size_t size) { return tiled(stories, size); }},
    {"one line", [](const auto& stories, std::size_t size) { return on_one_line(tiled(stories, size)); }},
    {"short paragraphs",
     [](const auto&, std::size_t size) {
       return tiled({{"", "One word.\n\nBy Anna Reporter\n\n- More:\n\n(Agency)\n\n"}}, size);
     }},
};

/// Why the time grows too fast with texts of `shape`, by one measurement; empty where it does not.
std::string growth_complaint(const Subject& subject, const std::shared_ptr<Normalizer>& plugin, const Shape& shape,
                             const std::vector<Text>& stories) {
  const Window window = runs_in_this_process(subject.manifest()) ? kProcessorWindow : kWallWindow;
  std::vector<double> times;
  for (std::size_t size = kSmallestSize; size <= kLargestSize; size *= 2) {
    subject.at(std::to_string(size / kKilobyte) + " KB, " + shape.name);
    times.push_back(time_of(subject, plugin, {shape.name, shape.make(stories, size)}));
    if (times.size() > 3 && times.back() > window.long_enough) break;
  }
  const std::size_t last = times.size() - 1;
  if (times[last] < window.shortest) return {};
  // Over a factor of eight in size: noise in one measurement does not decide.
  const std::size_t first = last - 3;
  if (std::log(times[last] / std::max(times[first], 1e-6)) / std::log(8.0) <= kSteepest) return {};
  const auto kilobytes = [](std::size_t step) {
    return std::to_string((kSmallestSize << step) / kKilobyte) + " KB take ";
  };
  return std::string(shape.name) + ": " + kilobytes(first) + spoken_seconds(times[first]) + ", " + kilobytes(last) +
         spoken_seconds(times[last]) + ": more than eight times the text should";
}

}  // namespace

Outcome check_time(const Subject& subject) {
  const auto plugin = subject.make();
  if (!plugin) return failed(plugin.error().message);
  const Text text{"200 KB of stories", tiled(subject.stories(), kTimedBytes)};
  run_over(subject, *plugin, {"warm-up", "A word."});
  const double seconds = time_of(subject, *plugin, text) / (static_cast<double>(text.text.size()) / kKilobyte);
  const std::string words = spoken_seconds(seconds) + " a kilobyte";
  if (seconds > kMostSeconds) return failed(words + ", more than " + spoken_seconds(kMostSeconds));
  if (seconds > kManySeconds) return warning(words + ", more than " + spoken_seconds(kManySeconds));
  return passed(words);
}

Outcome check_time_growth(const Subject& subject) {
  const auto plugin = subject.make();
  if (!plugin) return failed(plugin.error().message);
  const std::vector<Text> stories = subject.stories();
  for (const Shape& shape : kShapes) {
    std::string complaint;
    for (int i = 0; i < kMeasurements && (i == 0 || !complaint.empty()); ++i)
      complaint = growth_complaint(subject, *plugin, shape, stories);
    if (!complaint.empty()) return failed(complaint);
  }
  return passed();
}

Outcome check_memory_growth(const Subject& subject) {
  if (!runs_in_this_process(subject.manifest())) return skipped("it runs in another process, whose memory is limited");
  const auto plugin = subject.make();
  if (!plugin) return failed(plugin.error().message);
  const std::vector<Text> texts = subject.stories();
  if (texts.empty()) return skipped("there are no stories: none are installed, and the plugin has no cases");
  const auto growth = memory_growth(
      [&] {
        for (int i = 0; i < 3; ++i)
          for (const Text& text : texts) run_over(subject, *plugin, text);
      },
      3 * texts.size() * kBytesLeft);
  if (growth)
    return failed(*growth + " more after each round of the same " + std::to_string(3 * texts.size()) + " documents");
  return passed();
}

}  // namespace storydiff::plugin_check
