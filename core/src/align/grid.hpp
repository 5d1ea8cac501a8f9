/// \file grid.hpp
/// Candidate pairs as a sparse grid: rows are target sentences, columns source sentences.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "align/evidence.hpp"

namespace storydiff {

/// Finds cells by place. Borrows the pairs, which are sorted by target, then source.
class Grid {
 public:
  Grid(const std::vector<ScoredPair>& pairs, std::size_t targets) : pairs_(pairs), starts_(targets + 1, 0) {
    for (const ScoredPair& p : pairs) ++starts_[p.target + 1];
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  }

  [[nodiscard]] std::int64_t rows() const { return static_cast<std::int64_t>(starts_.size()) - 1; }

  /// Index of the first cell of each row, and one behind the last.
  [[nodiscard]] const std::vector<std::uint32_t>& starts() const { return starts_; }

  /// Index of the first cell of `row` whose column is not before `column`, and of the row's end.
  /// Empty outside of the grid.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> from(std::int64_t row, std::int64_t column) const {
    if (row < 0 || row >= rows()) return {0, 0};
    const std::uint32_t end = starts_[static_cast<std::size_t>(row) + 1];
    const auto first = pairs_.begin() + starts_[static_cast<std::size_t>(row)];
    const auto at = std::lower_bound(first, pairs_.begin() + end, column,
                                     [](const ScoredPair& p, std::int64_t c) { return p.source < c; });
    return {static_cast<std::uint32_t>(at - pairs_.begin()), end};
  }

  /// The cell at a place, or null.
  [[nodiscard]] const ScoredPair* at(std::int64_t row, std::int64_t column) const {
    const auto [index, end] = from(row, column);
    return index < end && pairs_[index].source == column ? &pairs_[index] : nullptr;
  }

 private:
  const std::vector<ScoredPair>& pairs_;
  std::vector<std::uint32_t> starts_;  ///< by row, and one behind the last
};

/// The two largest values of a row or column.
struct TopTwo {
  double first = 0;
  double second = 0;

  void add(double value) {
    if (value > first) {
      second = first;
      first = value;
    } else {
      second = std::max(second, value);
    }
  }
  /// The best of the others, for one that has `value`.
  [[nodiscard]] double rival_of(double value) const { return value >= first ? second : first; }
};

struct TopTwos {
  std::vector<TopTwo> rows;
  std::vector<TopTwo> columns;
};

/// `value_of` a pair, for all rows and columns.
template <class ValueOf>
[[nodiscard]] TopTwos top_twos(const std::vector<ScoredPair>& pairs, std::size_t sources, std::size_t targets,
                               ValueOf value_of) {
  TopTwos tops{std::vector<TopTwo>(targets), std::vector<TopTwo>(sources)};
  for (const ScoredPair& p : pairs) {
    tops.rows[p.target].add(value_of(p));
    tops.columns[p.source].add(value_of(p));
  }
  return tops;
}

}  // namespace storydiff
