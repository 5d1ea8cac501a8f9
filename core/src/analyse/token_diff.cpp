#include "analyse/token_diff.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace storydiff {
namespace {

using Run = std::span<const std::uint32_t>;

/// Elements that stand exactly once in both runs, as the longest sequence that ascends in both.
std::vector<TokenMatch> unique_anchors(Run a, Run b) {
  struct Seen {
    std::uint32_t count_a = 0;
    std::uint32_t count_b = 0;
    std::uint32_t at_a = 0;
  };
  std::unordered_map<std::uint32_t, Seen> seen;
  for (std::uint32_t i = 0; i < a.size(); ++i) {
    Seen& s = seen[a[i]];
    ++s.count_a;
    s.at_a = i;
  }
  for (const std::uint32_t element : b)
    if (const auto found = seen.find(element); found != seen.end()) ++found->second.count_b;

  std::vector<TokenMatch> common;  // ascending in b
  for (std::uint32_t j = 0; j < b.size(); ++j) {
    const auto found = seen.find(b[j]);
    if (found != seen.end() && found->second.count_a == 1 && found->second.count_b == 1)
      common.push_back({found->second.at_a, j});
  }

  // Patience: tails[k] is the chain of length k + 1 whose last place in a is smallest.
  std::vector<std::uint32_t> tails;
  std::vector<std::uint32_t> before(common.size(), 0);
  for (std::uint32_t i = 0; i < common.size(); ++i) {
    const auto place =
        std::partition_point(tails.begin(), tails.end(), [&](std::uint32_t t) { return common[t].a < common[i].a; });
    if (place != tails.begin()) before[i] = *(place - 1);
    if (place == tails.end()) {
      tails.push_back(i);
    } else {
      *place = i;
    }
  }
  std::vector<TokenMatch> chain(tails.size());
  for (std::size_t k = tails.size(), i = tails.empty() ? 0 : tails.back(); k > 0; i = before[i]) chain[--k] = common[i];
  return chain;
}

/// The longest common subsequence of two short runs, where equal elements leave no choice: all of them ascend
/// together. False, and nothing added, where they do not.
bool append_plain_matches(Run a, Run b, std::uint32_t a_begin, std::uint32_t b_begin, std::vector<TokenMatch>& out) {
  constexpr std::size_t kMostCells = 400;  // beyond that dtl is no dearer than a look at all pairs
  if (a.size() * b.size() > kMostCells) return false;
  const std::size_t before = out.size();
  std::size_t next = 0;  // in b, behind the last match
  for (std::size_t i = 0; i < a.size(); ++i) {
    bool matched = false;
    for (std::size_t j = 0; j < b.size(); ++j) {
      if (a[i] != b[j]) continue;
      if (matched || j < next) {
        out.resize(before);
        return false;
      }
      matched = true;
      next = j + 1;
      out.push_back({a_begin + static_cast<std::uint32_t>(i), b_begin + static_cast<std::uint32_t>(j)});
    }
  }
  return true;
}

class Differ {
 public:
  Differ(Run a, Run b) : a_(a), b_(b) {}

  /// Gaps still to be solved are kept on a list and not on the call stack: runs come from files.
  TokenDiff run() {
    result_.matches.reserve(std::min(a_.size(), b_.size()));
    gaps_.push_back({0, static_cast<std::uint32_t>(a_.size()), 0, static_cast<std::uint32_t>(b_.size())});
    while (!gaps_.empty()) {
      const Gap gap = gaps_.back();
      gaps_.pop_back();
      solve(gap);
    }
    const auto by_place = [](TokenMatch x, TokenMatch y) { return x.a < y.a; };
    if (!std::is_sorted(result_.matches.begin(), result_.matches.end(), by_place))
      std::sort(result_.matches.begin(), result_.matches.end(), by_place);
    return std::move(result_);
  }

 private:
  struct Gap {
    std::uint32_t a_begin, a_end, b_begin, b_end;
  };

  /// Equal ends belong together.
  void solve(Gap gap) {
    while (gap.a_begin < gap.a_end && gap.b_begin < gap.b_end && a_[gap.a_begin] == b_[gap.b_begin])
      result_.matches.push_back({gap.a_begin++, gap.b_begin++});
    const std::uint32_t end = gap.a_end;
    while (gap.a_begin < gap.a_end && gap.b_begin < gap.b_end && a_[gap.a_end - 1] == b_[gap.b_end - 1]) {
      --gap.a_end;
      --gap.b_end;
    }
    solve_middle(gap);
    for (std::uint32_t k = 0; gap.a_end + k < end; ++k) result_.matches.push_back({gap.a_end + k, gap.b_end + k});
  }

  /// Of a gap whose ends differ.
  void solve_middle(Gap gap) {
    const Run a = a_.subspan(gap.a_begin, gap.a_end - gap.a_begin);
    const Run b = b_.subspan(gap.b_begin, gap.b_end - gap.b_begin);
    if (a.empty() || b.empty() || append_plain_matches(a, b, gap.a_begin, gap.b_begin, result_.matches)) return;

    if ((a.size() + 1) * (b.size() + 1) <= kDtlCells) {
      for (const TokenMatch& m : diff_gap_with_dtl(a, b))
        result_.matches.push_back({gap.a_begin + m.a, gap.b_begin + m.b});
      return;
    }
    const std::vector<TokenMatch> anchors = unique_anchors(a, b);
    if (anchors.empty()) {
      result_.bailout = true;
      return;
    }
    std::uint32_t a_from = gap.a_begin;
    std::uint32_t b_from = gap.b_begin;
    for (const TokenMatch& anchor : anchors) {
      const TokenMatch at{gap.a_begin + anchor.a, gap.b_begin + anchor.b};
      result_.matches.push_back(at);
      gaps_.push_back({a_from, at.a, b_from, at.b});
      a_from = at.a + 1;
      b_from = at.b + 1;
    }
    gaps_.push_back({a_from, gap.a_end, b_from, gap.b_end});
  }

  Run a_;
  Run b_;
  std::vector<Gap> gaps_;
  TokenDiff result_;
};

}  // namespace

TokenDiff diff_tokens(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) { return Differ(a, b).run(); }

}  // namespace storydiff
