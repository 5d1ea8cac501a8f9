#include "chain/lives.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "report/assemble.hpp"

namespace storydiff {
namespace {

constexpr std::uint32_t kNobody = UINT32_MAX;
// A sentence comes back when this share of both sides' content words is common; shorter ones only word for word.
constexpr double kSameAgain = 0.7;
constexpr std::size_t kFewestStems = 4;
constexpr std::size_t kMostResting = 64;  // sentences that one stem may nominate

LifeEvent event_of(Relation relation) {
  switch (relation) {
    case Relation::kVerbatim:
      return LifeEvent::kKept;
    case Relation::kEdited:
      return LifeEvent::kEdited;
    case Relation::kParaphrase:
      return LifeEvent::kRewritten;
  }
  return LifeEvent::kKept;
}

/// Statuses that say: the meaning is the same.
bool is_change(std::string_view status) {
  return status != "same" && status != "exact" && status != "variant" && status != "converted";
}

std::string side(const std::string& said, const std::string& text, const std::optional<Span>& span) {
  if (!said.empty() || !span) return said;
  constexpr std::size_t kLongest = 400;
  return span->size() <= kLongest ? std::string(slice(text, *span)) : std::string();
}

/// The changes of each alignment.
std::vector<std::vector<LifeChange>> changes_of(const Report& report) {
  std::vector<std::vector<LifeChange>> by_alignment(report.alignments.size());
  // What no source has is tied to no alignment: the target sentence that holds it says which.
  std::map<Offset, std::uint32_t> by_place;
  for (const ReportAlignment& link : report.alignments)
    for (const std::uint32_t sentence : link.target_sentences)
      by_place.emplace(report.target.sentences[sentence].span.begin, link.id);
  const auto alignment_of = [&](const Change& change) -> std::optional<std::uint32_t> {
    if (change.alignment || !change.target) return change.alignment;
    auto after = by_place.upper_bound(change.target->begin);
    if (after == by_place.begin()) return std::nullopt;
    const std::uint32_t id = std::prev(after)->second;
    for (const std::uint32_t sentence : report.alignments[id].target_sentences)
      if (report.target.sentences[sentence].span.contains(*change.target)) return id;
    return std::nullopt;
  };
  const auto add = [&](const char* kind, const std::vector<Change>& changes, bool whole_sentences) {
    for (const Change& change : changes) {
      if (!is_change(change.status)) continue;
      const std::optional<std::uint32_t> id = alignment_of(change);
      if (!id) continue;
      LifeChange entry{kind, change.status, change.from, change.to};
      if (!whole_sentences) {
        entry.from = side(change.from, report.sources.front().text, change.source);
        entry.to = side(change.to, report.target.text, change.target);
      }
      by_alignment[*id].push_back(std::move(entry));
    }
  };
  add("figure", report.figures, false);
  add("name", report.names, false);
  add("quotation", report.quotations, false);
  add("attribution", report.attributions, true);
  add("polarity", report.polarity, true);
  return by_alignment;
}

double dice(const std::vector<KeyId>& a, const std::vector<KeyId>& b) {
  std::vector<KeyId> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return a.empty() && b.empty() ? 0
                                : 2.0 * static_cast<double>(common.size()) / static_cast<double>(a.size() + b.size());
}

/// Words of the first that the second does not have, each as often as it stands.
std::uint32_t missing(std::vector<KeyId> from, std::vector<KeyId> in) {
  std::sort(from.begin(), from.end());
  std::sort(in.begin(), in.end());
  std::vector<KeyId> left;
  std::set_difference(from.begin(), from.end(), in.begin(), in.end(), std::back_inserter(left));
  return static_cast<std::uint32_t>(left.size());
}

}  // namespace

std::vector<Lives::Resting> Lives::words_of(const Segments& segments) const {
  std::vector<Resting> result;
  for (const std::uint32_t place : sentences_by_file(segments)) {
    Resting sentence;
    for (const Token& token : segments.tokens_of(segments.sentences[place])) {
      const Word& word = (*vocabulary_)[token.word];
      if (word.kind == WordKind::kPunctuation) continue;
      sentence.words.push_back(word.keys[static_cast<std::size_t>(Equivalence::kCase)]);
      if (!word.function_word) sentence.stems.push_back(vocabulary_->stem(token.word));
    }
    std::sort(sentence.stems.begin(), sentence.stems.end());
    sentence.stems.erase(std::unique(sentence.stems.begin(), sentence.stems.end()), sentence.stems.end());
    result.push_back(std::move(sentence));
  }
  return result;
}

void Lives::begin(const Segments& first) {
  now_words_ = words_of(first);
  now_.assign(now_words_.size(), kNobody);
  split_from_.assign(now_.size(), kNobody);
  for (std::uint32_t sentence = 0; sentence < now_.size(); ++sentence) find_or_bear(sentence, 0);
}

void Lives::advance(const Report& report, const Segments& next, ChainStep& step) {
  ++version_;
  before_ = std::move(now_);
  before_words_ = std::move(now_words_);
  carried_.assign(before_.size(), false);
  now_words_ = words_of(next);
  now_.assign(now_words_.size(), kNobody);
  split_from_.assign(now_.size(), kNobody);

  std::vector<std::vector<LifeChange>> changes = changes_of(report);
  for (const ReportAlignment& alignment : report.alignments) link(alignment, std::move(changes[alignment.id]));
  for (std::uint32_t sentence = 0; sentence < now_.size(); ++sentence)
    if (now_[sentence] == kNobody) find_or_bear(sentence, version_);
  // Only now: what this version dropped can not come back in it.
  drop_the_rest(version_);

  for (const SentenceLife& life : lives_) {
    const LifeStage& stage = life.stages.back();
    if (stage.version != version_) continue;
    step.moved += stage.moved ? 1 : 0;
    switch (stage.event) {
      case LifeEvent::kKept:
        ++step.kept;
        break;
      case LifeEvent::kEdited:
        ++step.edited;
        break;
      case LifeEvent::kRewritten:
        ++step.rewritten;
        break;
      case LifeEvent::kBorn:
      case LifeEvent::kSplit:
        ++step.born;
        break;
      case LifeEvent::kReturned:
        ++step.returned;
        break;
      case LifeEvent::kDropped:
      case LifeEvent::kMerged:
        ++step.dropped;
        break;
    }
  }
}

void Lives::carry_on(Life life, std::uint32_t target, const ReportAlignment& link) {
  now_[target] = life;
  LifeStage stage;
  stage.version = version_;
  stage.event = event_of(link.relation);
  stage.sentence = target;
  stage.moved = link.moved;
  lives_[life].stages.push_back(std::move(stage));
}

/// The sentences of a link go on in pairs; what is left over was split off or taken up.
void Lives::link(const ReportAlignment& link, std::vector<LifeChange> changes) {
  std::optional<Life> carrier;
  std::size_t s = 0;
  std::vector<std::uint32_t> split;
  for (const std::uint32_t target : link.target_sentences) {
    if (now_[target] != kNobody) continue;
    while (s < link.source_sentences.size() && carried_[link.source_sentences[s]]) ++s;
    if (s == link.source_sentences.size()) {
      split.push_back(target);
      continue;
    }
    const std::uint32_t source = link.source_sentences[s];
    carried_[source] = true;
    carry_on(before_[source], target, link);
    if (!carrier) carrier = before_[source];
  }
  if (carrier) {
    LifeStage& stage = lives_[*carrier].stages.back();
    for (const WordEdit& edit : link.edits) {
      if (edit.op == EditOp::kEqual || edit.equivalence != Equivalence::kNone) continue;
      stage.words_out += edit.source_words;
      stage.words_in += edit.target_words;
    }
    stage.changes = std::move(changes);
  }
  for (const std::uint32_t target : split) split_from_[target] = before_[link.source_sentences.back()];
  for (const std::uint32_t source : link.source_sentences) {
    if (carried_[source]) continue;
    carried_[source] = true;
    LifeStage stage;
    stage.version = version_;
    stage.event = LifeEvent::kMerged;
    stage.other = now_[link.target_sentences.back()];
    lives_[before_[source]].stages.push_back(std::move(stage));
  }
}

void Lives::drop_the_rest(std::uint32_t version) {
  for (std::uint32_t source = 0; source < before_.size(); ++source) {
    if (carried_[source]) continue;
    LifeStage stage;
    stage.version = version;
    stage.event = LifeEvent::kDropped;
    lives_[before_[source]].stages.push_back(std::move(stage));
    Resting resting = std::move(before_words_[source]);
    resting.life = before_[source];
    const auto index = static_cast<std::uint32_t>(resting_.size());
    for (const KeyId stem : resting.stems) resting_by_stem_[stem].push_back(index);
    resting_.push_back(std::move(resting));
  }
}

/// The sentence that rests and is the same as `sentence`, or nearly.
Lives::Resting* Lives::resting_like(const Resting& sentence) {
  std::map<std::uint32_t, std::uint32_t> shared;
  for (const KeyId stem : sentence.stems) {
    const auto found = resting_by_stem_.find(stem);
    if (found == resting_by_stem_.end()) continue;
    const auto& holders = found->second;
    // Of many the latest: a story's own last sentences are what comes back.
    const std::size_t skip = holders.size() > kMostResting ? holders.size() - kMostResting : 0;
    for (std::size_t i = skip; i < holders.size(); ++i) ++shared[holders[i]];
  }
  Resting* best = nullptr;
  double best_likeness = 0;
  for (const auto& [index, count] : shared) {
    Resting& candidate = resting_[index];
    if (candidate.back) continue;
    const bool same = candidate.words == sentence.words;
    const bool enough = std::min(candidate.stems.size(), sentence.stems.size()) >= kFewestStems;
    const double likeness = same ? 2 : enough ? dice(candidate.stems, sentence.stems) : 0;
    if (likeness < kSameAgain || likeness < best_likeness) continue;
    best = &candidate;  // of equals the latest
    best_likeness = likeness;
  }
  return best;
}

void Lives::find_or_bear(std::uint32_t target, std::uint32_t version) {
  LifeStage stage;
  stage.version = version;
  stage.sentence = target;
  if (split_from_[target] != kNobody) {
    stage.event = LifeEvent::kSplit;
    stage.other = split_from_[target];
  } else if (Resting* resting = resting_like(now_words_[target])) {
    resting->back = true;
    stage.event = LifeEvent::kReturned;
    stage.words_out = missing(resting->words, now_words_[target].words);
    stage.words_in = missing(now_words_[target].words, resting->words);
    now_[target] = resting->life;
    lives_[resting->life].stages.push_back(std::move(stage));
    return;
  }
  now_[target] = static_cast<Life>(lives_.size());
  lives_.push_back({{std::move(stage)}});
}

}  // namespace storydiff
