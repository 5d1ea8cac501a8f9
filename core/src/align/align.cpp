#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "align/candidates.hpp"
#include "align/groups.hpp"
#include "align/links.hpp"
#include "align/model.hpp"
#include "align/moves.hpp"
#include "align/passages.hpp"
#include "align/profile.hpp"
#include "align/settle.hpp"
#include "align/weights.hpp"
#include "deadline_watch.hpp"
#include "side_by_side.hpp"
#include "storydiff/alignment.hpp"

namespace storydiff {
namespace {

/// Keeps the best pair below the line of one sentence.
void keep_nearest(std::optional<NearestMiss>& nearest, std::uint32_t document, std::uint32_t sentence, double score,
                  std::string why) {
  if (score < kNearestMissScore || (nearest && nearest->score >= score)) return;
  nearest = NearestMiss{document, sentence, score, std::move(why)};
}

/// What is known of the target's sentences from the sources up to now.
struct TargetSoFar {
  explicit TargetSoFar(std::size_t sentences) : linked(sentences, false), nearest(sentences) {}
  std::vector<bool> linked;
  std::vector<std::optional<NearestMiss>> nearest;
};

/// In short texts a thread costs more than it spares.
unsigned threads_for(const Segments& source, const Segments& target, unsigned threads) {
  return std::min(source.sentences.size(), target.sentences.size()) >= kCopiedRivals ? threads : 1;
}

/// What is a link of the scored pairs, and what came near: alignments with their moves, and the sentences left out.
void link_sentences(const PairProfiles& pair, const Settled& settled, ScoredTexts scored, std::uint32_t document,
                    TargetSoFar& so_far, AlignmentSet& result) {
  const Links links = choose_links(pair, scored);

  std::vector<bool> source_linked(pair.source.size(), false);
  for (const std::uint32_t number : links.pairs)
    source_linked[scored.pairs[number].source] = so_far.linked[scored.pairs[number].target] = true;
  std::vector<std::optional<NearestMiss>> source_nearest(pair.source.size());
  for (const Candidate& c : settled.surplus) {
    keep_nearest(source_nearest[c.source], 0, c.target, 1, std::string(kWhySurplus));
    keep_nearest(so_far.nearest[c.target], document, c.source, 1, std::string(kWhySurplus));
  }
  for (const ScoredPair& p : scored.pairs) {
    const bool source_is_linked = source_linked[p.source];
    const bool target_is_linked = so_far.linked[p.target];
    if (!source_is_linked)
      keep_nearest(source_nearest[p.source], 0, p.target, p.score, why_no_link(p, links, target_is_linked));
    if (!target_is_linked)
      keep_nearest(so_far.nearest[p.target], document, p.source, p.score, why_no_link(p, links, source_is_linked));
  }

  check_deadline();
  const std::vector<ScoredPair> linked = linked_pairs(std::move(scored.pairs), links);
  std::vector<Alignment> alignments = group_links(pair, linked, document);
  mark_moves(pair, alignments);
  result.alignments.insert(result.alignments.end(), std::move_iterator(alignments.begin()),
                           std::move_iterator(alignments.end()));
  for (std::uint32_t s = 0; s < source_linked.size(); ++s)
    if (!source_linked[s]) result.omitted.push_back({document, s, std::move(source_nearest[s])});
}

/// Links one source with the target, and finds their passages.
void align_one(const Segments& source, std::uint32_t document, const Segments& target, Vocabulary& vocabulary,
               unsigned threads, TargetSoFar& so_far, AlignmentSet& result) {
  PairProfiles pair = build_profiles(source, target, vocabulary, {}, threads);
  check_deadline();
  const Settled settled = settle_copies(pair);
  check_deadline();
  const std::vector<Candidate> candidates = find_candidates(pair, settled, threads);
  if (is_crowded_out(pair, candidates))
    result.bailouts.emplace_back("align: sentences whose words stand in too many others were not compared");
  check_deadline();
  ScoredTexts scored = score_candidates(pair, candidates, result.bailouts, threads);
  // Nobody asks for these any more, and of long texts they are large.
  pair.stem_pairs = {};
  pair.letter_runs = {};
  check_deadline();
  // Passages know nothing of links: they are looked for beside what one thread has to do alone, and not before, while
  // the words' tables take the most memory.
  std::vector<Passage> passages;
  run_side_by_side(threads, {[&] { passages = find_passages(source, target, vocabulary, document); },
                             [&] { link_sentences(pair, settled, std::move(scored), document, so_far, result); }});
  std::move(passages.begin(), passages.end(), std::back_inserter(result.passages));
}

}  // namespace

std::string_view to_string(Relation relation) {
  switch (relation) {
    case Relation::kVerbatim:
      return "verbatim";
    case Relation::kEdited:
      return "edited";
    case Relation::kParaphrase:
      return "paraphrase";
  }
  return "";
}

AlignmentSet align(std::span<const Segments> sources, const Segments& target, Vocabulary& vocabulary,
                   unsigned threads) {
  AlignmentSet result;
  TargetSoFar so_far(target.sentences.size());
  for (std::uint32_t document = 0; document < sources.size(); ++document) {
    const Segments& source = sources[document];
    check_deadline();
    align_one(source, document, target, vocabulary, threads_for(source, target, threads), so_far, result);
  }
  for (std::uint32_t t = 0; t < so_far.linked.size(); ++t)
    if (!so_far.linked[t]) result.unmatched.push_back({0, t, std::move(so_far.nearest[t])});

  const auto place = [](const Alignment& a) {
    return std::tuple(a.target_sentences.front(), a.source_document, a.source_sentences.front());
  };
  std::stable_sort(result.alignments.begin(), result.alignments.end(),
                   [&](const Alignment& a, const Alignment& b) { return place(a) < place(b); });
  std::stable_sort(result.passages.begin(), result.passages.end(),
                   [](const Passage& a, const Passage& b) { return a.target < b.target; });
  std::sort(result.bailouts.begin(), result.bailouts.end());
  result.bailouts.erase(std::unique(result.bailouts.begin(), result.bailouts.end()), result.bailouts.end());
  return result;
}

}  // namespace storydiff
