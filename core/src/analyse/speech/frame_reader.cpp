#include "analyse/speech/frame_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "analyse/speech/frame_subjects.hpp"

namespace storydiff {
namespace {

constexpr std::uint32_t kFarthest = 60;  ///< tokens looked back over for a verb

template <std::size_t N>
bool listed(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
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

class Reader : private FrameSubjects {
 public:
  using FrameSubjects::FrameSubjects;

  std::vector<AttributionFrame> read() {
    const std::uint32_t n = words_.size();
    for (std::uint32_t i = 0; i < n;) {
      if (!may_open(i) || quoted_[i] || !words_[i].is_word()) {
        ++i;
        continue;
      }
      std::uint32_t next = i + 1;
      for (const auto read : {&Reader::phrase, &Reader::hearsay, &Reader::quoting, &Reader::speech, &Reader::document,
                              &Reader::naming, &Reader::unknown_verb}) {
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

  /// What all readings have in common: most words begin none of them.
  [[nodiscard]] bool may_open(std::uint32_t i) const {
    return is(i, kFrameOpener) || is(std::int64_t{i} + 1, kThat) ||
           (at(i) == "the" && is(std::int64_t{i} + 1, kVerdict));
  }

  /// "also noted", "yesterday admitted": the verb alone, where no auxiliary comes first.
  void trim_adverbs(TokenRange& verb) const {
    for (std::uint32_t k = verb.begin; k < verb.end; ++k)
      if (is(k, kAuxiliary)) return;
    while (verb.begin + 1 < verb.end && (is(verb.begin, kMidAdverb) || is(verb.begin, kDayWord))) ++verb.begin;
  }

  // --- phrases that do for a verb ---

  std::optional<AttributionFrame> phrase(std::uint32_t i) {
    std::uint32_t verb_end = 0;
    SpeechClass speech_class = SpeechClass::kUnknown;
    if (words_.reads(i, {"according", "to"})) {
      verb_end = i + 2;
      speech_class = SpeechClass::kNeutral;
    } else if (at(i) == "the" && is(i + 1, kVerdict) && at(i + 2) == "of") {
      verb_end = i + 3;
    } else if (is(i, kVerdict) && at(std::int64_t{i} - 1) == "'s" && i >= 2) {
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
    if (listed(kVerbs, at(i)) && at(i + 1) == "to" && i > 0 && is(group_begin(i), kBeForm)) {
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
        is(i + 2, kDeterminer | kSubjectPronoun) ||
        (i + 2 < words_.size() && (words_[i + 2].capitalized || words_[i + 2].kind == WordKind::kNumber)) ||
        (!after.empty() && !is(i + 2, kAuxiliary) && !is_stop(i + 2));
    if (!clause || !(at(i).ends_with("ed") || listed(kOthers, at(i)))) return std::nullopt;
    AttributionFrame frame = new_frame(Form::kBefore, SpeechClass::kUnknown, {group_begin(i), i + 1});
    frame.words = frame.verb;
    return frame;
  }

  /// "The Herald quoted Ruiz as saying": the words are those of Ruiz.
  std::optional<AttributionFrame> quoting(std::uint32_t i) {
    if (at(i) != "quoted" && at(i) != "quotes") return std::nullopt;
    std::uint32_t as = i + 1;
    while (as < i + kLongestAside && !is_stop(as) && at(as) != "as") ++as;
    if (as == i + 1 || (!words_.reads(as, {"as", "saying"}) && !words_.reads(as, {"as", "telling"})))
      return std::nullopt;
    const bool trails = as + 2 == words_.size() || is(as + 2, kSentenceEnd);
    AttributionFrame frame = new_frame(trails ? Form::kAfter : Form::kBefore, SpeechClass::kNeutral, {as + 1, as + 2});
    frame.speaker = frame.known = {i + 1, as};
    frame.words = {i, as + 2};
    return frame;
  }

  /// "'...,' the sign read": what is written says it. "She read 'Ulysses'" is none.
  std::optional<AttributionFrame> document(std::uint32_t i) {
    constexpr auto kWritings = std::to_array<std::string_view>(
        {"banner",  "banners", "caption", "email",    "inscription", "letter", "message",
         "note",    "notice",  "placard", "placards", "plaque",      "post",   "poster",
         "release", "sign",    "signs",   "slogan",   "statement",   "text",   "tweet"});
    if (at(i) != "read" && at(i) != "reads") return std::nullopt;
    AttributionFrame frame = new_frame(Form::kBefore, SpeechClass::kNeutral, {i, i + 1});
    if (is_mark(std::int64_t{i} - 1)) {
      frame.form = Form::kInverted;
      noun_phrase_after(i + 1, frame);
      frame.words = {i, frame.speaker.end};
    } else {
      set_subject(frame);
      if (is_mark(std::int64_t{frame.known.begin} - 1)) frame.form = Form::kAfter;
      if (frame.form == Form::kBefore && !opens_content(i + 1)) return std::nullopt;
      frame.words = {frame.known.begin, i + 1};
    }
    for (std::uint32_t k = frame.speaker.begin; k < frame.speaker.end; ++k)
      if (listed(kWritings, at(k))) return frame;
    return std::nullopt;
  }

  /// "called the plan 'a disgrace'", "hailed the 'business-like' approach", "what he described as 'theft'". Nobody
  /// speaks in "a plan called 'Sunrise'", where the verb has no object.
  std::optional<AttributionFrame> naming(std::uint32_t i) {
    if (!is(i, kNamingVerb) && !judges(i)) return std::nullopt;
    const std::uint32_t begin = group_begin(i);
    for (std::uint32_t k = begin; k < i; ++k)
      if (is(k, kIrreal | kBeForm) || at(k) == "not" || at(k) == "never") return std::nullopt;
    constexpr std::uint32_t kLongestObject = 10;  // tokens between the verb and the quotation
    std::uint32_t mark = i + 1;
    while (mark < i + kLongestObject && !is_stop(mark) && (at(mark) == "as" || !is(mark, kAuxiliary | kClauseWord)))
      ++mark;
    if (!is_mark(mark)) return std::nullopt;
    AttributionFrame frame = new_frame(Form::kNaming, SpeechClass::kUnknown, {begin, i + 1});
    set_subject(frame);
    if (frame.speaker.empty()) return std::nullopt;
    const bool has_object = mark > i + 1 && at(i + 1) != "as" && !is(i + 1, kPreposition);
    const std::string_view before = at(std::int64_t{frame.speaker.begin} - 1);
    if (!has_object && before != "what" && before != "which") return std::nullopt;
    frame.words = {frame.shared ? begin : frame.known.begin, i + 1};
    return frame;
  }

  /// Verbs that judge what they have as their object: words in quotation marks within it are the speaker's. Those of
  /// finding and ordering have the name of a ship or a book there as often.
  [[nodiscard]] bool judges(std::uint32_t i) const {
    const std::optional<SpeechVerb> verb = speech_verb_at(words_, i);
    if (!verb || (verb->form != VerbForm::kPast && verb->form != VerbForm::kThird)) return false;
    switch (verb->speech_class) {
      case SpeechClass::kPraise:
      case SpeechClass::kCriticism:
      case SpeechClass::kDenial:
      case SpeechClass::kEmphasis:
      case SpeechClass::kScorn:
        return true;
      default:
        return false;
    }
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
        (verb->form != VerbForm::kPast && is(std::int64_t{begin} - 1, kDeterminer)))
      return std::nullopt;
    bool passive = false;
    for (std::uint32_t k = begin; k < i && at(i - 1) != "to"; ++k) {
      if (is(k, kIrreal) || at(k) == "never" || at(k) == "not") return std::nullopt;
      passive = passive || (is(k, kBeForm) && verb->form == VerbForm::kPast);
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
    if (verb->plain && is(end, kSentenceEnd) && frame.known.begin == 0) return std::nullopt;  // "Nobody said."
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
    // "'...,' he was informed by the judge": the agent speaks.
    const bool tells = at(i) == "told" || at(i) == "informed" || at(i) == "reminded" || at(i) == "warned";
    if (tells && at(end) == "by") {
      frame.form = Form::kInverted;
      noun_phrase_after(end + 1, frame);
      if (frame.speaker.empty() || !(is_stop(frame.speaker.end) || at(frame.speaker.end) == "that"))
        return std::nullopt;
      frame.words = {frame.verb.begin, frame.speaker.end};
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
    return is(end, kSubjectPronoun) && !is_stop(end + 1) &&
           (next != "it" || is(end + 1, kAuxiliary) || at(end + 1).ends_with("ed"));
  }

  /// "boasted to anyone with a notebook, 'I will ...'", "noted in a statement that"
  [[nodiscard]] bool quoted_after_aside(std::uint32_t end) const {
    if (at(end) != "in" && at(end) != "to" && at(end) != "on") return false;
    for (std::uint32_t k = end; k < end + kLongestAside && k < words_.size(); ++k) {
      if (at(k) == "that" || (is_stop(k) && is_mark(k + 1)) || is_mark(k)) return true;
      if (is_stop(k) || is(k, kAuxiliary)) return false;
    }
    return false;
  }

  /// "claimed injuries at the plants had risen": a subject and an auxiliary after the verb.
  [[nodiscard]] bool has_own_verb(std::uint32_t begin) const {
    if (is(begin, kPreposition)) return false;  // "the risks mentioned above can be"
    for (std::uint32_t k = begin; k < begin + 9 && !is_stop(k); ++k) {
      if (is(k, kClauseWord) || at(k) == "to" || at(k) == "and") return false;
      if (is(k, kAuxiliary)) return k > begin;
    }
    return false;
  }

  /// ", X said." and "'...,' X said": the content stands before, and nothing but an aside after.
  [[nodiscard]] bool trails(const AttributionFrame& frame, std::uint32_t end, std::uint32_t aside,
                            const SpeechVerb& verb) const {
    const std::uint32_t begin = frame.known.begin;
    if (frame.shared || begin < 3) return false;
    const bool after_mark = is_mark(std::int64_t{begin} - 1);
    if (!after_mark && !is(std::int64_t{begin} - 1, kClauseMark)) return false;
    if (aside == end && !is_stop(end)) return false;
    for (std::uint32_t k = end; k < aside; ++k)
      if (at(k) == "that" || (is(k, kAuxiliary) && !begins_before(end, k))) return false;
    if (is(end, kSubjectPronoun) || (at(end) == "to" && !after_mark)) return false;
    if (verb.plain || after_mark) return true;
    if (verb.form == VerbForm::kBase || verb.form == VerbForm::kThird) return is_stop(end);
    // "In 2019, the club ordered a review": an object is no aside.
    return is_stop(end) || is(end, kPreposition);
  }

  /// Whether a clause of its own begins between the two: "..., said X, who is ..."
  [[nodiscard]] bool begins_before(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t k = from; k < to; ++k)
      if (is(k, kClauseWord)) return true;
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
      if (!verb.plain && !(is_manner(verb.speech_class) && (words_[end].capitalized || is(end, kDeterminer))))
        return false;
      if (at(end) == "that" || has_own_verb(end) ||
          !contains_verb(begin > kFarthest ? begin - kFarthest : 0, begin - 1))
        return false;
      if (is(end, kSubjectPronoun) && !is_stop(end + 1)) return false;
    } else if (at(end) == "that") {
      return false;
    }
    if (!words_[end].capitalized && !is(end, kDeterminer) && !is(end, kSubjectPronoun) && !after_quote) return false;
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
      if (is(k, kAuxiliary) || at(k).ends_with("ed")) return true;
    return stop == end;  // no earlier comma: no apposition can end here
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
    if (!is(end, kPreposition) && !takes_hearer(at(i))) return end;
    for (std::uint32_t k = end; k < end + 10 && k < words_.size(); ++k) {
      if (at(k) == "that" || is_stop(k)) return k;
      if (is(k, kSubjectPronoun) && k > end) return k;
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
};

}  // namespace

std::vector<AttributionFrame> read_sentence_frames(const SentenceWords& words, const std::vector<bool>& quoted) {
  return Reader(words, quoted).read();
}

}  // namespace storydiff
