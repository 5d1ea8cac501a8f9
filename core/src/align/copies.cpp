#include "align/copies.hpp"

#include <algorithm>

#include "align/weights.hpp"

namespace storydiff {
namespace {

/// Whether they share `kCopiedContent` content words that are neither names nor numbers, stock phrases left out.
bool share_content(const SentenceProfile& source, const SentenceProfile& target, const std::vector<StemFacts>& stems) {
  std::uint32_t ordinary = 0;
  auto t = target.stems.begin();
  for (const Weighted& stem : source.stems) {
    while (t != target.stems.end() && t->feature < stem.feature) ++t;
    if (t == target.stems.end()) break;
    const StemFacts& facts = stems[stem.feature];
    if (t->feature != stem.feature || !facts.content || facts.name_or_number) continue;
    if (source.in_stock(stem.feature) || target.in_stock(stem.feature)) continue;
    if (++ordinary >= kCopiedContent) return true;
  }
  return false;
}

}  // namespace

bool Copies::are(std::uint32_t source_number, std::uint32_t target_number) {
  const SentenceProfile& source = pair_.source[source_number];
  const SentenceProfile& target = pair_.target[target_number];
  const auto [shorter, longer] = std::minmax({source.sequence.size(), target.sequence.size()});
  const double needed = std::max<double>(kCopiedWords, kCopiedSequence * static_cast<double>(longer));
  if (static_cast<double>(shorter) < needed || shorter * longer > kMaximumSequenceCells) return false;
  if (!share_content(source, target, pair_.stems)) return false;
  order_.take(target.sequence);
  const double common = order_.common(source.sequence);
  return common >= kCopiedWords && common / static_cast<double>(longer) >= kCopiedSequence;
}

}  // namespace storydiff
