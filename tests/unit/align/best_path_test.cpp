// The best path against a naive twin that tries every chain.

#include "align/best_path.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

#include "align/weights.hpp"
#include "support/catch.hpp"

using storydiff::ScoredPair;

namespace {

ScoredPair cell(std::uint32_t target, std::uint32_t source, double score) {
  ScoredPair p;
  p.source = source;
  p.target = target;
  p.word_score = score;
  return p;
}

/// The largest sum over all chains, by trying each pair as the next link. Exponential.
double best_sum(const std::vector<ScoredPair>& pairs, std::int64_t source, std::int64_t target) {
  double best = 0;
  for (const ScoredPair& p : pairs)
    if (p.source > source && p.target > target && p.word_score >= storydiff::kPathScore)
      best = std::max(best, p.word_score + best_sum(pairs, p.source, p.target));
  return best;
}

double reachable(const std::vector<ScoredPair>& pairs, std::uint32_t sources, std::uint32_t targets) {
  std::vector<double> rows(targets, 0);
  std::vector<double> columns(sources, 0);
  for (const ScoredPair& p : pairs) {
    if (p.word_score < storydiff::kPathScore) continue;
    rows[p.target] = std::max(rows[p.target], p.word_score);
    columns[p.source] = std::max(columns[p.source], p.word_score);
  }
  double row_sum = 0;
  double column_sum = 0;
  for (const double v : rows) row_sum += v;
  for (const double v : columns) column_sum += v;
  return std::min(row_sum, column_sum);
}

}  // namespace

TEST_CASE("the share that the best chain holds is that of a search through all chains") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const auto sources = static_cast<std::uint32_t>(1 + random() % 6);
    const auto targets = static_cast<std::uint32_t>(1 + random() % 6);
    std::vector<ScoredPair> pairs;
    for (std::uint32_t t = 0; t < targets; ++t)
      for (std::uint32_t s = 0; s < sources; ++s)
        if (random() % 2 == 0) pairs.push_back(cell(t, s, static_cast<double>(random() % 100) / 100));
    const double all = reachable(pairs, sources, targets);
    const double expected = all > 0 ? best_sum(pairs, -1, -1) / all : 0;
    INFO("round " << round);
    CHECK(storydiff::find_best_path(pairs, sources, targets) == Approx(expected).margin(1e-4));
    for (const ScoredPair& p : pairs) {
      CHECK(p.path >= 0);
      CHECK(p.path <= 1);
    }
  }
}

TEST_CASE("pairs on the line through the chain are on the path, others as far as they are near") {
  std::vector<ScoredPair> pairs{cell(0, 0, 0.9), cell(1, 4, 0.2), cell(2, 2, 0.05), cell(4, 4, 0.9), cell(5, 0, 0.05)};
  storydiff::find_best_path(pairs, 6, 6);
  CHECK(pairs[0].path == 1);
  CHECK(pairs[2].path == 1);  // too weak for a station, but on the line between two
  CHECK(pairs[3].path == 1);
  CHECK(pairs[1].path == Approx(1 - 3 / storydiff::kPathReach));
  CHECK(pairs[4].path < pairs[1].path);
}

TEST_CASE("the mirror image has the same path") {
  std::mt19937 random(11);
  for (int round = 0; round < 100; ++round) {
    std::vector<ScoredPair> pairs;
    for (std::uint32_t t = 0; t < 7; ++t)
      for (std::uint32_t s = 0; s < 5; ++s)
        if (random() % 2 == 0) pairs.push_back(cell(t, s, static_cast<double>(random() % 4) / 4));
    std::vector<ScoredPair> mirror;
    for (const ScoredPair& p : pairs) mirror.push_back(cell(p.source, p.target, p.word_score));
    const auto by_place = [](const ScoredPair& a, const ScoredPair& b) {
      return a.target != b.target ? a.target < b.target : a.source < b.source;
    };
    std::sort(mirror.begin(), mirror.end(), by_place);
    CHECK(storydiff::find_best_path(pairs, 5, 7) == storydiff::find_best_path(mirror, 7, 5));
    for (const ScoredPair& p : pairs) {
      const auto twin = std::find_if(mirror.begin(), mirror.end(),
                                     [&](const ScoredPair& m) { return m.source == p.target && m.target == p.source; });
      REQUIRE(twin != mirror.end());
      CHECK(p.path == twin->path);
    }
  }
}
