#include "align/candidates.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "align/weights.hpp"

namespace storydiff {
namespace {

/// For each stem the sentences of one side that hold it, as one flat array.
struct Postings {
  std::vector<std::uint32_t> starts;  ///< by stem, and one behind the last
  std::vector<std::uint32_t> sentences;
};

/// A stem that can find candidates: no function word, in not too many sentences of either text.
/// The condition is the same for both sides, so that candidates do not depend on which is which.
bool finds_candidates(const StemFacts& stem) {
  return stem.content && stem.source_sentences <= kMaximumPostings && stem.target_sentences <= kMaximumPostings;
}

Postings index_side(const std::vector<SentenceProfile>& side, const std::vector<StemFacts>& stems) {
  Postings postings;
  postings.starts.assign(stems.size() + 1, 0);
  for (const SentenceProfile& profile : side)
    for (const Weighted& stem : profile.stems)
      if (finds_candidates(stems[stem.feature])) ++postings.starts[stem.feature + 1];
  for (std::size_t i = 1; i < postings.starts.size(); ++i) postings.starts[i] += postings.starts[i - 1];
  postings.sentences.resize(postings.starts.back());
  std::vector<std::uint32_t> next(postings.starts.begin(), postings.starts.end() - 1);
  for (std::uint32_t i = 0; i < side.size(); ++i)
    for (const Weighted& stem : side[i].stems)
      if (finds_candidates(stems[stem.feature])) postings.sentences[next[stem.feature]++] = i;
  return postings;
}

/// Calls `found(here, there)` for the best overlaps of each sentence of `here`.
template <class Found>
void best_overlaps(const std::vector<SentenceProfile>& here, const std::vector<SentenceProfile>& there,
                   const PairProfiles& pair, Found found) {
  const std::vector<StemFacts>& stems = pair.stems;
  const Postings postings = index_side(there, stems);
  std::vector<std::uint64_t> overlap(there.size(), 0);
  std::vector<std::uint32_t> touched;
  const auto add = [&](std::uint32_t stem, std::uint64_t weight) {
    for (std::uint32_t p = postings.starts[stem]; p < postings.starts[stem + 1]; ++p) {
      const std::uint32_t other = postings.sentences[p];
      if (overlap[other] == 0) touched.push_back(other);
      overlap[other] += weight;
    }
  };
  for (std::uint32_t i = 0; i < here.size(); ++i) {
    touched.clear();
    for (const Weighted& stem : here[i].stems) add(stem.feature, stems[stem.feature].rarity);
    // Where the words find enough, what shares only synonyms is nearly always wrong.
    if (touched.size() < kEnoughCandidates)
      for (const Weighted& stem : here[i].stems)
        for (const std::uint32_t other : pair.synonyms_of(stem.feature))
          add(other, std::min(stems[stem.feature].rarity, stems[other].rarity));
    const auto better = [&](std::uint32_t a, std::uint32_t b) {
      return overlap[a] != overlap[b] ? overlap[a] > overlap[b] : a < b;
    };
    const std::size_t kept = std::min(kCandidates, touched.size());
    std::partial_sort(touched.begin(), touched.begin() + static_cast<std::ptrdiff_t>(kept), touched.end(), better);
    for (std::size_t k = 0; k < kept; ++k) found(i, touched[k]);
    for (const std::uint32_t other : touched) overlap[other] = 0;
  }
}

/// Sentences with the same words, by content.
std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_content(const std::vector<SentenceProfile>& side) {
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> classes;
  for (std::uint32_t i = 0; i < side.size(); ++i)
    if (side[i].content_hash != 0) classes[side[i].content_hash].push_back(i);
  return classes;
}

/// Which sentences stand word for word in the other text, and with which pairs: the first with the
/// first, the second with the second; what one side has more of goes to the other's last. Without
/// this a sentence of common words only would find nothing, a thousand equal ones would be a million
/// pairs, and which of them moved would be anybody's guess.
struct Twins {
  std::vector<Candidate> pairs;
  std::vector<bool> source_has;
  std::vector<bool> target_has;
};

Twins find_twins(const PairProfiles& pair) {
  Twins twins{{}, std::vector<bool>(pair.source.size(), false), std::vector<bool>(pair.target.size(), false)};
  const auto sources = by_content(pair.source);
  for (const auto& [hash, there] : by_content(pair.target)) {
    const auto found = sources.find(hash);
    if (found == sources.end()) continue;
    const auto& here = found->second;
    for (std::size_t i = 0; i < std::max(here.size(), there.size()); ++i) {
      const Candidate twin{here[std::min(i, here.size() - 1)], there[std::min(i, there.size() - 1)]};
      twins.source_has[twin.source] = twins.target_has[twin.target] = true;
      twins.pairs.push_back(twin);
    }
  }
  return twins;
}

/// A sentence whose words are too common to find anything may still stand beside sentences that found their twins:
/// one changed word among a thousand sentences of one form is what matters most there. `twins.pairs` is spent.
void add_between_twins(const PairProfiles& pair, const Twins& twins, std::vector<Candidate>& candidates) {
  std::vector<bool> source_found = twins.source_has;
  std::vector<bool> target_found = twins.target_has;
  const std::size_t found = candidates.size();
  for (const Candidate& c : candidates) source_found[c.source] = target_found[c.target] = true;
  for (std::size_t i = 0; i < found; ++i) {
    const Candidate c = candidates[i];
    if (!twins.source_has[c.source] || !twins.target_has[c.target]) continue;
    if (c.source + 1 < pair.source.size() && c.target + 1 < pair.target.size() && !source_found[c.source + 1] &&
        !target_found[c.target + 1])
      candidates.push_back({c.source + 1, c.target + 1});
    if (c.source > 0 && c.target > 0 && !source_found[c.source - 1] && !target_found[c.target - 1])
      candidates.push_back({c.source - 1, c.target - 1});
  }
}

}  // namespace

bool is_crowded_out(const PairProfiles& pair, const std::vector<Candidate>& candidates) {
  std::vector<bool> found(pair.target.size(), false);
  for (const Candidate& c : candidates) found[c.target] = true;
  for (std::size_t t = 0; t < found.size(); ++t) {
    if (found[t]) continue;
    for (const Weighted& stem : pair.target[t].stems) {
      const StemFacts& facts = pair.stems[stem.feature];
      if (facts.content && facts.source_sentences > 0 && !finds_candidates(facts)) return true;
    }
  }
  return false;
}

std::vector<Candidate> find_candidates(const PairProfiles& pair) {
  Twins twins = find_twins(pair);
  std::vector<Candidate> candidates = std::move(twins.pairs);
  // Two sentences that each stand word for word on the other side have nothing more to find in each
  // other, however much they look alike.
  const auto add = [&](std::uint32_t source, std::uint32_t target) {
    if (!twins.source_has[source] || !twins.target_has[target]) candidates.push_back({source, target});
  };
  best_overlaps(pair.target, pair.source, pair, [&](std::uint32_t t, std::uint32_t s) { add(s, t); });
  best_overlaps(pair.source, pair.target, pair, [&](std::uint32_t s, std::uint32_t t) { add(s, t); });
  add_between_twins(pair, twins, candidates);
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.target != b.target ? a.target < b.target : a.source < b.source;
  });
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  return candidates;
}

}  // namespace storydiff
