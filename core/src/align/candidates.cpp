#include "align/candidates.hpp"

#include <algorithm>
#include <span>

#include "align/weights.hpp"
#include "deadline_watch.hpp"
#include "side_by_side.hpp"

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

/// One text's part in the search.
struct Side {
  explicit Side(const std::vector<SentenceProfile>& all)
      : sentences(all), closed(all.size()), looks(all.size(), true) {}
  const std::vector<SentenceProfile>& sentences;
  std::vector<bool> closed;  ///< by sentence: it stands in a settled pair
  std::vector<bool> looks;   ///< by sentence: it looks for candidates, rather than being found only
};

/// Calls `found(here, there)` for the best overlaps of each sentence of `here`; that looks for some. In long texts open
/// ones come first among equals, and what shares little is left out.
template <class Found>
void best_overlaps(const Side& here, const Side& there, const PairProfiles& pair, bool long_texts, Found found) {
  const std::vector<StemFacts>& stems = pair.stems;
  const Postings postings = index_side(there.sentences, stems);
  std::vector<std::uint64_t> overlap(there.sentences.size(), 0);
  std::vector<std::uint32_t> touched;
  const auto add = [&](std::uint32_t stem, std::uint64_t weight) {
    for (std::uint32_t p = postings.starts[stem]; p < postings.starts[stem + 1]; ++p) {
      const std::uint32_t other = postings.sentences[p];
      if (overlap[other] == 0) touched.push_back(other);
      overlap[other] += weight;
    }
  };
  for (std::uint32_t i = 0; i < here.sentences.size(); ++i) {
    if (!here.looks[i]) continue;
    check_deadline();
    touched.clear();
    const std::span<const Weighted> words = here.sentences[i].stems;
    for (const Weighted& stem : words) add(stem.feature, stems[stem.feature].rarity);
    // Where the words find enough, what shares only synonyms is nearly always wrong.
    if (touched.size() < kEnoughCandidates)
      for (const Weighted& stem : words)
        for (const std::uint32_t other : pair.synonyms_of(stem.feature))
          add(other, std::min(stems[stem.feature].rarity, stems[other].rarity));
    std::uint64_t least = 0;
    if (long_texts) {
      std::uint64_t best = 0;
      for (const std::uint32_t other : touched) best = std::max(best, overlap[other]);
      least = static_cast<std::uint64_t>(kCandidateShare * static_cast<double>(best));
    }
    const auto end =
        std::partition(touched.begin(), touched.end(), [&](std::uint32_t other) { return overlap[other] >= least; });
    const auto better = [&](std::uint32_t a, std::uint32_t b) {
      if (overlap[a] != overlap[b]) return overlap[a] > overlap[b];
      if (long_texts && there.closed[a] != there.closed[b]) return !there.closed[a];
      return a < b;
    };
    const auto most = static_cast<std::ptrdiff_t>(long_texts ? kCandidatesOfMany : kCandidates);
    const auto kept = touched.begin() + std::min(most, end - touched.begin());
    std::partial_sort(touched.begin(), kept, end, better);
    const auto is_repeated = [&](auto k) {
      return std::any_of(touched.begin(), k, [&](std::uint32_t other) {
        return there.sentences[other].content_hash == there.sentences[*k].content_hash;
      });
    };
    for (auto k = touched.begin(); k != kept; ++k)
      if (!long_texts || !is_repeated(k)) found(i, *k);
    for (const std::uint32_t other : touched) overlap[other] = 0;
  }
}

/// A sentence whose words are too common to find anything may still stand beside sentences that found their twins:
/// one changed word among a thousand sentences of one form is what matters most there. In long texts, all that
/// stand so.
void add_between_settled(const PairProfiles& pair, const Settled& settled, const Side& source, const Side& target,
                         std::vector<Candidate>& candidates) {
  std::vector<bool> source_found = source.closed;
  std::vector<bool> target_found = target.closed;
  const std::size_t found = candidates.size();
  if (!settled.long_texts)
    for (const Candidate& c : candidates) source_found[c.source] = target_found[c.target] = true;
  for (std::size_t i = 0; i < found; ++i) {
    const Candidate c = candidates[i];
    if (!source.closed[c.source] || !target.closed[c.target]) continue;
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

std::vector<Candidate> find_candidates(const PairProfiles& pair, const Settled& settled, unsigned threads) {
  std::vector<Candidate> candidates;
  Side source(pair.source);
  Side target(pair.target);
  for (std::uint32_t s = 0; s < settled.of_source.size(); ++s)
    if (settled.of_source[s] != Settled::kOpen) candidates.push_back({s, settled.of_source[s]});
  candidates.insert(candidates.end(), settled.repeated.begin(), settled.repeated.end());
  for (const Candidate& c : candidates) source.closed[c.source] = target.closed[c.target] = true;
  if (settled.long_texts) {
    for (Side* side : {&source, &target}) {
      side->looks = side->closed;
      side->looks.flip();
    }
    for (const Candidate& c : settled.surplus) source.looks[c.source] = target.looks[c.target] = false;
  }
  candidates.insert(candidates.end(), settled.akin.begin(), settled.akin.end());
  // Two sentences that each stand word for word on the other side have nothing more to find in each
  // other, however much they look alike.
  const auto add = [&](std::vector<Candidate>& to, std::uint32_t s, std::uint32_t t) {
    if (!source.closed[s] || !target.closed[t]) to.push_back({s, t});
  };
  std::vector<Candidate> of_sources;
  const bool long_texts = settled.long_texts;
  run_side_by_side(
      threads,
      {[&] { best_overlaps(target, source, pair, long_texts, [&](auto t, auto s) { add(candidates, s, t); }); },
       [&] { best_overlaps(source, target, pair, long_texts, [&](auto s, auto t) { add(of_sources, s, t); }); }});
  candidates.insert(candidates.end(), of_sources.begin(), of_sources.end());
  add_between_settled(pair, settled, source, target, candidates);
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.target != b.target ? a.target < b.target : a.source < b.source;
  });
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  return candidates;
}

}  // namespace storydiff
