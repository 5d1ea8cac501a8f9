#include "analyse/speech/frame_subjects.hpp"

#include <algorithm>
#include <array>

namespace storydiff {
namespace {

constexpr std::uint32_t kLongestSpeaker = 16;  ///< tokens; a longer subject is cut
constexpr std::uint32_t kLongestInsert = 36;   ///< tokens between the speaker and the verb

template <std::size_t N>
bool listed(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool FrameSubjects::is_stop(std::int64_t i) const {
  if (i < 0 || i >= words_.size() || is_mark(i)) return true;
  // A period within the sentence is that of an abbreviation: "Ronald L. Kuby", "Acme Corp. said".
  if (at(i) == "." && i + 1 < words_.size() && words_[static_cast<std::size_t>(i + 1)].is_word()) return false;
  return is(i, kClauseMark);
}

std::uint32_t FrameSubjects::group_begin(std::uint32_t verb) const {
  std::uint32_t begin = verb;
  while (
      begin > 0 &&
      (is(begin - 1, kAuxiliary) || is(begin - 1, kMidAdverb) || is(begin - 1, kDayWord) || at(begin - 1) == "not") &&
      !is(begin - 1, kSubjectPronoun) && verb - begin < 5)
    --begin;
  // An adverb alone before the verb is no part of the group where an auxiliary does not lead it.
  return begin;
}

std::uint32_t FrameSubjects::led_begin(std::uint32_t verb) const {
  constexpr auto kForced = std::to_array<std::string_view>({"forced", "obliged", "compelled", "bound", "quick"});
  if (verb < 2 || at(verb - 1) != "to") return group_begin(verb);
  const std::uint32_t lead = verb - 2;
  const bool has = at(lead) == "has" || at(lead) == "have" || at(lead) == "had";
  const bool goes = at(lead) == "on" && lead > 0 && (at(lead - 1) == "went" || at(lead - 1) == "goes");
  const bool forced = listed(kForced, at(lead)) && lead > 0 && is(group_begin(lead), kBeForm);
  if (!has && !goes && !forced) return group_begin(verb);
  const std::uint32_t begin = group_begin(goes ? lead - 1 : lead);
  for (std::uint32_t k = begin; k < lead; ++k)
    if (is(k, kIrreal) || at(k) == "not" || at(k) == "never") return group_begin(verb);
  return begin;
}

void FrameSubjects::set_subject(AttributionFrame& frame) {
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
      if (is(k - 1, kPreposition) && at(k - 1) != "of" && k < frame.speaker.end) {
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
      // "PeopleSoft, of Pleasanton, California, said", "Ruiz, whose son, Leo, was killed, said", "Ruiz, 54, who runs
      // the port, said": one comma further.
      const std::int64_t first = frame.speaker.begin;
      if (!frame.speaker.empty() && first > 1 &&
          ((is(first, kPreposition) && at(first - 1) == ",") || is(k + 1, kAuxiliary) || is(first - 1, kClauseWord) ||
           is_age(frame.speaker)))
        continue;
      frame.known = {frame.speaker.begin, static_cast<std::uint32_t>(end - 1)};
      return;
    }
    return;
  }
  if (is_stop(end - 1)) return;
  frame.speaker = frame.known = noun_phrase_before(static_cast<std::uint32_t>(end));
}

void FrameSubjects::share_subject(AttributionFrame& frame) {
  if (!frames_.empty() && !frames_.back().speaker.empty()) {
    frame.speaker = frames_.back().speaker;
    frame.known = frames_.back().known;
    return;
  }
  std::uint32_t end = 0;
  while (end < frame.verb.begin && end < kLongestSpeaker && !is_stop(end) && !is(end, kAuxiliary) &&
         !is(end, kClauseWord) && !(end > 0 && at(end).ends_with("ed")))
    ++end;
  frame.speaker = frame.known = {0, end};
}

TokenRange FrameSubjects::noun_phrase_before(std::uint32_t end) const {
  if (end == 0) return {};
  if (is(end - 1, kSubjectPronoun)) return {end - 1, end};
  std::uint32_t begin = end;
  // "X said Y urged Z to": the second subject begins after the first verb.
  const std::uint32_t first = !frames_.empty() && frames_.back().verb.end < end ? frames_.back().verb.end : 0;
  while (begin > first && end - begin < kLongestSpeaker) {
    const std::string_view word = at(begin - 1);
    if (is_stop(begin - 1) || is(begin - 1, kClauseWord | kAuxiliary) || quoted_[begin - 1]) break;
    if ((word == "and" || word == "or") && !joins_names(begin - 1)) break;
    --begin;
  }
  // "On Monday police said": a phrase of time or place before the subject.
  const bool set_off = begin > 0 && at(begin - 1) == ",";  // "Whitby, of Cardiff University, said"
  if (begin + 2 < end && !set_off && is(begin, kPreposition) && at(begin) != "over" && at(begin) != "about")
    begin += is(begin + 1, kDeterminer) && begin + 3 < end ? 3U : 2U;
  while (begin + 1 < end && (is(begin, kMidAdverb) || at(begin) == "and")) ++begin;
  return {begin, end};
}

bool FrameSubjects::is_age(TokenRange phrase) const {
  return phrase.end == phrase.begin + 1 && words_[phrase.begin].kind == WordKind::kNumber;
}

bool FrameSubjects::joins_names(std::uint32_t i) const {
  if (i == 0 || i + 1 >= words_.size()) return false;
  std::uint32_t begin = i;
  while (begin > 0 && !is_stop(begin - 1) && i - begin < 8) --begin;
  if (i - begin > 7) return false;
  return i - begin <= 2 || words_[i - 1].capitalized;
}

void FrameSubjects::noun_phrase_after(std::uint32_t begin, AttributionFrame& frame) const {
  constexpr auto kEnds = std::to_array<std::string_view>({"in", "on", "at", "during", "after", "before", "by", "to"});
  if (is(begin, kSubjectPronoun)) {
    frame.speaker = frame.known = {begin, begin + 1};
    return;
  }
  std::uint32_t end = begin;
  while (end < words_.size() && end - begin < kLongestSpeaker && !is_stop(end) && !is(end, kClauseWord) &&
         !quoted_[end] && !(end > begin && (listed(kEnds, at(end)) || is(end, kAuxiliary))))
    ++end;
  frame.speaker = frame.known = {begin, end};
  if (at(end) != ",") return;
  std::uint32_t more = end + 1;
  while (more < words_.size() && more - end < kLongestAside && !is_mark(more) && !is(more, kSentenceEnd) &&
         at(more) != ":" && at(more) != ";" && !is(more, kClauseWord) && !is(more, kAuxiliary))
    ++more;
  frame.known.end = more;
}

}  // namespace storydiff
