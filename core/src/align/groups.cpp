#include "align/groups.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "align/sequence.hpp"
#include "align/weights.hpp"
#include "deadline_watch.hpp"

namespace storydiff {
namespace {

using Sequence = std::vector<std::uint32_t>;
using Star = std::span<const ScoredPair* const>;  ///< links of one sentence

Sequence joined(const std::vector<SentenceProfile>& side, const std::vector<std::uint32_t>& sentences) {
  Sequence all;
  for (const std::uint32_t sentence : sentences)
    all.insert(all.end(), side[sentence].sequence.begin(), side[sentence].sequence.end());
  return all;
}

/// Words that both have in the same order. A single link knows.
double common_words(const Sequence& source, const Sequence& target, Star links, SequenceMatcher& order) {
  if (links.size() == 1)
    return std::round(links.front()->sequence * static_cast<double>(std::max(source.size(), target.size())));
  order.take(target);
  return order.common(source);
}

Relation relation_of(const PairProfiles& pair, const Alignment& alignment, Star links, SequenceMatcher& order) {
  if (links.size() == 1 && links.front()->identical) return Relation::kVerbatim;
  const Sequence source = joined(pair.source, alignment.source_sentences);
  const Sequence target = joined(pair.target, alignment.target_sentences);
  const std::size_t shorter = std::min(source.size(), target.size());
  if (shorter == 0) return Relation::kEdited;  // punctuation only
  if (source.size() * target.size() > kMaximumSequenceCells) return Relation::kEdited;
  const double common = common_words(source, target, links, order);
  const bool edited = 2 * common >= kEditedSequence * static_cast<double>(source.size() + target.size()) ||
                      common >= kEditedContained * static_cast<double>(shorter);
  return edited ? Relation::kEdited : Relation::kParaphrase;
}

Evidence mean_evidence(Star links) {
  Evidence sum;
  for (const ScoredPair* link : links) {
    sum.words += link->likeness;
    sum.containment += std::max(link->source_contained, link->target_contained);
    sum.sequence += link->sequence;
    sum.competition += link->competition();
    sum.order += link->support;
    sum.unique += link->unique;
  }
  const auto n = static_cast<double>(links.size());
  return {sum.words / n, sum.containment / n, sum.sequence / n, sum.competition / n, sum.order / n, sum.unique / n};
}

Alignment make_alignment(const PairProfiles& pair, Star links, std::uint32_t document, SequenceMatcher& order) {
  Alignment alignment;
  alignment.source_document = document;
  double score = 0;
  for (const ScoredPair* link : links) {
    alignment.source_sentences.push_back(link->source);
    alignment.target_sentences.push_back(link->target);
    score += link->score;
  }
  for (auto* sentences : {&alignment.source_sentences, &alignment.target_sentences}) {
    std::sort(sentences->begin(), sentences->end());
    sentences->erase(std::unique(sentences->begin(), sentences->end()), sentences->end());
  }
  alignment.score = score / static_cast<double>(links.size());
  alignment.evidence = mean_evidence(links);
  alignment.relation = relation_of(pair, alignment, links, order);
  return alignment;
}

/// By sentence of one side: its links, in their order. One flat array, for most sentences have one.
class Stars {
 public:
  template <class SentenceOf>
  Stars(const std::vector<ScoredPair>& links, std::size_t sentences, SentenceOf sentence_of)
      : starts_(sentences + 1, 0), links_(links.size()) {
    for (const ScoredPair& link : links) ++starts_[sentence_of(link) + 1];
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    for (const ScoredPair& link : links) links_[next[sentence_of(link)]++] = &link;
  }
  [[nodiscard]] Star of(std::uint32_t sentence) const {
    return Star(links_).subspan(starts_[sentence], starts_[sentence + 1] - starts_[sentence]);
  }

 private:
  std::vector<std::uint32_t> starts_;  ///< by sentence, and one behind the last
  std::vector<const ScoredPair*> links_;
};

}  // namespace

std::vector<Alignment> group_links(const PairProfiles& pair, const std::vector<ScoredPair>& links,
                                   std::uint32_t source_document) {
  const Stars of_source(links, pair.source.size(), [](const ScoredPair& p) { return p.source; });
  const Stars of_target(links, pair.target.size(), [](const ScoredPair& p) { return p.target; });

  // A hub has several partners, none of which has another, and is covered by them in parts.
  const auto is_hub = [](Star star, auto partners, auto contained) {
    if (star.size() < 2) return false;
    double coverage = 0;
    for (const ScoredPair* link : star) {
      coverage += contained(*link);
      if (coverage > kGroupCoverage || partners(*link) != 1) return false;
    }
    return true;
  };
  const auto sources_of = [&](const ScoredPair& link) { return of_target.of(link.target).size(); };
  const auto targets_of = [&](const ScoredPair& link) { return of_source.of(link.source).size(); };
  std::vector<bool> is_split(pair.source.size());
  for (std::uint32_t s = 0; s < is_split.size(); ++s)
    is_split[s] = is_hub(of_source.of(s), sources_of, [](const ScoredPair& p) { return p.source_contained; });
  std::vector<bool> is_merge(pair.target.size());
  for (std::uint32_t t = 0; t < is_merge.size(); ++t)
    is_merge[t] = is_hub(of_target.of(t), targets_of, [](const ScoredPair& p) { return p.target_contained; });

  std::vector<Alignment> alignments;
  alignments.reserve(links.size());
  SequenceMatcher order(pair.stems.size());
  for (const ScoredPair& link : links) {
    check_deadline();
    if (is_split[link.source] || is_merge[link.target]) {
      const Star star = is_split[link.source] ? of_source.of(link.source) : of_target.of(link.target);
      if (star.front() == &link) alignments.push_back(make_alignment(pair, star, source_document, order));
    } else {
      const ScoredPair* const alone = &link;
      alignments.push_back(make_alignment(pair, Star(&alone, 1), source_document, order));
    }
  }
  return alignments;
}

}  // namespace storydiff
