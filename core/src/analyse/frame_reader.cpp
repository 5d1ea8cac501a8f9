#include "analyse/frame_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace storydiff {
namespace {

constexpr std::uint32_t kLongestSpeaker = 16;  ///< tokens; a longer subject is cut
constexpr std::uint32_t kLongestAside = 14;    ///< tokens of an adjunct, or of an apposition after the speaker
constexpr std::uint32_t kLongestInsert = 36;   ///< tokens between the speaker and the verb
constexpr std::uint32_t kFarthest = 60;        ///< tokens looked back over for a verb

template <std::size_t N>
bool listed(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_be(std::string_view folded) {
  constexpr auto kForms = std::to_array<std::string_view>({"is", "are", "was", "were", "be", "been", "being", "'s"});
  return listed(kForms, folded);
}

/// "Smith Thursday said"
bool is_day(std::string_view folded) {
  constexpr auto kDays = std::to_array<std::string_view>(
      {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tonight"});
  return listed(kDays, folded);
}

/// Auxiliaries after which a verb of speech reports nothing: would say, did not say, to say.
bool is_irreal(std::string_view folded) {
  return is_auxiliary(folded) && !is_be(folded) && folded != "has" && folded != "have" && folded != "had" &&
         folded != "'ve" && folded != "'d";
}

/// Verbs that take the person addressed as their object.
bool takes_hearer(std::string_view folded) {
  constexpr auto kVerbs = std::to_array<std::string_view>({"told", "tells", "tell", "telling", "reminded", "assured",
                                                           "informed", "warned", "promised", "advised", "reminds",
                                                           "assures", "informs", "warns", "promises", "advises"});
  return listed(kVerbs, folded);
}

/// Ways to utter: verbs of these hardly have an object that is no utterance.
bool is_manner(SpeechClass speech_class) {
  return speech_class == SpeechClass::kAnger || speech_class == SpeechClass::kBoast ||
         speech_class == SpeechClass::kScorn || speech_class == SpeechClass::kComplaint ||
         speech_class == SpeechClass::kPraise || speech_class == SpeechClass::kPlea;
}

/// Forms that need an auxiliary to be a verb of their own.
bool is_participle_only(std::string_view folded) {
  return folded == "written" || folded == "shown" || folded == "sworn" || folded == "gone";
}

/// Nouns that speak: "in the view of X", "X's verdict".
bool is_verdict(std::string_view folded) {
  constexpr auto kNouns =
      std::to_array<std::string_view>({"account", "assessment", "eyes", "judgement", "judgment", "opinion", "telling",
                                       "verdict", "version", "view", "words"});
  return listed(kNouns, folded);
}

class Reader {
 public:
  Reader(const SentenceWords& words, std::vector<bool> quoted) : words_(words), quoted_(std::move(quoted)) {}

  std::vector<AttributionFrame> read() {
    const std::uint32_t n = words_.size();
    for (std::uint32_t i = 0; i < n;) {
      if (quoted_[i] || !words_[i].is_word()) {
        ++i;
        continue;
      }
      std::uint32_t next = i + 1;
      for (const auto read : {&Reader::phrase, &Reader::hearsay, &Reader::speech, &Reader::unknown_verb}) {
        if (std::optional<AttributionFrame> frame = (this->*read)(i)) {
          next =
              std::max({next, frame->verb.end, frame->form == AttributionFrame::Form::kBefore ? 0U : frame->words.end});
          trim_adverbs(frame->verb);
          if (frames_.empty() || frame->words.begin >= frames_.back().verb.begin) frames_.push_back(*frame);
          break;
        }
      }
      i = next;
    }
    return std::move(frames_);
  }

 private:
  using Form = AttributionFrame::Form;

  [[nodiscard]] std::string_view at(std::int64_t i) const { return words_.folded(i); }
  [[nodiscard]] bool is_mark(std::int64_t i) const { return is_quotation_mark(at(i)); }
  /// Where a run of words ends whatever it is.
  [[nodiscard]] bool is_stop(std::int64_t i) const {
    if (i < 0 || i >= words_.size() || is_mark(i)) return true;
    // A period within the sentence is that of an abbreviation: "Ronald L. Kuby", "Acme Corp. said".
    if (at(i) == "." && i + 1 < words_.size() && words_[static_cast<std::size_t>(i + 1)].is_word()) return false;
    return is_clause_mark(at(i));
  }

  /// "also noted", "yesterday admitted": the verb alone, where no auxiliary comes first.
  void trim_adverbs(TokenRange& verb) const {
    for (std::uint32_t k = verb.begin; k < verb.end; ++k)
      if (is_auxiliary(at(k))) return;
    while (verb.begin + 1 < verb.end && (is_mid_adverb(at(verb.begin)) || is_day(at(verb.begin)))) ++verb.begin;
  }

  // --- phrases that do for a verb ---

  std::optional<AttributionFrame> phrase(std::uint32_t i) {
    std::uint32_t verb_end = 0;
    SpeechClass speech_class = SpeechClass::kUnknown;
    if (words_.reads(i, {"according", "to"})) {
      verb_end = i + 2;
      speech_class = SpeechClass::kNeutral;
    } else if (at(i) == "the" && is_verdict(at(i + 1)) && at(i + 2) == "of") {
      verb_end = i + 3;
    } else if (is_verdict(at(i)) && at(std::int64_t{i} - 1) == "'s" && i >= 2) {
      AttributionFrame frame = new_frame(Form::kAccording, SpeechClass::kUnknown, {i, i + 1});
      frame.speaker = frame.known = noun_phrase_before(i - 1);
      frame.words = {frame.speaker.begin, i + 1};
      return frame;
    } else {
      return std::nullopt;
    }
    AttributionFrame frame = new_frame(Form::kAccording, speech_class, {i, verb_end});
    noun_phrase_after(verb_end, frame);
    if (frame.speaker.empty()) return std::nullopt;
    frame.words = {i, frame.speaker.end};
    return frame;
  }

  std::optional<AttributionFrame> hearsay(std::uint32_t i) {
    constexpr auto kAdverbs = std::to_array<std::string_view>({"reportedly", "allegedly", "supposedly", "purportedly"});
    constexpr auto kVerbs = std::to_array<std::string_view>(
        {"said", "reported", "believed", "thought", "alleged", "rumoured", "rumored", "understood", "known"});
    if (listed(kAdverbs, at(i))) {
      AttributionFrame frame = new_frame(Form::kHearsay, SpeechClass::kUnknown, {i, i + 1});
      frame.words = frame.verb;
      return frame;
    }
    // ", we are told,": the writer heard it, from nobody in particular.
    const bool told = at(i) == "told" && i >= 2 && (at(i - 2) == "we" || at(i - 2) == "i") &&
                      (at(i - 1) == "are" || at(i - 1) == "am" || at(i - 1) == "were" || at(i - 1) == "was");
    if (told && (is_stop(i + 1) || at(i + 1) == "that")) {
      AttributionFrame frame = new_frame(Form::kHearsay, SpeechClass::kUnknown, {i - 1, i + 1});
      frame.words = {i - 2, i + 1};
      return frame;
    }
    if (listed(kVerbs, at(i)) && at(i + 1) == "to" && i > 0 && is_be(at(group_begin(i)))) {
      AttributionFrame frame = new_frame(Form::kHearsay, SpeechClass::kUnknown, {group_begin(i), i + 2});
      frame.words = frame.verb;
      return frame;
    }
    return std::nullopt;
  }

  /// "have worked out that": some verb that no list has. It says who vouches for the content, no more.
  std::optional<AttributionFrame> unknown_verb(std::uint32_t i) {
    constexpr auto kOthers = std::to_array<std::string_view>({"out", "clear", "knew", "know", "knows", "heard", "saw"});
    if (at(i + 1) != "that" || i == 0 || words_[i].capitalized) return std::nullopt;
    const std::string_view after = at(i + 2);
    const bool clause =
        is_determiner(after) || is_subject_pronoun(after) ||
        (i + 2 < words_.size() && (words_[i + 2].capitalized || words_[i + 2].kind == WordKind::kNumber)) ||
        (!after.empty() && !is_auxiliary(after) && !is_stop(i + 2));
    if (!clause || !(at(i).ends_with("ed") || listed(kOthers, at(i)))) return std::nullopt;
    AttributionFrame frame = new_frame(Form::kBefore, SpeechClass::kUnknown, {group_begin(i), i + 1});
    frame.words = frame.verb;
    return frame;
  }

  // --- verbs ---

  std::optional<AttributionFrame> speech(std::uint32_t i) {
    const std::optional<SpeechVerb> verb = speech_verb_at(words_, i);
    if (!verb) return std::nullopt;
    const std::uint32_t end = i + verb->tokens;
    const std::uint32_t begin = led_begin(i);
    const std::string_view before = at(std::int64_t{begin} - 1);
    if (words_[i].capitalized && i > 0 && words_[i - 1].is_word()) return std::nullopt;  // "Think Dynamics"
    if (verb->form == VerbForm::kBase && before == ",") return std::nullopt;             // "tea, state media said"
    // A possessive has no verb of its own, but "Moody's said".
    if (before == "to" || (before == "'s" && !(verb->plain && verb->form == VerbForm::kPast)) ||
        (verb->form != VerbForm::kPast && is_determiner(before)))
      return std::nullopt;
    bool passive = false;
    for (std::uint32_t k = begin; k < i && at(i - 1) != "to"; ++k) {
      if (is_irreal(at(k)) || at(k) == "never" || at(k) == "not") return std::nullopt;
      passive = passive || (is_be(at(k)) && verb->form == VerbForm::kPast);
    }
    if (before == "not") return std::nullopt;
    if (begin == i && is_participle_only(at(i))) return std::nullopt;  // "programs written for Linux"

    AttributionFrame frame = new_frame(Form::kBefore, verb->speech_class, {begin, end});
    if (tells_to_do(i, end)) frame.speech_class = SpeechClass::kCommand;
    if (passive) return passive_speech(frame, i);
    if (at(i).starts_with("quot")) return std::nullopt;  // only "was quoted as saying"
    if (verb->form == VerbForm::kGerund && begin == i) {
      // "..., adding that": the speaker is that of the frame before.
      if (!is_stop(std::int64_t{i} - 1) || !opens_content(end)) return std::nullopt;
      if (verb->speech_class == SpeechClass::kCriticism) return std::nullopt;
      frame.shared = true;
      if (!frames_.empty()) share_subject(frame);
      frame.words = {begin, end};
      return frame;
    }
    if (inverted(frame, *verb)) return frame;
    set_subject(frame);
    if (frame.speaker.empty()) return std::nullopt;
    const std::uint32_t aside = aside_end(end);
    if (trails(frame, end, aside, *verb)) {
      frame.form = Form::kAfter;
      frame.words = {frame.known.begin, aside};
      return frame;
    }
    if (!verb->plain && !governs_clause(i, end, *verb)) return std::nullopt;
    if (verb->plain && is_sentence_end(at(end)) && frame.known.begin == 0) return std::nullopt;  // "Nobody said."
    frame.words = {frame.shared ? frame.verb.begin : frame.known.begin, adjunct_end(i, end)};
    return frame;
  }

  std::optional<AttributionFrame> passive_speech(AttributionFrame frame, std::uint32_t i) {
    const std::uint32_t end = frame.verb.end;
    if (words_.reads(end, {"as", "saying"}) || words_.reads(end, {"as", "telling"})) {
      frame.verb.end = end + 2;
      frame.speech_class = SpeechClass::kNeutral;
      set_subject(frame);
      if (frame.speaker.empty()) return std::nullopt;
      frame.words = {frame.known.begin, frame.verb.end};
      return frame;
    }
    std::uint32_t that = end;  // "was announced on Friday that"
    while (that < end + 6 && !is_stop(that) && at(that) != "that") ++that;
    if (at(that) != "that" || at(i) == "found") return std::nullopt;
    frame.form = Form::kHearsay;
    frame.speech_class = SpeechClass::kUnknown;
    frame.words = {frame.verb.begin, that};
    return frame;
  }

  /// "asked residents to boil water", "told them to leave": an order, not a report.
  [[nodiscard]] bool tells_to_do(std::uint32_t i, std::uint32_t end) const {
    if (!at(i).starts_with("ask") && !at(i).starts_with("tell") && at(i) != "told") return false;
    for (std::uint32_t k = end; k < end + 6 && !is_stop(k) && at(k) != "that" && at(k) != "about"; ++k)
      if (k > end && at(k) == "to") return true;
    return false;
  }

  /// Whether a clause or a quotation depends on the verb that ends at `end`, rather than a plain object.
  [[nodiscard]] bool governs_clause(std::uint32_t i, std::uint32_t end, const SpeechVerb& verb) const {
    const std::string_view next = at(end);
    if (opens_content(end)) return true;
    if (is_manner(verb.speech_class) && verb.speech_class != SpeechClass::kPlea) return quoted_after_aside(end);
    if (tells_to_do(i, end)) return true;
    switch (verb.speech_class) {
      case SpeechClass::kCommitment:
      case SpeechClass::kWarning:
        if (next == "to") return true;
        break;
      case SpeechClass::kCommand:
      case SpeechClass::kPlea:
        for (std::uint32_t k = end; k < end + 8 && !is_stop(k); ++k)
          if (at(k) == "to") return true;
        return false;
      case SpeechClass::kDenial:
        if (at(i).starts_with("den")) return true;
        break;
      case SpeechClass::kCriticism:
        if (at(i).starts_with("accus") || at(i).starts_with("blam")) return true;
        break;
      default:
        break;
    }
    if (takes_hearer(at(i)))
      for (std::uint32_t k = end; k < end + 6 && !is_stop(k); ++k)
        if (at(k) == "that") return true;
    // "key suspects in the case that", "reports of fraud": nouns as often as verbs.
    if (verb.form == VerbForm::kBase || verb.form == VerbForm::kThird) return false;
    return quoted_after_aside(end) || has_own_verb(end);
  }

  /// That, a quotation mark or a subject right after the verb.
  [[nodiscard]] bool opens_content(std::uint32_t end) const {
    const std::string_view next = at(end);
    if (next == "that" || next == "how" || next == "whether" || is_mark(end)) return true;
    if ((next == ":" || next == ",") && is_mark(end + 1)) return true;
    return is_subject_pronoun(next) && !is_stop(end + 1) &&
           (next != "it" || is_auxiliary(at(end + 1)) || at(end + 1).ends_with("ed"));
  }

  /// "boasted to anyone with a notebook, 'I will ...'", "noted in a statement that"
  [[nodiscard]] bool quoted_after_aside(std::uint32_t end) const {
    if (at(end) != "in" && at(end) != "to" && at(end) != "on") return false;
    for (std::uint32_t k = end; k < end + kLongestAside && k < words_.size(); ++k) {
      if (at(k) == "that" || (is_stop(k) && is_mark(k + 1)) || is_mark(k)) return true;
      if (is_stop(k) || is_auxiliary(at(k))) return false;
    }
    return false;
  }

  /// "claimed injuries at the plants had risen": a subject and an auxiliary after the verb.
  [[nodiscard]] bool has_own_verb(std::uint32_t begin) const {
    if (is_preposition(at(begin))) return false;  // "the risks mentioned above can be"
    for (std::uint32_t k = begin; k < begin + 9 && !is_stop(k); ++k) {
      if (begins_clause(at(k)) || at(k) == "to" || at(k) == "and") return false;
      if (is_auxiliary(at(k))) return k > begin;
    }
    return false;
  }

  /// ", X said." and "'...,' X said": the content stands before, and nothing but an aside after.
  [[nodiscard]] bool trails(const AttributionFrame& frame, std::uint32_t end, std::uint32_t aside,
                            const SpeechVerb& verb) const {
    const std::uint32_t begin = frame.known.begin;
    if (frame.shared || begin < 3) return false;
    const bool after_mark = is_mark(std::int64_t{begin} - 1);
    if (!after_mark && !is_clause_mark(at(std::int64_t{begin} - 1))) return false;
    if (aside == end && !is_stop(end)) return false;
    for (std::uint32_t k = end; k < aside; ++k)
      if (at(k) == "that" || (is_auxiliary(at(k)) && !begins_before(end, k))) return false;
    if (is_subject_pronoun(at(end)) || (at(end) == "to" && !after_mark)) return false;
    if (verb.plain || after_mark) return true;
    if (verb.form == VerbForm::kBase || verb.form == VerbForm::kThird) return is_stop(end);
    // "In 2019, the club ordered a review": an object is no aside.
    return is_stop(end) || is_preposition(at(end));
  }

  /// Whether a clause of its own begins between the two: "..., said X, who is ..."
  [[nodiscard]] bool begins_before(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t k = from; k < to; ++k)
      if (begins_clause(at(k))) return true;
    return false;
  }

  /// "said X" with the content before it.
  bool inverted(AttributionFrame& frame, const SpeechVerb& verb) {
    const std::uint32_t begin = frame.verb.begin;
    const std::uint32_t end = frame.verb.end;
    if (begin == 0 || end >= words_.size() || is_stop(end) || at(end - 1) == "told") return false;
    const bool after_quote =
        is_mark(std::int64_t{begin} - 1) || (at(begin - 1) == "," && is_mark(std::int64_t{begin} - 2));
    if (!after_quote) {
      // "Smith, the mayor, said taxes would rise" has no verb before; ", said the mayor." none after.
      if (at(begin - 1) != ",") return false;
      if (!verb.plain && !(is_manner(verb.speech_class) && (words_[end].capitalized || is_determiner(at(end)))))
        return false;
      if (at(end) == "that" || has_own_verb(end) ||
          !contains_verb(begin > kFarthest ? begin - kFarthest : 0, begin - 1))
        return false;
      if (is_subject_pronoun(at(end)) && !is_stop(end + 1)) return false;
    } else if (at(end) == "that") {
      return false;
    }
    if (!words_[end].capitalized && !is_determiner(at(end)) && !is_subject_pronoun(at(end)) && !after_quote)
      return false;
    frame.form = Form::kInverted;
    noun_phrase_after(end, frame);
    if (frame.speaker.empty()) return false;
    frame.words = {begin, frame.speaker.end};
    return true;
  }

  [[nodiscard]] bool contains_verb(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t k = end; k > begin; --k)  // a quotation's verbs are its own
      if (is_mark(k - 1)) {
        begin = k;
        break;
      }
    std::int64_t comma = end;  // an apposition's own verbs do not count: look before its comma
    while (comma > begin && at(comma - 1) != ",") --comma;
    const std::uint32_t stop = comma > begin ? static_cast<std::uint32_t>(comma) : end;
    for (std::uint32_t k = begin; k < stop; ++k)
      if (is_auxiliary(at(k)) || at(k).ends_with("ed")) return true;
    return stop == end;  // no earlier comma: no apposition can end here
  }

  // --- speakers ---

  [[nodiscard]] std::uint32_t group_begin(std::uint32_t verb) const {
    std::uint32_t begin = verb;
    while (begin > 0 &&
           (is_auxiliary(at(begin - 1)) || is_mid_adverb(at(begin - 1)) || is_day(at(begin - 1)) ||
            at(begin - 1) == "not") &&
           !is_subject_pronoun(at(begin - 1)) && verb - begin < 5)
      --begin;
    // An adverb alone before the verb is no part of the group where an auxiliary does not lead it.
    return begin;
  }

  /// The group with a verb that leads into an utterance which took place: "has to admit", "was forced to concede",
  /// "went on to say". "plans to say" and "refused to say" are none.
  [[nodiscard]] std::uint32_t led_begin(std::uint32_t verb) const {
    constexpr auto kForced = std::to_array<std::string_view>({"forced", "obliged", "compelled", "bound", "quick"});
    if (verb < 2 || at(verb - 1) != "to") return group_begin(verb);
    const std::uint32_t lead = verb - 2;
    const bool has = at(lead) == "has" || at(lead) == "have" || at(lead) == "had";
    const bool goes = at(lead) == "on" && lead > 0 && (at(lead - 1) == "went" || at(lead - 1) == "goes");
    const bool forced = listed(kForced, at(lead)) && lead > 0 && is_be(at(group_begin(lead)));
    if (!has && !goes && !forced) return group_begin(verb);
    const std::uint32_t begin = group_begin(goes ? lead - 1 : lead);
    for (std::uint32_t k = begin; k < lead; ++k)
      if (is_irreal(at(k)) || at(k) == "not" || at(k) == "never") return group_begin(verb);
    return begin;
  }

  void set_subject(AttributionFrame& frame) {
    std::int64_t end = frame.verb.begin;  // exclusive
    if (end == 0) return;
    std::string_view before = at(end - 1);
    if (before == "and" || before == "but" || before == "or" || (before == "," && at(end) == "then")) {
      frame.shared = true;
      share_subject(frame);
      return;
    }
    if (before == "who" || before == "which" || before == "that") {
      --end;
      if (end > 0 && at(end - 1) == ",") --end;
      frame.speaker = frame.known = noun_phrase_before(static_cast<std::uint32_t>(end));
      // "criticism from users who complain": the nearest noun.
      for (std::uint32_t k = frame.speaker.end; k > frame.speaker.begin + 1; --k)
        if (is_preposition(at(k - 1)) && at(k - 1) != "of" && k < frame.speaker.end) {
          frame.speaker.begin = frame.known.begin = k;
          break;
        }
      return;
    }
    if (before == ")") {
      for (std::int64_t k = end - 2; k > 0 && end - k < kLongestAside; --k) {
        if (at(k) != "(") continue;
        frame.speaker = noun_phrase_before(static_cast<std::uint32_t>(k));
        frame.known = {frame.speaker.begin, frame.verb.begin};
        return;
      }
      return;
    }
    if (before == "," || before == "--" || before == "\u2014" || before == "\u2013") {
      for (std::int64_t k = end - 2; k > 0 && end - k < kLongestInsert; --k) {
        if (is_mark(k)) return;
        if (at(k) != before) continue;
        frame.speaker = noun_phrase_before(static_cast<std::uint32_t>(k));
        // "PeopleSoft, of Pleasanton, California, said", "Ruiz, whose son, Leo, was killed, said": one comma further.
        const std::int64_t first = frame.speaker.begin;
        if (!frame.speaker.empty() && first > 1 &&
            ((is_preposition(at(first)) && at(first - 1) == ",") || is_auxiliary(at(k + 1)) ||
             begins_clause(at(first - 1))))
          continue;
        frame.known = {frame.speaker.begin, static_cast<std::uint32_t>(end - 1)};
        return;
      }
      return;
    }
    if (is_stop(end - 1)) return;
    frame.speaker = frame.known = noun_phrase_before(static_cast<std::uint32_t>(end));
  }

  /// The speaker of the frame before, or else the sentence's first words up to its verb.
  void share_subject(AttributionFrame& frame) {
    if (!frames_.empty() && !frames_.back().speaker.empty()) {
      frame.speaker = frames_.back().speaker;
      frame.known = frames_.back().known;
      return;
    }
    std::uint32_t end = 0;
    while (end < frame.verb.begin && end < kLongestSpeaker && !is_stop(end) && !is_auxiliary(at(end)) &&
           !begins_clause(at(end)) && !(end > 0 && at(end).ends_with("ed")))
      ++end;
    frame.speaker = frame.known = {0, end};
  }

  [[nodiscard]] TokenRange noun_phrase_before(std::uint32_t end) const {
    if (end == 0) return {};
    if (is_subject_pronoun(at(end - 1))) return {end - 1, end};
    std::uint32_t begin = end;
    // "X said Y urged Z to": the second subject begins after the first verb.
    const std::uint32_t first = !frames_.empty() && frames_.back().verb.end < end ? frames_.back().verb.end : 0;
    while (begin > first && end - begin < kLongestSpeaker) {
      const std::string_view word = at(begin - 1);
      if (is_stop(begin - 1) || begins_clause(word) || is_auxiliary(word) || quoted_[begin - 1]) break;
      if ((word == "and" || word == "or") && !joins_names(begin - 1)) break;
      --begin;
    }
    // "On Monday police said": a phrase of time or place before the subject.
    const bool set_off = begin > 0 && at(begin - 1) == ",";  // "Whitby, of Cardiff University, said"
    if (begin + 2 < end && !set_off && is_preposition(at(begin)) && at(begin) != "over" && at(begin) != "about")
      begin += is_determiner(at(begin + 1)) && begin + 3 < end ? 3U : 2U;
    while (begin + 1 < end && (is_mid_adverb(at(begin)) || at(begin) == "and")) ++begin;
    return {begin, end};
  }

  /// Whether "and" at `i` joins two parts of one subject rather than two clauses.
  [[nodiscard]] bool joins_names(std::uint32_t i) const {
    if (i == 0 || i + 1 >= words_.size()) return false;
    std::uint32_t begin = i;
    while (begin > 0 && !is_stop(begin - 1) && i - begin < 8) --begin;
    if (i - begin > 7) return false;
    return i - begin <= 2 || words_[i - 1].capitalized;
  }

  /// The noun phrase from `begin` on, and what is said of it behind a comma.
  void noun_phrase_after(std::uint32_t begin, AttributionFrame& frame) const {
    constexpr auto kEnds = std::to_array<std::string_view>({"in", "on", "at", "during", "after", "before", "by", "to"});
    if (is_subject_pronoun(at(begin))) {
      frame.speaker = frame.known = {begin, begin + 1};
      return;
    }
    std::uint32_t end = begin;
    while (end < words_.size() && end - begin < kLongestSpeaker && !is_stop(end) && !begins_clause(at(end)) &&
           !quoted_[end] && !(end > begin && (listed(kEnds, at(end)) || is_auxiliary(at(end)))))
      ++end;
    frame.speaker = frame.known = {begin, end};
    if (at(end) != ",") return;
    std::uint32_t more = end + 1;
    while (more < words_.size() && more - end < kLongestAside && !is_mark(more) && !is_sentence_end(at(more)) &&
           at(more) != ":" && at(more) != ";" && !begins_clause(at(more)) && !is_auxiliary(at(more)))
      ++more;
    frame.known.end = more;
  }

  // --- what follows the verb ---

  /// The aside after a verb that trails: up to the next mark.
  [[nodiscard]] std::uint32_t aside_end(std::uint32_t begin) const {
    std::uint32_t end = begin;
    while (end < words_.size() && end - begin < kLongestAside && !is_stop(end)) ++end;
    return is_stop(end) ? end : begin;
  }

  /// "told reporters in Oslo | that", "said in a statement | that"
  [[nodiscard]] std::uint32_t adjunct_end(std::uint32_t i, std::uint32_t end) const {
    if (!is_preposition(at(end)) && !takes_hearer(at(i))) return end;
    for (std::uint32_t k = end; k < end + 10 && k < words_.size(); ++k) {
      if (at(k) == "that" || is_stop(k)) return k;
      if (is_subject_pronoun(at(k)) && k > end) return k;
    }
    return end;
  }

  static AttributionFrame new_frame(Form form, SpeechClass speech_class, TokenRange verb) {
    AttributionFrame frame;
    frame.form = form;
    frame.speech_class = speech_class;
    frame.verb = verb;
    return frame;
  }

  const SentenceWords& words_;
  std::vector<bool> quoted_;
  std::vector<AttributionFrame> frames_;
};

}  // namespace

std::vector<AttributionFrame> read_sentence_frames(const SentenceWords& words, std::vector<bool> quoted) {
  return Reader(words, std::move(quoted)).read();
}

}  // namespace storydiff
