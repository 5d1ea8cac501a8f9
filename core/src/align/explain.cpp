#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <utility>

#include "align/candidates.hpp"
#include "align/links.hpp"
#include "align/model.hpp"
#include "align/profile.hpp"
#include "align/settle.hpp"
#include "language/canonical.hpp"
#include "storydiff/explanation.hpp"

namespace storydiff {
namespace {

std::vector<WordId> telling_words(std::span<const Token> tokens, Vocabulary& vocabulary) {
  std::vector<CanonicalStem> wording;
  Canonicalizer(vocabulary).append(tokens, wording);
  std::vector<WordId> words;
  for (const CanonicalStem& stem : wording)
    if (!vocabulary[stem.word].function_word) words.push_back(stem.word);
  return words;
}

/// Pairs off words, the strictest rung first; each word once. O(words of both, multiplied).
std::vector<WordMatch> match_words(std::span<const Token> source, std::span<const Token> target,
                                   Vocabulary& vocabulary) {
  const std::vector<WordId> here = telling_words(source, vocabulary);
  const std::vector<WordId> there = telling_words(target, vocabulary);
  std::vector<bool> used(here.size(), false);
  std::vector<std::pair<std::size_t, WordMatch>> found;  // place in the target
  std::vector<bool> done(there.size(), false);
  for (auto rung = Equivalence::kExact; rung != Equivalence::kNone;
       rung = static_cast<Equivalence>(static_cast<std::uint8_t>(rung) + 1)) {
    for (std::size_t t = 0; t < there.size(); ++t) {
      for (std::size_t s = 0; s < here.size() && !done[t]; ++s) {
        if (used[s] || vocabulary.rung(here[s], there[t]) != rung) continue;
        used[s] = done[t] = true;
        found.emplace_back(
            t, WordMatch{std::string(vocabulary[here[s]].surface), std::string(vocabulary[there[t]].surface), rung});
      }
    }
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<WordMatch> matches;
  for (auto& [place, match] : found) matches.push_back(std::move(match));
  return matches;
}

/// One source with the target, aligned as `align` does it.
struct AlignedPair {
  Settled settled;
  ScoredTexts scored;
  Links links;
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> linked;  ///< source and target -> the link's score
  std::vector<bool> source_linked;
  std::vector<bool> target_linked;

  AlignedPair(const Segments& source, const Segments& target, Vocabulary& vocabulary)
      : source_linked(source.sentences.size(), false), target_linked(target.sentences.size(), false) {
    const PairProfiles pair = build_profiles(source, target, vocabulary);
    std::vector<std::string> bailouts;
    settled = settle_copies(pair);
    scored = score_candidates(pair, find_candidates(pair, settled), bailouts);
    links = choose_links(pair, scored);
    for (const ScoredPair& p : linked_pairs(scored.pairs, links)) {
      source_linked[p.source] = target_linked[p.target] = true;
      linked[{p.source, p.target}] = p.score;
    }
  }
};

ExplainedCandidate explain_candidate(const AlignedPair& aligned, const ScoredPair& pair) {
  ExplainedCandidate candidate;
  candidate.score = pair.score;
  candidate.word_score = pair.word_score;
  candidate.threshold = aligned.links.from;
  const auto link = aligned.linked.find({pair.source, pair.target});
  candidate.linked = link != aligned.linked.end();
  if (candidate.linked && link->second > pair.score) {
    candidate.score = link->second;
    candidate.why = "nearly the same words in the same order: a copy wherever it stands";
  }
  for (const Contribution& part : contributions(pair, aligned.scored.text))
    candidate.features.push_back({std::string(part.feature), part.value, part.contribution});
  std::stable_sort(candidate.features.begin(), candidate.features.end(),
                   [](const auto& a, const auto& b) { return std::abs(a.contribution) > std::abs(b.contribution); });
  return candidate;
}

/// A sentence that stands word for word in the other text, where it has other partners already.
ExplainedCandidate explain_surplus(const AlignedPair& aligned) {
  ExplainedCandidate candidate;
  candidate.score = candidate.word_score = 1;
  candidate.threshold = aligned.links.from;
  candidate.why = kWhySurplus;
  return candidate;
}

}  // namespace

std::vector<Explanation> explain(std::span<const Segments> sources, const Segments& target, Vocabulary& vocabulary,
                                 std::span<const SentenceRef> sentences) {
  std::vector<Explanation> explanations;
  for (const SentenceRef& sentence : sentences) explanations.push_back({sentence, {}});
  for (std::uint32_t document = 0; document < sources.size(); ++document) {
    const Segments& source = sources[document];
    const AlignedPair aligned(source, target, vocabulary);
    for (Explanation& explanation : explanations) {
      const SentenceRef& asked = explanation.sentence;
      if (!asked.of_target && asked.document != document) continue;
      const auto add = [&](ExplainedCandidate candidate, std::uint32_t s, std::uint32_t t) {
        candidate.document = asked.of_target ? document : 0;
        candidate.sentence = asked.of_target ? s : t;
        candidate.words =
            match_words(source.tokens_of(source.sentences[s]), target.tokens_of(target.sentences[t]), vocabulary);
        explanation.candidates.push_back(std::move(candidate));
      };
      for (const Candidate& c : aligned.settled.surplus)
        if ((asked.of_target ? c.target : c.source) == asked.sentence)
          add(explain_surplus(aligned), c.source, c.target);
      for (const ScoredPair& pair : aligned.scored.pairs) {
        if ((asked.of_target ? pair.target : pair.source) != asked.sentence) continue;
        ExplainedCandidate candidate = explain_candidate(aligned, pair);
        const bool other_linked =
            asked.of_target ? aligned.source_linked[pair.source] : aligned.target_linked[pair.target];
        if (!candidate.linked) candidate.why = why_no_link(pair, aligned.links, other_linked);
        add(std::move(candidate), pair.source, pair.target);
      }
    }
  }
  for (Explanation& explanation : explanations) {
    auto& candidates = explanation.candidates;
    std::stable_sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
      return std::pair(a.linked, a.score) > std::pair(b.linked, b.score);
    });
    while (candidates.size() > kExplainedCandidates && !candidates.back().linked) candidates.pop_back();
  }
  return explanations;
}

}  // namespace storydiff
