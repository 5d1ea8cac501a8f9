/// \file arrange.hpp
/// Finds the order of n things that pleases pairwise wishes best: the search, not the policy, which is
/// in lead_first.hpp and follow_counterpart.hpp.
///
/// A `Wishes` matrix says for each ordered pair how much it is worth that i stands anywhere before
/// j, and how much that i stands directly before j. Finding the best order is NP-hard (it contains
/// the linear ordering problem), so `arrange` climbs: from several starts it moves runs of one to
/// four things to better places until none helps. Deterministic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace storydiff::paragraph_order {

/// An order: `order[k]` is the index of the thing in place k.
using Order = std::vector<std::uint32_t>;

class Wishes {
 public:
  explicit Wishes(std::size_t size) : size_(size), before_(size * size), next_(size * size) {}
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] double before(std::size_t i, std::size_t j) const { return before_[i * size_ + j]; }
  [[nodiscard]] double next(std::size_t i, std::size_t j) const { return next_[i * size_ + j]; }
  void add_before(std::size_t i, std::size_t j, double worth) { before_[i * size_ + j] += worth; }
  void add_next(std::size_t i, std::size_t j, double worth) { next_[i * size_ + j] += worth; }

 private:
  std::size_t size_;
  std::vector<double> before_;
  std::vector<double> next_;
};

/// The worth of an order. O(n^2).
[[nodiscard]] double worth(const Wishes& wishes, const Order& order);

/// The best order found, with thing 0 kept first. Of orders of equal worth the one nearer to
/// 0, 1, 2, ... is preferred. A pass costs O(n^2); passes and starts are bounded.
[[nodiscard]] Order arrange(const Wishes& wishes);

}  // namespace storydiff::paragraph_order
