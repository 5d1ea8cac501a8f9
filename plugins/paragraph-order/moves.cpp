#include "moves.hpp"

#include <algorithm>

namespace storydiff::paragraph_order {
namespace {

/// `stays[paragraph]` for a longest increasing subsequence of the order (patience sorting).
std::vector<bool> longest_run(const Order& order) {
  constexpr std::uint32_t kNone = 0xFFFFFFFFu;
  std::vector<std::uint32_t> tails, previous(order.size(), kNone);  // places in the order
  for (std::uint32_t place = 0; place < order.size(); ++place) {
    const auto tail = std::lower_bound(tails.begin(), tails.end(), order[place],
                                       [&](std::uint32_t at, std::uint32_t value) { return order[at] < value; });
    if (tail != tails.begin()) previous[place] = *(tail - 1);
    if (tail == tails.end()) {
      tails.push_back(place);
    } else {
      *tail = place;
    }
  }
  std::vector<bool> stays(order.size());
  for (std::uint32_t place = tails.empty() ? kNone : tails.back(); place != kNone; place = previous[place])
    stays[order[place]] = true;
  return stays;
}

}  // namespace

std::vector<Move> moves_for(const Plan& plan) {
  const Order& order = plan.order;
  const std::vector<bool> stays = longest_run(order);
  std::vector<Move> moves;
  std::size_t waiting = 0;  // first move that does not know yet what it goes before
  bool adjacent = false;    // nothing that stays stands between this paragraph and the last move
  for (const std::uint32_t paragraph : order) {
    if (stays[paragraph]) {
      for (; waiting < moves.size(); ++waiting) moves[waiting].before = paragraph;
      adjacent = false;
      continue;
    }
    if (adjacent && moves.back().first + moves.back().count == paragraph) {
      ++moves.back().count;
    } else {
      moves.push_back({paragraph, 1, 0, plan.rules[paragraph]});
    }
    adjacent = true;
  }
  for (; waiting < moves.size(); ++waiting) moves[waiting].before = static_cast<std::uint32_t>(order.size());
  return moves;
}

}  // namespace storydiff::paragraph_order
