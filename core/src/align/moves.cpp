#include "align/moves.hpp"

#include <algorithm>
#include <limits>

#include "align/numbering.hpp"

namespace storydiff {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// What a chain of links is worth; adds up, compares from the first member on.
struct Worth {
  std::uint64_t links = 0;
  std::uint64_t words = 0;
  std::uint64_t draw = 0;  ///< breaks the last ties by content
  friend auto operator<=>(const Worth&, const Worth&) = default;
  friend Worth operator+(Worth a, Worth b) { return {a.links + b.links, a.words + b.words, a.draw + b.draw}; }
};

struct Chain {
  Worth worth;
  std::uint32_t last = kNone;  ///< index of its last alignment
};

/// Best chain that ends at or before a source sentence (a Fenwick tree over maxima).
class BestBefore {
 public:
  explicit BestBefore(std::size_t size) : tree_(size + 1) {}
  [[nodiscard]] Chain up_to(std::uint32_t source) const {
    Chain best;
    for (std::size_t i = source + 1; i > 0; i -= i & (~i + 1))
      if (tree_[i].worth > best.worth) best = tree_[i];
    return best;
  }
  void put(std::uint32_t source, const Chain& chain) {
    for (std::size_t i = source + 1; i < tree_.size(); i += i & (~i + 1))
      if (chain.worth > tree_[i].worth) tree_[i] = chain;
  }

 private:
  std::vector<Chain> tree_;
};

Worth worth_of(const PairProfiles& pair, const Alignment& alignment) {
  Worth worth{1, 0, 0};
  std::uint64_t source_hash = 0;
  std::uint64_t target_hash = 0;
  for (const std::uint32_t s : alignment.source_sentences) {
    worth.words += pair.source[s].sequence.size();
    source_hash = mix(source_hash + pair.source[s].content_hash);
  }
  for (const std::uint32_t t : alignment.target_sentences) {
    worth.words += pair.target[t].sequence.size();
    target_hash = mix(target_hash + pair.target[t].content_hash);
  }
  // Symmetric in the sides; 32 bits leave room for four thousand million links.
  worth.draw = mix(source_hash) / 2 + mix(target_hash) / 2;
  worth.draw >>= 32U;
  return worth;
}

}  // namespace

void mark_moves(const PairProfiles& pair, std::vector<Alignment>& alignments) {
  std::vector<std::uint32_t> order(alignments.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto place = [&](std::uint32_t i) {
    return std::pair(alignments[i].target_sentences.front(), alignments[i].source_sentences.front());
  };
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return place(a) < place(b); });

  BestBefore best(pair.source.size());
  std::vector<std::uint32_t> previous(alignments.size(), kNone);
  Chain longest;
  for (const std::uint32_t i : order) {
    const std::uint32_t source = alignments[i].source_sentences.front();
    const Chain before = best.up_to(source);
    previous[i] = before.last;
    const Chain chain{before.worth + worth_of(pair, alignments[i]), i};
    best.put(source, chain);
    if (chain.worth > longest.worth) longest = chain;
  }

  for (Alignment& alignment : alignments) alignment.moved = true;
  for (std::uint32_t i = longest.last; i != kNone; i = previous[i]) alignments[i].moved = false;
}

}  // namespace storydiff
