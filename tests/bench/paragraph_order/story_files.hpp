/// \file story_files.hpp
/// Stories as files: paragraphs separated by blank lines, the first one the lede; and what the
/// bench and its test measure on them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "lead_first.hpp"

namespace storydiff::paragraph_order::bench {

struct Story {
  std::string name;
  std::vector<std::string> paragraphs;
};

/// All `.txt` files of a folder, by name. A line is a paragraph; blank lines do not count.
inline std::vector<Story> read_stories(const std::filesystem::path& folder) {
  std::vector<Story> stories;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    Story story{entry.path().stem().string(), {}};
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);)
      if (!line.empty()) story.paragraphs.push_back(line);
    stories.push_back(std::move(story));
  }
  std::sort(stories.begin(), stories.end(), [](const Story& a, const Story& b) { return a.name < b.name; });
  return stories;
}

/// Kendall's tau against 0, 1, 2, ...: 1 the same order, -1 the reverse, 0 none.
inline double kendall_tau(const std::vector<std::uint32_t>& order) {
  if (order.size() < 2) return 1.0;
  double sum = 0;
  for (std::size_t a = 0; a < order.size(); ++a)
    for (std::size_t b = a + 1; b < order.size(); ++b) sum += order[a] < order[b] ? 1 : -1;
  return sum / (static_cast<double>(order.size() * (order.size() - 1)) / 2.0);
}

struct Score {
  double restored = 0;  ///< mean tau of what `lead-first` makes of the shuffles
  double baseline = 0;  ///< mean tau of the shuffles with nothing but the lede put first
  double intact = 0;    ///< tau when only the lede was pushed down, to the middle: 1 is wanted
};

/// Shuffles the story `seeds` times (the same shuffles everywhere), marks the lede, restores.
inline Score measure(const Story& story, std::uint32_t seeds) {
  const auto restore = [&story](const std::vector<std::uint32_t>& file) {
    std::vector<std::string_view> texts;
    for (const std::uint32_t i : file) texts.push_back(story.paragraphs[i]);
    const auto lede = static_cast<std::uint32_t>(std::find(file.begin(), file.end(), 0u) - file.begin());
    const Plan plan = plan_lead_first(texts, {lede});
    std::vector<std::uint32_t> restored;
    for (const std::uint32_t place : plan.order) restored.push_back(file[place]);
    return plan.order.empty() ? file : restored;
  };
  Score score;
  std::vector<std::uint32_t> file(story.paragraphs.size());
  for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
    std::iota(file.begin(), file.end(), 0u);
    std::mt19937 random(seed);
    for (std::size_t i = file.size(); i > 1; --i) std::swap(file[i - 1], file[random() % i]);
    score.restored += kendall_tau(restore(file)) / seeds;
    std::rotate(file.begin(), std::find(file.begin(), file.end(), 0u), std::find(file.begin(), file.end(), 0u) + 1);
    score.baseline += kendall_tau(file) / seeds;
  }
  std::iota(file.begin(), file.end(), 0u);
  std::rotate(file.begin(), file.begin() + 1, file.begin() + static_cast<std::ptrdiff_t>(file.size() / 2));
  score.intact = kendall_tau(restore(file));
  return score;
}

}  // namespace storydiff::paragraph_order::bench
