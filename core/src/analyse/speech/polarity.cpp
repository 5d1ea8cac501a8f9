#include "analyse/speech/polarity.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "analyse/speech/attribution_frames.hpp"
#include "analyse/speech/conditions.hpp"
#include "analyse/speech/contained_sentences.hpp"
#include "analyse/speech/link_words.hpp"
#include "analyse/speech/opposites.hpp"
#include "analyse/speech/polarity_cues.hpp"
#include "analyse/speech/polarity_words.hpp"

namespace storydiff {
namespace {

using Cues = std::vector<GoverningCue>;
using Kind = PolarityCue::Kind;

constexpr std::uint32_t kNear = 7;  ///< tokens on either side that must agree besides the word itself

/// One side of a link as seen from the other: which side is the source is told at the end.
struct Side {
  const SentenceWords& words;
  const std::vector<std::uint32_t>& partner;
  const Cues& cues;
};

/// A difference as found: tokens of the side that has the cue, and of the other.
struct Found {
  bool negation = false;
  std::uint32_t here = 0;
  std::uint32_t there = 0;
  std::string cue;
  std::string other;  ///< the other side's cue, where it has one of another kind
};

class LinkPolarity {
 public:
  /// What `here` has and `there` has not.
  std::vector<Found> differences(const Side& here, const Side& there, bool both_ways) const {
    std::vector<Found> found;
    for (const GoverningCue& cue : here.cues) {
      if (cue.cue.weak) continue;
      const auto pair = head_pair(here, there, cue);
      if (!pair || !agrees_around(here, there, pair->first, pair->second)) continue;
      if (cue.cue.kind == Kind::kNegation) {
        if (denied_alike(here, there, pair->first, pair->second) || stays(here, there, cue, pair->second)) continue;
        if (!deniable(here, there, cue, pair->second)) continue;
        found.push_back({true, pair->first, pair->second, here.words.text(cue.cue.words), {}});
      } else if (std::optional<Found> shift = modality_shift(here, there, cue, pair->first, pair->second, both_ways)) {
        found.push_back(*shift);
      }
    }
    return found;
  }

 private:
  /// The word that the cue governs and its partner. A negative prefix on the other side is no partner:
  /// "not able" and "unable" are found by `opposite`.
  [[nodiscard]] static std::optional<std::pair<std::uint32_t, std::uint32_t>> head_pair(const Side& here,
                                                                                        const Side& there,
                                                                                        const GoverningCue& cue) {
    for (const std::uint32_t head : {cue.head, cue.second}) {
      if (head == kNoHead) continue;
      const std::uint32_t partner = here.partner[head];
      if (partner == kNoPartner) continue;
      if (!there.words[partner].is_word()) return std::nullopt;
      return std::pair(head, partner);
    }
    return std::nullopt;
  }

  /// Whether the words around agree too: a word that two sentences share by chance is not evidence.
  [[nodiscard]] bool agrees_around(const Side& here, const Side& there, std::uint32_t h, std::uint32_t t) const {
    const std::uint32_t first = h > kNear ? h - kNear : 0;
    const std::uint32_t last = std::min(here.words.size(), h + kNear + 1);
    for (std::uint32_t k = first; k < last; ++k) {
      if (k == h || here.partner[k] == kNoPartner || !is_content(here.words[k])) continue;
      const std::uint32_t p = here.partner[k];
      if (p + kNear >= t && p <= t + kNear) return true;
    }
    return (all_shared(here) && all_shared(there)) || one_word_apart(here, there);
  }

  /// Two short sentences whose contents, without who says it, differ by one word at the most: "he would not
  /// appeal" and "an appeal will be lodged".
  [[nodiscard]] bool one_word_apart(const Side& here, const Side& there) const {
    constexpr std::uint32_t kShort = 14;  // tokens
    if (here.words.size() > kShort || there.words.size() > kShort) return false;
    std::uint32_t apart = 0;
    for (const Side* side : {&here, &there}) {
      const SentenceFrames& read = frames_of(*side);
      for (std::uint32_t k = 0; k < side->words.size(); ++k) {
        if (!is_content(side->words[k]) || side->partner[k] != kNoPartner || side->words[k].is(kNegative)) continue;
        if (std::none_of(read.frames.begin(), read.frames.end(),
                         [&](const AttributionFrame& f) { return f.words.contains(k); }))
          ++apart;
      }
    }
    return apart <= 1;
  }

  /// A short sentence of which nothing but its cues is new: "It is not a game."
  [[nodiscard]] static bool all_shared(const Side& side) {
    if (side.words.size() > kNear) return false;
    for (std::uint32_t k = 0; k < side.words.size(); ++k)
      if (is_content(side.words[k]) && side.partner[k] == kNoPartner && !side.words[k].is(kNegative)) return false;
    return true;
  }

  /// Cues of a kind that reach token `at`: those that govern it, or stand before it in its clause.
  template <typename Use>
  static void reaching(const Side& side, Kind kind, std::uint32_t at, Use use) {
    // Cues ascend: only those near can reach.
    constexpr std::uint32_t kReach = 16;
    auto it = std::lower_bound(side.cues.begin(), side.cues.end(), at > kReach ? at - kReach : 0,
                               [](const GoverningCue& c, std::uint32_t v) { return c.cue.words.begin < v; });
    for (; it != side.cues.end() && it->cue.words.begin < at + kReach; ++it) {
      if (it->cue.kind != kind) continue;
      const bool governs = it->head == at || it->second == at;
      if (governs || same_clause(side.words, it->cue.words.end - 1, at)) use(*it, governs);
    }
  }

  [[nodiscard]] bool denied_alike(const Side& here, const Side& there, std::uint32_t h, std::uint32_t t) const {
    // "will open if" and "will not open unless"
    if (has_unless(here, h) != has_unless(there, t)) return true;
    // Two denials of one thing are none: "not uncommon", "nobody failed to".
    int denials = 0;
    reaching(here, Kind::kNegation, h, [&](const GoverningCue& c, bool governs) {
      if (!c.cue.weak && (governs || c.cue.words.begin < h)) ++denials;
    });
    if (denials % 2 == 0) return true;
    bool denied = false;
    reaching(there, Kind::kNegation, t, [&](const GoverningCue& c, bool governs) {
      // "did not rule out" and "ruled out": the denial that stands in both is the word denied, no answer.
      denied = denied || (!is_kept(there, here, c) && !c.cue.words.contains(t) &&
                          (governs || !is_focus(there, c) || c.cue.words.begin < t));
    });
    if (denied) return true;
    // "did not say he was" and "said he was not": a denial that stands elsewhere in the sentence and
    // answers to nothing here is taken for this one.
    for (const GoverningCue& c : there.cues) {
      const std::uint32_t at = c.cue.words.begin;
      if (c.cue.kind != Kind::kNegation || there.words.sentence_of(at) != there.words.sentence_of(t)) continue;
      if (there.partner[at] != kNoPartner) continue;  // the same word denies something in both
      if (at > t && is_focus(there, c)) continue;
      const bool near = at + kNear + 1 >= t && at <= t + kNear + 1;
      if (near || (!c.cue.weak && denies_shared(there, c.cue.words.end))) return true;
    }
    return negative_word_near(there, t);
  }

  /// A weak cue that stands in both texts ("the charge against him", "a ban on", "the suspect") tells them apart
  /// in no way.
  [[nodiscard]] static bool is_kept(const Side& side, const Side& other, const GoverningCue& cue) {
    const std::uint32_t partner = side.partner[cue.cue.words.begin];
    return cue.cue.weak && partner != kNoPartner && other.words[partner].stem == side.words[cue.cue.words.begin].stem;
  }

  /// "only", "nearly": they colour what follows, never what stands before.
  [[nodiscard]] static bool is_focus(const Side& side, const GoverningCue& cue) {
    const std::string_view word = side.words[cue.cue.words.begin].folded;
    return word == "only" || word == "almost" || word == "nearly" || word == "limited" || word == "little" ||
           word == "few";
  }

  /// Whether one of the first words of content after a cue has a partner.
  [[nodiscard]] static bool denies_shared(const Side& side, std::uint32_t begin) {
    int left = 3;
    for (std::uint32_t k = begin; k < side.words.size() && left > 0 && !side.words[k].is(kClauseMark); ++k) {
      if (!is_content(side.words[k])) continue;
      if (side.partner[k] != kNoPartner) return true;
      --left;
    }
    return false;
  }

  [[nodiscard]] static bool has_unless(const Side& side, std::uint32_t at) {
    constexpr std::uint32_t kAround = 20;  // tokens
    for (std::uint32_t k = at > kAround ? at - kAround : 0; k < std::min(side.words.size(), at + kAround); ++k) {
      if (side.words[k].folded == "unless" || side.words[k].folded == "except") return true;
      // "will not pass without their votes": it will with them.
      if (k > at && side.words[k].folded == "without" && side.partner[k] == kNoPartner) return true;
    }
    return false;
  }

  [[nodiscard]] static bool has_if(const Side& side, std::uint32_t at) {
    constexpr std::uint32_t kAround = 20;  // tokens
    for (std::uint32_t k = at > kAround ? at - kAround : 0; k < std::min(side.words.size(), at + kAround); ++k)
      if (side.words[k].folded == "if" && side.words.sentence_of(k) == side.words.sentence_of(at)) return true;
    return false;
  }

  /// "not satisfied" and "dissatisfied", "not able" and "unable" beside the partner.
  [[nodiscard]] bool negative_word_near(const Side& side, std::uint32_t at) const {
    for (std::uint32_t k = at > 6 ? at - 6 : 0; k < std::min(side.words.size(), at + 7); ++k)
      if (!without_negative_prefix(side.words[k].folded).empty() && side.partner[k] == kNoPartner) return true;
    return false;
  }

  [[nodiscard]] std::optional<Found> modality_shift(const Side& here, const Side& there, const GoverningCue& cue,
                                                    std::uint32_t h, std::uint32_t t, bool both_ways) const {
    const Modality modality = cue.cue.modality;
    std::vector<const GoverningCue*> own = hedges(here, h);
    const bool alleged = modality == Modality::kAlleged;  // "the suspect allegedly shot" and "the suspect shot"
    std::erase_if(own, [&](const GoverningCue* c) { return alleged && is_kept(here, there, *c); });
    // "would probably": the hedge speaks, not the certainty that it hedges.
    if (modality == Modality::kCertain && !own.empty() && own.front()->cue.modality != Modality::kCertain)
      return std::nullopt;
    std::vector<const GoverningCue*> others = hedges(there, t);
    std::erase_if(others, [&](const GoverningCue* c) { return alleged && is_kept(there, here, *c); });
    const GoverningCue* other = others.empty() ? nullptr : others.front();
    bool alike = false;
    for (const GoverningCue* c : others) {
      alike = alike || !modalities_differ(modality, c->cue.modality);
      for (const GoverningCue* mine : own) alike = alike || !modalities_differ(mine->cue.modality, c->cue.modality);
    }
    if (alike || stays(here, there, cue, t)) return std::nullopt;
    const bool governed = other != nullptr && (other->head == t || other->second == t);
    if (in_question(here, h) || in_question(there, t)) return std::nullopt;
    if (other != nullptr && !governed && there.words.folded(std::int64_t{t} - 1) == "to") return std::nullopt;
    if (other != nullptr) {
      if (other->cue.weak) return std::nullopt;
      if (!both_ways) return std::nullopt;  // told from the source's side
      // "if the dam breaks, it will be flooded" and "it could break and be flooded"
      const bool certain = modality == Modality::kCertain;
      if (certain ? has_if(here, h) && !has_if(there, t) : has_if(there, t) && !has_if(here, h)) return std::nullopt;
      return Found{false, h, t, here.words.text(cue.cue.words), there.words.text(other->cue.words)};
    }
    if (!modalities_differ(modality, Modality::kStated) || !is_stated(there, t)) return std::nullopt;
    // The same hedge somewhere else in the sentence, itself without a partner; not one that colours what is new
    // ("a potentially deadly germ").
    for (const GoverningCue& c : there.cues) {
      if (c.cue.kind != Kind::kModality || modalities_differ(modality, c.cue.modality)) continue;
      if (there.words.sentence_of(c.cue.words.begin) != there.words.sentence_of(t)) continue;
      if (c.head != kNoHead && there.partner[c.head] == kNoPartner && is_content(there.words[c.head])) continue;
      if (there.partner[c.cue.words.begin] == kNoPartner) return std::nullopt;
    }
    if (modality == Modality::kAlleged && attributed_anew(here, there, h, t)) return std::nullopt;
    if (modality == Modality::kPossible && is_perception(here.words[h].folded)) return std::nullopt;
    return Found{false, h, t, here.words.text(cue.cue.words), {}};
  }

  /// The cues of modality that colour a word, those that govern it first; where one of them hedges, "will"
  /// and the like beside it count no more.
  [[nodiscard]] static std::vector<const GoverningCue*> hedges(const Side& side, std::uint32_t at) {
    std::vector<const GoverningCue*> found;
    reaching(side, Kind::kModality, at, [&](const GoverningCue& c, bool governs) {
      if (c.cue.words.begin > at && !governs) return;
      found.insert(governs ? found.begin() : found.end(), &c);
    });
    const auto certain = [](const GoverningCue* c) { return c->cue.modality == Modality::kCertain; };
    if (!std::all_of(found.begin(), found.end(), certain)) std::erase_if(found, certain);
    return found;
  }

  /// "expects to save" and "expects savings", "refused to heed" and "have refused": the word itself is
  /// there, whatever it governs.
  [[nodiscard]] static bool stays(const Side& here, const Side& there, const GoverningCue& cue, std::uint32_t t) {
    constexpr std::uint32_t kAround = 14;  // tokens
    for (std::uint32_t k = cue.cue.words.begin; k < cue.cue.words.end; ++k) {
      const std::uint32_t p = here.partner[k];
      if (p == kNoPartner || here.words[k].folded == "to" || here.words[k].folded == "of") continue;
      if (p + kAround >= t && p <= t + kAround && there.words[p].stem == here.words[k].stem) return true;
    }
    return false;
  }

  /// Whether the partner stands where a denial could have been dropped.
  [[nodiscard]] static bool deniable(const Side& here, const Side& there, const GoverningCue& cue, std::uint32_t t) {
    const std::string_view first = here.words[cue.cue.words.begin].folded;
    if (first == "without") {
      // An adjunct is cut or added freely; only its opposite contradicts it.
      for (std::uint32_t k = t > 4 ? t - 4 : 0; k < t; ++k)
        if (there.words[k].folded == "with") return true;
      return false;
    }
    const bool of_verb = here.words[cue.cue.words.end - 1].folded == "to";
    return !of_verb || is_stated(there, t);
  }

  [[nodiscard]] static bool after_be(const Side& side, std::uint32_t at) {
    for (std::uint32_t k = at; k-- > 0 && at - k <= 3 && !side.words[k].is(kClauseWord);)
      if (side.words[k].is(kAuxiliary)) return true;
    return false;
  }

  /// "allegedly sold" and "sold, prosecutors said": the hedge became an attribution.
  [[nodiscard]] bool attributed_anew(const Side& here, const Side& there, std::uint32_t h, std::uint32_t t) const {
    return owner_of(here, h) == kNobody && owner_of(there, t) != kNobody;
  }

  /// A side's frames are read once, when first asked for.
  [[nodiscard]] const SentenceFrames& frames_of(const Side& side) const {
    auto read =
        std::find_if(frames_.begin(), frames_.end(), [&](const auto& entry) { return entry.first == &side.words; });
    if (read == frames_.end()) read = frames_.emplace(frames_.end(), &side.words, read_frames(side.words, false));
    return read->second;
  }

  /// The frame that answers for a token, hearsay apart.
  [[nodiscard]] std::uint32_t owner_of(const Side& side, std::uint32_t at) const {
    const SentenceFrames& read = frames_of(side);
    const std::uint32_t owner = read.owner(at);
    const bool hearsay = owner != kNobody && read.frames[owner].form == AttributionFrame::Form::kHearsay;
    return hearsay ? kNobody : owner;
  }

  /// "could see" says that they saw.
  [[nodiscard]] static bool is_perception(std::string_view verb) {
    return verb == "see" || verb == "hear" || verb == "feel" || verb == "smell" || verb == "remember" ||
           verb == "find" || verb == "afford" || verb == "tell";
  }

  /// "whether a second wave might occur": nothing is put forward.
  [[nodiscard]] static bool in_question(const Side& side, std::uint32_t at) {
    for (std::uint32_t k = at; k-- > 0 && at - k <= 10 && !side.words[k].is(kClauseMark);)
      if (side.words[k].folded == "whether") return true;
    return false;
  }

  /// Whether the word stands as a fact: no infinitive, no gerund, no condition.
  [[nodiscard]] static bool is_stated(const Side& side, std::uint32_t at) {
    if (side.words[at].folded.ends_with("ing") && !after_be(side, at)) return false;
    for (std::uint32_t k = at; k-- > 0 && at - k <= 6;) {
      const std::string_view word = side.words[k].folded;
      if (side.words[k].is(kClauseMark)) break;
      if (word == "to" && at - k <= 2) return false;
      if (word == "if" || word == "whether" || word == "unless" || word == "should") return false;
    }
    return true;
  }
  mutable std::vector<std::pair<const SentenceWords*, SentenceFrames>> frames_;
};

class Comparison {
 public:
  Comparison(const AnalysisInput& input, const SpeechTexts& texts)
      : input_(input), words_(texts.words()), contained_(texts.contained()) {}

  std::vector<Change> run() {
    const auto& alignments = input_.alignment->alignments;
    for (std::uint32_t a = 0; a < alignments.size(); ++a)
      if (alignments[a].relation != Relation::kVerbatim) read(alignments[a], a);
    for (const Alignment& pair : contained_) read(pair, std::nullopt);
    for (const Alignment& pair : retold_acts(input_, words_)) read(pair, std::nullopt);
    std::stable_sort(changes_.begin(), changes_.end(), [](const Change& x, const Change& y) {
      return std::tie(x.target->begin, x.source_document, x.source->begin) <
             std::tie(y.target->begin, y.source_document, y.source->begin);
    });
    return std::move(changes_);
  }

 private:
  void read(const Alignment& alignment, std::optional<std::uint32_t> index) {
    const Segments& source = input_.segments[alignment.source_document];
    const Segments& target = input_.segments.back();
    const LinkWords link = link_words(alignment, source, target, words_);
    const Cues source_cues = read_cues(link.source);
    const Cues target_cues = read_cues(link.target);
    const Side from{link.source, link.partner_of_source, source_cues};
    const Side to{link.target, link.partner_of_target, target_cues};
    const LinkPolarity polarity;
    for (const Found& found : polarity.differences(from, to, true))
      add(alignment, index, found.negation, link.source.sentence_of(found.here), link.target.sentence_of(found.there),
          found.cue, found.other);
    for (const Found& found : polarity.differences(to, from, false))
      add(alignment, index, found.negation, link.source.sentence_of(found.there), link.target.sentence_of(found.here),
          "", found.cue);
    for (const Opposite& pair : opposites(link, source_cues, target_cues))
      add(alignment, index, true, link.source.sentence_of(pair.source), link.target.sentence_of(pair.target),
          link.source.text({pair.source, pair.source + 1}), link.target.text({pair.target, pair.target + 1}));
    for (const CutCondition& cut : cut_conditions(link, target))
      add(alignment, index, false, cut.source_sentence, cut.target_sentence, link.source.text(cut.words), "");
  }

  /// One change of a kind for each pair of sentences: the first says enough.
  void add(const Alignment& alignment, std::optional<std::uint32_t> index, bool negation, std::uint32_t source_sentence,
           std::uint32_t target_sentence, std::string from, std::string to) {
    const std::uint32_t document = alignment.source_document;
    if (!told_.insert({document, source_sentence, target_sentence, negation}).second) return;
    Change change;
    change.status = negation ? "negation-changed" : "modality-changed";
    change.from = std::move(from);
    change.to = std::move(to);
    change.target = input_.segments.back().sentences[target_sentence].original;
    change.source_document = document;
    change.source = input_.segments[document].sentences[source_sentence].original;
    change.alignment = index;
    changes_.push_back(std::move(change));
  }

  const AnalysisInput& input_;
  const SpeechWords& words_;
  const std::vector<Alignment>& contained_;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, bool>> told_;
  std::vector<Change> changes_;
};

}  // namespace

std::vector<Change> compare_polarity(const AnalysisInput& input, const SpeechTexts& texts) {
  if (input.vocabulary->language() != "en") return {};
  return Comparison(input, texts).run();
}

}  // namespace storydiff
