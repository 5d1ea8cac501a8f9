#include "align/links.hpp"

#include <algorithm>
#include <functional>

#include "align/weights.hpp"

namespace storydiff {
namespace {

/// Half of the highest expected F1, which is the lowest score that belongs to the best set.
double lowest_score(const std::vector<ScoredPair>& pairs) {
  std::vector<double> scores;
  for (const ScoredPair& p : pairs)
    if (p.score >= kCountedScore) scores.push_back(p.score);
  std::sort(scores.begin(), scores.end(), std::greater<>());
  double all = 0;
  for (const double score : scores) all += score;
  double right = 0;
  double best = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    right += scores[i];
    best = std::max(best, 2 * right / (static_cast<double>(i + 1) + all));
  }
  return std::max(best / 2, kLowestLinkScore);
}

/// The same names stand in every story of one event, whoever wrote it.
bool shares_more_than_names(const ScoredPair& p) {
  return p.ordinary >= kKinshipWords || (p.ordinary > 0 && p.unique == 0);
}

/// What somebody said, in both texts in much the same words.
bool is_shared_quotation(const PairProfiles& pair, const ScoredPair& p) {
  return pair.source[p.source].quoted && pair.target[p.target].quoted && p.sequence >= kKinshipSequence;
}

}  // namespace

Links choose_links(const PairProfiles& pair, const ScoredTexts& scored) {
  Links links;
  links.from = lowest_score(scored.pairs);
  bool changed = false;
  std::vector<bool> source_linked(pair.source.size(), false);
  std::vector<bool> target_linked(pair.target.size(), false);
  for (std::uint32_t number = 0; number < scored.pairs.size(); ++number) {
    const ScoredPair& p = scored.pairs[number];
    if (p.score < links.from && !p.copied) continue;
    links.pairs.push_back(number);
    changed = changed || !p.identical;
    if (p.stock || is_shared_quotation(pair, p)) continue;
    if (p.score < links.from) continue;  // a copy that nothing around it speaks for: one sentence that both took over
    links.kin = links.kin || p.sequence >= kKinshipSequence;
    if (shares_more_than_names(p)) source_linked[p.source] = target_linked[p.target] = true;
  }
  const auto reached = std::max(std::count(source_linked.begin(), source_linked.end(), true),
                                std::count(target_linked.begin(), target_linked.end(), true));
  const auto shorter = static_cast<double>(std::min(pair.source.size(), pair.target.size()));
  links.kin = links.kin || static_cast<double>(reached) >= kKinshipShare * shorter;
  // The same text, even where it is all stock phrases.
  const bool same = !changed && pair.source.size() == pair.target.size() && links.pairs.size() == pair.source.size();
  links.kin = links.kin || same;
  // Two stories may quote one speech and know nothing of each other.
  if (!links.kin)
    std::erase_if(links.pairs, [&](std::uint32_t number) { return !is_shared_quotation(pair, scored.pairs[number]); });
  return links;
}

std::vector<ScoredPair> linked_pairs(std::vector<ScoredPair> scored, const Links& links) {
  // Their numbers ascend, so each moves to a place that nobody needs any more.
  std::size_t kept = 0;
  for (const std::uint32_t number : links.pairs) {
    ScoredPair& p = scored[kept++] = scored[number];
    if (p.copied) p.score = std::max(p.score, kCopiedScore);
  }
  scored.resize(kept);
  return scored;
}

std::string why_no_link(const ScoredPair& pair, const Links& links, bool other_is_linked) {
  if (pair.score >= links.from && !links.kin)
    return "shares words, but nothing else shows that one text knew the other";
  if (other_is_linked) return "that sentence is linked with a better match";
  if (pair.unique == 0) return "shares only words that stand elsewhere too";
  if (std::max(pair.source_contained, pair.target_contained) < 0.3) return "shares few words";
  return "shares words, but too little of either sentence";
}

}  // namespace storydiff
