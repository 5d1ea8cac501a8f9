#include "analyse/speech/attributions.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "analyse/speech/attribution_frames.hpp"
#include "analyse/speech/link_words.hpp"
#include "analyse/speech/polarity_words.hpp"
#include "analyse/speech/speakers.hpp"

namespace storydiff {
namespace {

constexpr std::size_t kMostFrames = 16;  ///< of a sentence that are looked through for a speaker or a class

/// One frame of one document.
struct FrameId {
  std::uint32_t sentence = 0;
  std::uint32_t frame = 0;
  friend auto operator<=>(const FrameId&, const FrameId&) = default;
};

inline constexpr std::uint32_t kFrameWords = 0xFFFFFFFE;  ///< in the place of a frame: the word is part of one

/// Who answers for the tokens of one side of a link.
struct Owners {
  std::vector<FrameId> frames;          ///< each once
  std::vector<std::uint32_t> of_token;  ///< index into `frames`, `kNobody` or `kFrameWords`
  std::vector<std::uint32_t> owned;     ///< content words that each frame answers for
  std::vector<std::uint32_t> matched;   ///< those of them that have a partner of content

  [[nodiscard]] bool is_frame(std::uint32_t token) const { return of_token[token] < kFrameWords; }
};

struct SourceFrame {
  std::uint32_t document = 0;
  FrameId id;
  friend auto operator<=>(const SourceFrame&, const SourceFrame&) = default;
};

/// What the links say of one source frame and one target frame.
struct Pairing {
  std::uint32_t words = 0;  ///< content words that both answer for
  std::uint32_t alignment = 0;
};

/// A frame whose content stands on the other side without one.
struct Loose {
  std::uint32_t bare = 0;     ///< matched content words that nobody answers for
  std::uint32_t matched = 0;  ///< matched content words in all
  std::uint32_t owned = 0;    ///< content words that the frame answers for in the link
  std::uint32_t alignment = 0;
  std::uint32_t sentence = 0;  ///< of the other side, the one with the most of them
};

/// Frames whose loss turns a report into a statement. An order, a vow or a denial is no report.
bool reports_content(const AttributionFrame& frame) {
  if (frame.shared || frame.form == AttributionFrame::Form::kHearsay || frame.speaker.empty()) return false;
  switch (frame.speech_class) {
    case SpeechClass::kCommand:
    case SpeechClass::kPlea:
    case SpeechClass::kCommitment:
    case SpeechClass::kCriticism:
    case SpeechClass::kDenial:
      return false;
    case SpeechClass::kUnknown:
      return frame.form == AttributionFrame::Form::kAccording;
    default:
      return true;
  }
}

class Comparison {
 public:
  Comparison(const AnalysisInput& input, const SpeechTexts& texts)
      : input_(input), words_(texts.words()), contained_(texts.contained()), frames_(texts.frames()) {
    texts_.reserve(input.segments.size());
    for (std::size_t document = 0; document < input.segments.size(); ++document)
      texts_.emplace_back(input.segments[document], frames_[document], words_);
  }

  std::vector<Change> run() {
    for (std::uint32_t a = 0; a < linked() + contained_.size(); ++a) read_link(a);
    for (std::uint32_t a = 0; a < linked(); ++a) pair_by_place(a);
    compare_pairs();
    find_dropped();
    find_added();
    std::stable_sort(changes_.begin(), changes_.end(), [](const Change& x, const Change& y) {
      return std::tie(x.target->begin, x.source_document, x.source->begin) <
             std::tie(y.target->begin, y.source_document, y.source->begin);
    });
    return std::move(changes_);
  }

 private:
  using Key = std::pair<SourceFrame, FrameId>;

  /// The links of the report; those behind them are `contained_sentences`.
  [[nodiscard]] std::uint32_t linked() const { return static_cast<std::uint32_t>(input_.alignment->alignments.size()); }
  [[nodiscard]] const Alignment& link(std::uint32_t a) const {
    return a < linked() ? input_.alignment->alignments[a] : contained_[a - linked()];
  }
  [[nodiscard]] std::uint32_t target() const { return static_cast<std::uint32_t>(input_.segments.size() - 1); }
  [[nodiscard]] const AttributionFrame& frame(std::uint32_t document, FrameId id) const {
    return frames_[document][id.sentence].frames[id.frame];
  }
  [[nodiscard]] std::string text(std::uint32_t document, FrameId id, TokenRange range) const {
    return frames_[document][id.sentence].words.text(range);
  }

  [[nodiscard]] std::optional<FrameId> carried(std::uint32_t document, std::uint32_t sentence) const {
    const SentenceFrames& frames = frames_[document][sentence];
    CarriedFrame found;
    if (!frames.frames.empty() || !(frames.all_quoted || frames.opens_quoted)) return std::nullopt;
    if (!carried_frame(input_.segments[document], frames_[document], sentence, found)) return std::nullopt;
    return FrameId{found.sentence, found.frame};
  }

  /// Whether a frame answers for some word of the sentences.
  [[nodiscard]] bool is_owned(std::uint32_t document, const std::vector<std::uint32_t>& sentences) const {
    return std::any_of(sentences.begin(), sentences.end(), [&](std::uint32_t s) {
      return !frames_[document][s].frames.empty() || carried(document, s).has_value();
    });
  }

  [[nodiscard]] Owners owners(std::uint32_t document, const std::vector<std::uint32_t>& sentences,
                              const SentenceWords& words) const {
    Owners result;
    result.of_token.reserve(words.size());
    std::vector<std::uint32_t> shared;  // places of frames that are carried from one sentence to another
    const auto add = [&](FrameId id) {
      result.frames.push_back(id);
      return static_cast<std::uint32_t>(result.frames.size() - 1);
    };
    const auto place_of_own = [&](FrameId id) {
      const auto found = std::find_if(shared.begin(), shared.end(), [&](auto at) { return result.frames[at] == id; });
      return found == shared.end() ? add(id) : *found;
    };
    const auto place_of_carried = [&](FrameId id) {
      const auto found = std::find(result.frames.begin(), result.frames.end(), id);
      shared.push_back(found == result.frames.end() ? add(id)
                                                    : static_cast<std::uint32_t>(found - result.frames.begin()));
      return shared.back();
    };
    for (const std::uint32_t s : sentences) {
      const SentenceFrames& frames = frames_[document][s];
      const std::size_t begin = result.of_token.size();
      const std::optional<FrameId> from_before = carried(document, s);
      result.of_token.resize(begin + frames.words.size(), from_before ? place_of_carried(*from_before) : kNobody);
      std::vector<std::uint32_t> place(frames.frames.size());
      for (std::uint32_t f = 0; f < place.size(); ++f) place[f] = place_of_own({s, f});
      const auto of_sentence = std::span(result.of_token).subspan(begin);
      for (const AttributionFrame& f : frames.frames)
        std::fill(of_sentence.begin() + f.words.begin, of_sentence.begin() + f.words.end, kFrameWords);
      for (std::uint32_t i = 0; i < frames.words.size(); ++i)
        if (frames.owner(i) != kNobody) of_sentence[i] = place[frames.owner(i)];
    }
    result.owned.assign(result.frames.size(), 0);
    result.matched.assign(result.frames.size(), 0);
    for (std::uint32_t i = 0; i < words.size(); ++i)
      if (result.is_frame(i) && is_content(words[i])) ++result.owned[result.of_token[i]];
    return result;
  }

  void read_link(std::uint32_t a) {
    const Alignment& alignment = link(a);
    // Where nobody answers for a word, nobody was paired, dropped or added.
    if (is_owned(alignment.source_document, alignment.source_sentences) ||
        is_owned(target(), alignment.target_sentences))
      read_words(alignment, a);
    if (a < linked()) note_reworded(alignment, a);
  }

  void read_words(const Alignment& alignment, std::uint32_t a) {
    const std::uint32_t document = alignment.source_document;
    const LinkWords link = link_words(alignment, input_.segments[document], input_.segments[target()], words_);
    Owners source = owners(document, alignment.source_sentences, link.source);
    Owners to = owners(target(), alignment.target_sentences, link.target);
    std::map<std::uint32_t, std::map<std::uint32_t, std::uint32_t>> dropped_at;  // by frame and other side's sentence
    std::map<std::uint32_t, std::map<std::uint32_t, std::uint32_t>> added_at;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> both;  // words that a frame of each answers for
    for (std::uint32_t s = 0; s < link.source.size(); ++s) {
      const std::uint32_t t = link.partner_of_source[s];
      if (t == kNoPartner || !is_content(link.source[s]) || !is_content(link.target[t])) continue;
      const std::uint32_t of_source = source.of_token[s];
      const std::uint32_t of_target = to.of_token[t];
      if (source.is_frame(s)) ++source.matched[of_source];
      if (to.is_frame(t)) ++to.matched[of_target];
      if (source.is_frame(s) && to.is_frame(t)) ++both[{of_source, of_target}];
      if (source.is_frame(s) && of_target == kNobody) ++dropped_at[of_source][link.target.sentence_of(t)];
      if (to.is_frame(t) && of_source == kNobody) ++added_at[of_target][link.source.sentence_of(s)];
    }
    for (const auto& [pair, count] : both) {
      const SourceFrame from{document, source.frames[pair.first]};
      Pairing& pairing = pairings_[{from, to.frames[pair.second]}];
      if (pairing.words == 0) pairing.alignment = a;
      pairing.words += count;
      paired_in_.insert({from, a});
    }
    for (const auto& [f, places] : dropped_at)
      note(dropped_[{{document, source.frames[f]}, a}], places, source.matched[f], source.owned[f], a);
    for (const auto& [f, places] : added_at)
      note(added_[{document, to.frames[f]}], places, to.matched[f], to.owned[f], a);
  }

  static void note(Loose& loose, const std::map<std::uint32_t, std::uint32_t>& places, std::uint32_t matched,
                   std::uint32_t owned, std::uint32_t a) {
    Loose found;
    found.alignment = a;
    found.matched = matched;
    found.owned = owned;
    std::uint32_t most = 0;
    for (const auto& [sentence, count] : places) {
      found.bare += count;
      if (count <= most) continue;
      most = count;
      found.sentence = sentence;
    }
    if (found.bare > loose.bare) loose = found;
  }

  /// One sentence for one in other words throughout: no matched word speaks for the frame, but the link
  /// does where the sentence has one frame and the other none.
  void note_reworded(const Alignment& alignment, std::uint32_t a) {
    if (alignment.source_sentences.size() != 1 || alignment.target_sentences.size() != 1) return;
    const std::uint32_t s = alignment.source_sentences.front();
    const std::uint32_t t = alignment.target_sentences.front();
    const SentenceFrames& source = frames_[alignment.source_document][s];
    const SentenceFrames& to = frames_[target()][t];
    if (source.frames.size() == 1 && to.frames.empty() && !carried(target(), t)) {
      Loose& loose = dropped_[{{alignment.source_document, {s, 0}}, a}];
      if (loose.bare < 2) loose = {2, 2, 2, a, t};
    }
  }

  /// Frames that no word pairs: those of a link in which one sentence and one frame stand on either
  /// side, or that name the same speaker.
  void pair_by_place(std::uint32_t a) {
    const Alignment& alignment = link(a);
    const std::uint32_t document = alignment.source_document;
    std::vector<FrameId> source;
    std::vector<FrameId> to;
    for (const std::uint32_t s : alignment.source_sentences)
      for (std::uint32_t f = 0; f < frames_[document][s].frames.size(); ++f) source.push_back({s, f});
    for (const std::uint32_t t : alignment.target_sentences)
      for (std::uint32_t f = 0; f < frames_[target()][t].frames.size(); ++f) to.push_back({t, f});
    constexpr std::size_t kMost = 8;  // frames of a side
    if (source.empty() || to.empty() || source.size() > kMost || to.size() > kMost) return;
    std::array<bool, kMost> paired_source{};
    std::array<bool, kMost> paired_target{};
    for (std::size_t i = 0; i < source.size(); ++i)
      for (std::size_t k = 0; k < to.size(); ++k)
        if (pairings_.contains({{document, source[i]}, to[k]})) paired_source[i] = paired_target[k] = true;
    const bool alone = source.size() == 1 && to.size() == 1;
    for (std::size_t k = 0; k < to.size(); ++k) {
      if (paired_target[k]) continue;
      const FrameId t = to[k];
      for (std::size_t i = 0; i < source.size(); ++i) {
        if (paired_source[i]) continue;
        const FrameId s = source[i];
        if (!alone && compare_speakers(texts_[document], {s.sentence, s.frame}, texts_[target()],
                                       {t.sentence, t.frame}) != SpeakerMatch::kSame)
          continue;
        pairings_[{{document, s}, t}] = {1, a};
        paired_in_.insert({{document, s}, a});
        paired_source[i] = true;
        break;
      }
    }
  }

  void compare_pairs() {
    std::map<FrameId, std::vector<std::pair<SourceFrame, Pairing>>> by_target;
    for (const auto& [key, pairing] : pairings_) {
      by_target[key.second].emplace_back(key.first, pairing);
      paired_source_.insert(key.first);
    }
    for (auto& [id, candidates] : by_target) {
      std::stable_sort(candidates.begin(), candidates.end(),
                       [](const auto& x, const auto& y) { return x.second.words > y.second.words; });
      // Where two wires fit as well, the one that the target agrees with is its source.
      const std::uint32_t most = candidates.front().second.words;
      const std::pair<SourceFrame, Pairing>* best = &candidates.front();
      for (const auto& candidate : candidates)
        if (candidate.second.words == most && !verb_changed(candidate.first, id)) {
          best = &candidate;
          break;
        }
      if (verb_changed(best->first, id)) {
        const AttributionFrame& from = frame(best->first.document, best->first.id);
        add("verb-changed", best->first.document, best->first.id.sentence, id.sentence, best->second.alignment,
            text(best->first.document, best->first.id, from.verb), text(target(), id, frame(target(), id).verb));
      }
      if (speaker_changed(best->first, id)) {
        const AttributionFrame& from = frame(best->first.document, best->first.id);
        add("speaker-changed", best->first.document, best->first.id.sentence, id.sentence, best->second.alignment,
            text(best->first.document, best->first.id, from.words), text(target(), id, frame(target(), id).words));
      }
    }
  }

  [[nodiscard]] bool verb_changed(const SourceFrame& source, FrameId id) const {
    const AttributionFrame& from = frame(source.document, source.id);
    const AttributionFrame& to = frame(target(), id);
    if (!speech_classes_differ(from.speech_class, to.speech_class)) return false;
    if (head_stem(source.document, source.id) == head_stem(target(), id)) return false;  // told that, told to
    // "said they believed" and "believe": the other verb is there as well.
    if (has_class(source.document, source.id.sentence, to.speech_class) ||
        has_class(target(), id.sentence, from.speech_class))
      return false;
    // "said he did not steal" and "denied stealing" are one.
    if (from.speech_class == SpeechClass::kDenial) return !owns_negation(target(), id);
    if (to.speech_class == SpeechClass::kDenial) return !owns_negation(source.document, source.id);
    return true;
  }

  [[nodiscard]] KeyId head_stem(std::uint32_t document, FrameId id) const {
    const SentenceWords& words = frames_[document][id.sentence].words;
    std::uint32_t at = frame(document, id).verb.begin;
    while (at + 1 < frame(document, id).verb.end && (words[at].is(kAuxiliary) || words[at].is(kMidAdverb))) ++at;
    return words[at].stem;
  }

  /// Whether a frame of the sentence has a verb of this class, the neutral ones apart.
  [[nodiscard]] bool has_class(std::uint32_t document, std::uint32_t sentence, SpeechClass speech_class) const {
    if (!speech_classes_differ(speech_class, SpeechClass::kNeutral)) return false;
    const std::vector<AttributionFrame>& frames = frames_[document][sentence].frames;
    const std::size_t count = std::min(kMostFrames, frames.size());
    return std::any_of(frames.begin(), frames.begin() + static_cast<std::ptrdiff_t>(count),
                       [&](const AttributionFrame& f) { return f.speech_class == speech_class; });
  }

  [[nodiscard]] bool owns_negation(std::uint32_t document, FrameId id) const {
    const SentenceFrames& sentence = frames_[document][id.sentence];
    constexpr std::uint32_t kAround = 100;  // tokens on either side of the frame
    const TokenRange at = sentence.frames[id.frame].words;
    const std::uint32_t last = std::min(sentence.words.size(), at.end + kAround);
    for (std::uint32_t i = at.begin > kAround ? at.begin - kAround : 0; i < last; ++i)
      if (sentence.owner(i) == id.frame && sentence.words[i].is(kNegative)) return true;
    return false;
  }

  [[nodiscard]] bool speaker_changed(const SourceFrame& source, FrameId id) const {
    const AttributionFrame& from = frame(source.document, source.id);
    const AttributionFrame& to = frame(target(), id);
    // "the union said" and "we are told": somebody answered for it, and nobody does.
    if (to.form == AttributionFrame::Form::kHearsay && to.speaker.empty() && tells_reader(id) && !from.shared &&
        reports_content(from))
      return true;
    if (from.shared || to.shared || from.speaker.empty() || to.speaker.empty() ||
        from.speech_class == SpeechClass::kUnknown || to.speech_class == SpeechClass::kUnknown)
      return false;
    const auto differ = [&](FrameId of_source, FrameId of_target) {
      return compare_speakers(texts_[source.document], {of_source.sentence, of_source.frame}, texts_[target()],
                              {of_target.sentence, of_target.frame}) == SpeakerMatch::kDifferent;
    };
    if (!differ(source.id, id)) return false;
    // "X said Y said": one of the two is enough.
    for (std::uint32_t f = 0; f < std::min(kMostFrames, frames_[source.document][source.id.sentence].frames.size());
         ++f)
      if (f != source.id.frame && reports_content(frame(source.document, {source.id.sentence, f})) &&
          !differ({source.id.sentence, f}, id))
        return false;
    return true;
  }

  /// "we are told", "I am told"
  [[nodiscard]] bool tells_reader(FrameId id) const {
    const std::string_view first = frames_[target()][id.sentence].words.folded(frame(target(), id).words.begin);
    return first == "we" || first == "i";
  }

  /// Whether the content of a frame stands on the other side for the most part, and bare.
  static bool is_bare(const Loose& loose) {
    return loose.bare >= 2 && loose.bare * 10 >= loose.matched * 7 && loose.bare * 4 >= loose.owned;
  }

  void find_dropped() {
    std::set<SourceFrame> told;
    for (const auto& [key, loose] : dropped_) {
      const SourceFrame& source = key.first;
      const AttributionFrame& from = frame(source.document, source.id);
      if (told.contains(source) || !is_bare(loose) || !reports_content(from)) continue;
      // The target may tell a thing twice and attribute it once: the other place is bare.
      if (paired_source_.contains(source) && (paired_in_.contains(key) || !is_told_again(source, loose))) continue;
      if (is_own_voice(source)) continue;
      if (frames_[target()][loose.sentence].all_quoted) continue;  // a quotation is no statement of the target's own
      if (near_speaks(source.document, source.id, target(), loose.sentence)) continue;
      const SentenceFrames& sentence = frames_[source.document][source.id.sentence];
      // "Police said they detained 14": that the target's police detained 14 is no attribution.
      const bool own_deed = sentence.words.is(from.words.end, kSubjectPronoun) ||
                            (sentence.words.folded(from.words.end) == "that" &&
                             sentence.words.is(std::int64_t{from.words.end} + 1, kSubjectPronoun));
      if (!own_deed && mentions_speaker(texts_[source.document], {source.id.sentence, source.id.frame},
                                        frames_[target()][loose.sentence].words))
        continue;
      told.insert(source);
      add("dropped", source.document, source.id.sentence, loose.sentence, loose.alignment,
          text(source.document, source.id, from.words), "");
    }
  }

  /// Whether a link of its own tells the frame's sentence once more, nearly word for word.
  [[nodiscard]] bool is_told_again(const SourceFrame& source, const Loose& loose) const {
    const std::vector<std::uint32_t>& sentences = link(loose.alignment).source_sentences;
    return sentences.size() == 1 && sentences.front() == source.id.sentence && loose.bare >= 3 &&
           loose.bare * 10 >= loose.owned * 7;
  }

  /// "I think": the writer's own words.
  [[nodiscard]] bool is_own_voice(const SourceFrame& source) const {
    const AttributionFrame& from = frame(source.document, source.id);
    const std::string_view word = frames_[source.document][source.id.sentence].words.folded(from.speaker.begin);
    return word == "i" || word == "we" || word == "you";
  }

  void find_added() {
    std::set<FrameId> paired;
    for (const auto& [key, pairing] : pairings_) paired.insert(key.second);
    std::set<FrameId> told;  // with several sources, once
    for (const auto& [key, loose] : added_) {
      const FrameId id = key.id;
      const AttributionFrame& to = frame(target(), id);
      if (paired.contains(id) || !is_bare(loose) || !reports_content(to) || told.contains(id)) continue;
      if (frames_[key.document][loose.sentence].all_quoted) continue;
      if (near_speaks(target(), id, key.document, loose.sentence)) continue;
      if (mentions_speaker(texts_[target()], {id.sentence, id.frame}, frames_[key.document][loose.sentence].words))
        continue;
      told.insert(id);
      add("added", key.document, loose.sentence, id.sentence, loose.alignment, "", text(target(), id, to.words));
    }
  }

  /// Whether a sentence beside the other side's is attributed to the same speaker, or within its
  /// paragraph to one that may be: then the reader knows who says it.
  [[nodiscard]] bool near_speaks(std::uint32_t document, FrameId id, std::uint32_t other,
                                 std::uint32_t sentence) const {
    const Segments& segments = input_.segments[other];
    constexpr std::uint32_t kNear = 2;
    const std::uint32_t first = sentence > kNear ? sentence - kNear : 0;
    const std::uint32_t last =
        std::min<std::uint32_t>(sentence + kNear, static_cast<std::uint32_t>(segments.sentences.size() - 1));
    for (std::uint32_t s = first; s <= last; ++s) {
      const bool same_paragraph = segments.sentences[s].paragraph == segments.sentences[sentence].paragraph;
      const bool beside = s + 1 >= sentence && s <= sentence + 1;
      if (!same_paragraph && !beside) continue;
      for (std::uint32_t f = 0; f < std::min(kMostFrames, frames_[other][s].frames.size()); ++f) {
        const SpeakerMatch match = compare_speakers(texts_[document], {id.sentence, id.frame}, texts_[other], {s, f});
        // "..., and it fell. She says more is to come.": what follows vouches for a sentence before it only in
        // its paragraph, and by the same speaker.
        if (s > sentence && !(same_paragraph && match == SpeakerMatch::kSame)) continue;
        if (match == SpeakerMatch::kSame || (same_paragraph && match == SpeakerMatch::kUnclear)) return true;
      }
    }
    return false;
  }

  void add(std::string status, std::uint32_t document, std::uint32_t source_sentence, std::uint32_t target_sentence,
           std::uint32_t alignment, std::string from, std::string to) {
    Change change;
    change.status = std::move(status);
    change.from = std::move(from);
    change.to = std::move(to);
    change.target = input_.segments[target()].sentences[target_sentence].original;
    change.source_document = document;
    change.source = input_.segments[document].sentences[source_sentence].original;
    if (alignment < linked()) change.alignment = alignment;
    changes_.push_back(std::move(change));
  }

  const AnalysisInput& input_;
  const SpeechWords& words_;
  const std::vector<Alignment>& contained_;                 ///< see `link`
  const std::vector<std::vector<SentenceFrames>>& frames_;  ///< by document
  std::vector<SpeakerText> texts_;
  std::map<Key, Pairing> pairings_;
  std::map<std::pair<SourceFrame, std::uint32_t>, Loose> dropped_;  ///< by frame and link
  std::set<std::pair<SourceFrame, std::uint32_t>> paired_in_;       ///< frames that a link pairs
  std::map<SourceFrame, Loose> added_;  ///< the frame is the target's, the document the source's
  std::set<SourceFrame> paired_source_;
  std::vector<Change> changes_;
};

}  // namespace

std::vector<Change> compare_attributions(const AnalysisInput& input, const SpeechTexts& texts) {
  if (input.vocabulary->language() != "en") return {};
  return Comparison(input, texts).run();
}

}  // namespace storydiff
