#include "align/best_path.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "align/grid.hpp"
#include "align/weights.hpp"
#include "deadline_watch.hpp"

namespace storydiff {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// Largest value so far at any place before one (a Fenwick tree over maxima).
class PrefixMaximum {
 public:
  explicit PrefixMaximum(std::uint32_t places) : tree_(places + 1, 0) {}
  void raise(std::uint32_t place, std::uint64_t value) {
    for (std::size_t i = place + 1; i < tree_.size(); i += i & (~i + 1)) tree_[i] = std::max(tree_[i], value);
  }
  [[nodiscard]] std::uint64_t before(std::uint32_t place) const {
    std::uint64_t best = 0;
    for (std::size_t i = place; i > 0; i -= i & (~i + 1)) best = std::max(best, tree_[i]);
    return best;
  }

 private:
  std::vector<std::uint64_t> tree_;
};

/// Word scores as whole numbers, so that sums are the same from either end; 0 below `kPathScore`.
std::uint64_t value_of(const ScoredPair& p) {
  return p.word_score < kPathScore ? 0 : static_cast<std::uint64_t>(std::llround(p.word_score * 65536));
}

/// By pair: the best sum of a chain that ends before it, strictly ascending in both texts.
std::vector<std::uint64_t> sums_before(const std::vector<ScoredPair>& pairs, std::uint32_t sources) {
  std::vector<std::uint64_t> sums(pairs.size(), 0);
  PrefixMaximum best(sources);
  for (std::size_t i = 0; i < pairs.size();) {
    check_deadline();
    std::size_t end = i;
    for (; end < pairs.size() && pairs[end].target == pairs[i].target; ++end)
      sums[end] = best.before(pairs[end].source);
    for (; i < end; ++i) best.raise(pairs[i].source, sums[i] + value_of(pairs[i]));
  }
  return sums;
}

/// By pair: the best sum of a chain that begins behind it.
std::vector<std::uint64_t> sums_behind(const std::vector<ScoredPair>& pairs, std::uint32_t sources) {
  std::vector<std::uint64_t> sums(pairs.size(), 0);
  PrefixMaximum best(sources);
  for (std::size_t i = pairs.size(); i > 0;) {
    check_deadline();
    std::size_t first = i;
    for (; first > 0 && pairs[first - 1].target == pairs[i - 1].target; --first)
      sums[first - 1] = best.before(sources - 1 - pairs[first - 1].source);
    for (; i > first; --i) best.raise(sources - 1 - pairs[i - 1].source, sums[i - 1] + value_of(pairs[i - 1]));
  }
  return sums;
}

/// For each place of one text the place of the other on the line through `stations` (by place, kNone
/// where there is none), with the corners of the two texts as first and last station.
std::vector<double> line_through(const std::vector<std::uint32_t>& stations, std::uint32_t others) {
  std::vector<double> line(stations.size());
  double from = -1;
  double to = -1;
  for (std::size_t i = 0; i <= stations.size(); ++i) {
    if (i < stations.size() && stations[i] == kNone) continue;
    const auto next = static_cast<double>(i);
    const double there = i < stations.size() ? stations[i] : others;
    for (auto k = static_cast<std::size_t>(from + 1); k < std::min(i + 1, stations.size()); ++k)
      line[k] = to + (there - to) * (static_cast<double>(k) - from) / (next - from);
    from = next;
    to = there;
  }
  return line;
}

/// The least of the sums of the best value of each row and of each column: what a chain could hold.
std::uint64_t reachable(const std::vector<ScoredPair>& pairs, std::uint32_t sources, std::uint32_t targets) {
  std::vector<std::uint64_t> rows(targets, 0);
  std::vector<std::uint64_t> columns(sources, 0);
  for (const ScoredPair& p : pairs) {
    rows[p.target] = std::max(rows[p.target], value_of(p));
    columns[p.source] = std::max(columns[p.source], value_of(p));
  }
  std::uint64_t row_sum = 0;
  std::uint64_t column_sum = 0;
  for (const std::uint64_t value : rows) row_sum += value;
  for (const std::uint64_t value : columns) column_sum += value;
  return std::min(row_sum, column_sum);
}

}  // namespace

double find_best_path(std::vector<ScoredPair>& pairs, std::uint32_t sources, std::uint32_t targets) {
  const std::vector<std::uint64_t> before = sums_before(pairs, sources);
  const std::vector<std::uint64_t> behind = sums_behind(pairs, sources);
  std::uint64_t best = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) best = std::max(best, before[i] + value_of(pairs[i]) + behind[i]);

  // Where two chains are equally good, the pairs in which they differ are no stations: the choice
  // between them would be anybody's.
  std::vector<std::uint32_t> in_rows(targets, 0);
  std::vector<std::uint32_t> in_columns(sources, 0);
  const auto on_best = [&](std::size_t i) {
    return value_of(pairs[i]) > 0 && before[i] + value_of(pairs[i]) + behind[i] == best;
  };
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (!on_best(i)) continue;
    ++in_rows[pairs[i].target];
    ++in_columns[pairs[i].source];
  }
  std::vector<std::uint32_t> row_stations(targets, kNone);
  std::vector<std::uint32_t> column_stations(sources, kNone);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const ScoredPair& p = pairs[i];
    if (!on_best(i) || in_rows[p.target] != 1 || in_columns[p.source] != 1) continue;
    row_stations[p.target] = p.source;
    column_stations[p.source] = p.target;
  }
  const std::vector<double> row_line = line_through(row_stations, sources);
  const std::vector<double> column_line = line_through(column_stations, targets);
  for (ScoredPair& p : pairs) {
    const double away = std::min(std::abs(p.source - row_line[p.target]), std::abs(p.target - column_line[p.source]));
    p.path = 1 - std::min(away, kPathReach) / kPathReach;
  }
  const std::uint64_t all = reachable(pairs, sources, targets);
  return all == 0 ? 0 : static_cast<double>(best) / static_cast<double>(all);
}

}  // namespace storydiff
