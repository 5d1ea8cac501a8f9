#include "arrange.hpp"

#include <algorithm>
#include <numeric>

namespace storydiff::paragraph_order {
namespace {

constexpr std::size_t kLongestRun = 4;     // a speaker and the paragraphs that hang on it move together
constexpr std::size_t kMostPasses = 60;    // climbing ends long before; this is the promise
constexpr std::size_t kRestarts = 48;      // with fewer, stories of 20 paragraphs still missed their best order
constexpr std::size_t kRestartLimit = 64;  // above so many things only the plain starts are climbed from
constexpr double kTie = 1e-9;

/// Climbs from one start.
class Climber {
 public:
  Climber(const Wishes& wishes, Order order) : wishes_(wishes), order_(std::move(order)) {}

  Order climb() {
    for (std::size_t pass = 0; pass < kMostPasses; ++pass)
      if (!improve()) break;
    return std::move(order_);
  }

 private:
  /// Moves each run to its best place; true when anything moved.
  bool improve() {
    bool moved = false;
    for (std::size_t length = 1; length <= kLongestRun; ++length)
      for (std::size_t begin = 1; begin + length <= order_.size(); ++begin) moved = move_best(begin, length) || moved;
    return moved;
  }

  [[nodiscard]] double join(std::size_t left, std::size_t right) const {
    return right < order_.size() ? wishes_.next(order_[left], order_[right]) : 0.0;
  }

  /// What the run [begin, end) gains by going over the thing at `over`: positive when it likes that.
  [[nodiscard]] double pass_over(std::size_t begin, std::size_t end, std::size_t over, bool to_right) const {
    double gain = 0;
    for (std::size_t k = begin; k < end; ++k) {
      const double swap = wishes_.before(order_[over], order_[k]) - wishes_.before(order_[k], order_[over]);
      gain += to_right ? swap : -swap;
    }
    return gain;
  }

  bool move_best(std::size_t begin, std::size_t length) {
    const std::size_t end = begin + length;
    // Taking the run out joins its neighbours.
    double out = -join(begin - 1, begin) - join(end - 1, end);
    if (end < order_.size()) out += wishes_.next(order_[begin - 1], order_[end]);
    double best = kTie, passed = 0;
    std::size_t place = begin;  // index, in the present order, of the thing that the run goes before
    for (std::size_t over = end; over < order_.size(); ++over) {
      passed += pass_over(begin, end, over, true);
      double in = wishes_.next(order_[over], order_[begin]);
      if (over + 1 < order_.size())
        in += wishes_.next(order_[end - 1], order_[over + 1]) - wishes_.next(order_[over], order_[over + 1]);
      if (out + passed + in > best) best = out + passed + in, place = over + 1;
    }
    passed = 0;
    for (std::size_t over = begin; over-- > 1;) {
      passed += pass_over(begin, end, over, false);
      const double in = wishes_.next(order_[over - 1], order_[begin]) + wishes_.next(order_[end - 1], order_[over]) -
                        wishes_.next(order_[over - 1], order_[over]);
      if (out + passed + in > best) best = out + passed + in, place = over;
    }
    if (place == begin) return false;
    const auto at = [this](std::size_t k) { return order_.begin() + static_cast<std::ptrdiff_t>(k); };
    if (place > begin) {
      std::rotate(at(begin), at(end), at(place));
    } else {
      std::rotate(at(place), at(begin), at(end));
    }
    return true;
  }

  const Wishes& wishes_;
  Order order_;
};

/// By how early each thing would stand if only the `before` wishes counted.
Order by_precedence(const Wishes& wishes) {
  const std::size_t n = wishes.size();
  std::vector<double> early(n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) early[i] += wishes.before(i, j) - wishes.before(j, i);
  Order order(n);
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin() + 1, order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return early[a] > early[b]; });
  return order;
}

/// Cuts the order at three places and swaps the two middle parts: what single moves do not undo.
void shake(Order& order, std::uint32_t& seed) {
  std::size_t cuts[3];
  for (std::size_t& cut : cuts) {
    seed = seed * 1664525u + 1013904223u;
    cut = 1 + (seed >> 8) % order.size();
  }
  std::sort(std::begin(cuts), std::end(cuts));
  const auto at = [&order](std::size_t k) { return order.begin() + static_cast<std::ptrdiff_t>(k); };
  std::rotate(at(cuts[0]), at(cuts[1]), at(cuts[2]));
}

}  // namespace

double worth(const Wishes& wishes, const Order& order) {
  double sum = 0;
  for (std::size_t a = 0; a < order.size(); ++a) {
    if (a + 1 < order.size()) sum += wishes.next(order[a], order[a + 1]);
    for (std::size_t b = a + 1; b < order.size(); ++b) sum += wishes.before(order[a], order[b]);
  }
  return sum;
}

Order arrange(const Wishes& wishes) {
  const std::size_t n = wishes.size();
  Order file_order(n);
  std::iota(file_order.begin(), file_order.end(), 0u);
  if (n < 3) return file_order;

  Order best = Climber(wishes, file_order).climb();
  double best_worth = worth(wishes, best);
  const auto consider = [&](Order start) {
    Order order = Climber(wishes, std::move(start)).climb();
    const double order_worth = worth(wishes, order);
    if (order_worth <= best_worth + kTie) return;
    best = std::move(order);
    best_worth = order_worth;
  };
  consider(by_precedence(wishes));
  std::uint32_t seed = 1;
  for (std::size_t restart = 0; restart < kRestarts && n <= kRestartLimit; ++restart) {
    Order start = best;
    shake(start, seed);
    consider(std::move(start));
  }
  return best;
}

}  // namespace storydiff::paragraph_order
