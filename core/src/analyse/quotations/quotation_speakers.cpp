#include "analyse/quotations/quotation_speakers.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "analyse/agencies.hpp"
#include "analyse/speech/attribution_frames.hpp"

namespace storydiff {
namespace {

constexpr std::size_t kMostSentences = 24;  ///< of one quotation that are looked through

/// The sentences of a document by original place: normalizers may have moved them.
class SentencePlaces {
 public:
  explicit SentencePlaces(const Segments& segments) : segments_(segments) {
    for (std::uint32_t s = 0; s < segments.sentences.size(); ++s) order_.push_back(s);
    std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return segments.sentences[a].original.begin < segments.sentences[b].original.begin;
    });
  }

  /// Those that share a byte with `original`, in the order of the file.
  [[nodiscard]] std::vector<std::uint32_t> holding(Span original) const {
    std::vector<std::uint32_t> found;
    auto at = std::upper_bound(order_.begin(), order_.end(), original.begin, [&](Offset begin, std::uint32_t s) {
      return begin < segments_.sentences[s].original.begin;
    });
    if (at != order_.begin()) --at;
    for (; at != order_.end() && found.size() < kMostSentences; ++at) {
      const Span sentence = segments_.sentences[*at].original;
      if (sentence.begin >= original.end) break;
      if (sentence.overlaps(original)) found.push_back(*at);
    }
    return found;
  }

 private:
  const Segments& segments_;
  std::vector<std::uint32_t> order_;
};

/// The frame that answers for the first token of the quotation that has one.
std::optional<CarriedFrame> answering(const Segments& segments, const std::vector<SentenceFrames>& frames,
                                      std::uint32_t sentence, Span quotation) {
  const std::span<const Token> tokens = segments.tokens_of(segments.sentences[sentence]);
  auto token = std::lower_bound(tokens.begin(), tokens.end(), quotation.begin,
                                [&](const Token& t, Offset begin) { return segments.original_of(t).end <= begin; });
  for (; token != tokens.end() && segments.original_of(*token).begin < quotation.end; ++token) {
    const std::uint32_t owner = frames[sentence].owner(static_cast<std::size_t>(token - tokens.begin()));
    if (owner != kNobody) return CarriedFrame{sentence, owner};
  }
  return std::nullopt;
}

/// "'It will take a year,' referring to the roof.": the sentence opens with the quotation, and goes on with what its
/// speaker does, in the words of the sentence before.
bool goes_on(const Segments& segments, const SentenceFrames& sentence, std::uint32_t s, Span quotation) {
  const SentenceWords& words = sentence.words;
  if (!sentence.frames.empty() || !words.is(0, kQuotationMark)) return false;
  if (quotation.begin != segments.original_of(segments.tokens_of(segments.sentences[s]).front()).end) return false;
  std::uint32_t end = 1;
  while (end < words.size() && !words.is(end, kQuotationMark)) ++end;
  std::uint32_t next = end + 1;
  if (words.folded(next) == ",") ++next;
  return words.folded(next).size() > 4 && words.folded(next).ends_with("ing");
}

std::optional<CarriedFrame> frame_of(const Segments& segments, const std::vector<SentenceFrames>& frames,
                                     const std::vector<std::uint32_t>& sentences, Span quotation) {
  for (const std::uint32_t s : sentences)
    if (const auto found = answering(segments, frames, s, quotation)) return found;
  if (sentences.empty()) return std::nullopt;
  const std::uint32_t first = sentences.front();
  const bool follows = goes_on(segments, frames[first], first, quotation);
  if (!frames[first].all_quoted && !frames[first].opens_quoted && !follows) return std::nullopt;
  CarriedFrame carried;
  if (!carried_frame(segments, frames, first, carried) || (follows && carried.sentence > first)) return std::nullopt;
  return carried;
}

/// 'm' for "he" and "Mr. Ruiz", 'f' for "she" and "Ms. Ruiz", 0 where the words do not say.
char gender(const SentenceWords& words, TokenRange speaker) {
  const std::string_view first = words.folded(speaker.begin);
  if (first == "he" || first == "mr" || first == "sir") return 'm';
  return first == "she" || first == "ms" || first == "mrs" || first == "miss" || first == "dame" ? 'f' : 0;
}

bool is_pronoun(const SentenceWords& words, TokenRange speaker) {
  return speaker.end == speaker.begin + 1 && words.is(speaker.begin, kSubjectPronoun);
}

bool has_name(const SentenceWords& words, TokenRange range) {
  for (std::uint32_t k = range.begin; k < range.end; ++k)
    if (words[k].capitalized && words[k].is_word() && !words[k].function_word) return true;
  return false;
}

/// "told Leo Marsh": a capital that may be that of a person. None is that of an agency, or behind "the", "in", "at".
bool may_be_person(const SentenceWords& words, std::uint32_t k) {
  if (!words[k].capitalized || words.is(k, kDayWord) || agencies_named(words[k].surface) != 0) return false;
  std::int64_t before = std::int64_t{k} - 1;
  while (words.is(before, kDayWord) || (before >= 0 && words[static_cast<std::size_t>(before)].capitalized)) --before;
  const std::string_view word = words.folded(before);
  return word != "the" && word != "in" && word != "at";
}

/// Whether the sentence says nothing but who said its quotations: there is nobody in it whom a pronoun could mean but
/// those who speak. O(tokens + words of its frames).
bool only_attributes(const SentenceFrames& sentence) {
  const SentenceWords& words = sentence.words;
  std::vector<bool> told = quoted_tokens(words, sentence.opens_quoted);
  for (const AttributionFrame& frame : sentence.frames)
    for (const TokenRange range : {frame.words, frame.known})
      for (std::uint32_t k = range.begin; k < range.end; ++k)
        if (frame.speaker.contains(k) || !may_be_person(words, k)) told[k] = true;
  for (std::uint32_t k = 0; k < words.size(); ++k)
    if (!told[k] && words[k].is_word() && !words[k].function_word && !words.is(k, kDayWord | kMidAdverb)) return false;
  return true;
}

/// Finds who "he" or "she" is that speaks in a frame: whoever spoke last by name, where all that was written since is
/// what was said and by whom. Nothing where somebody else may be meant. Borrows the frames of a document.
class Antecedents {
 public:
  explicit Antecedents(const std::vector<SentenceFrames>& frames) : frames_(frames), attributes_(frames.size()) {}

  std::optional<CarriedFrame> of(CarriedFrame place) {
    const TokenRange pronoun = frames_[place.sentence].frames[place.frame].speaker;
    const char sought = gender(frames_[place.sentence].words, pronoun);
    if (sought == 0 || !is_pronoun(frames_[place.sentence].words, pronoun)) return std::nullopt;
    std::uint32_t left = place.frame;  // frames of the sentence that stand before
    std::uint32_t s = place.sentence;
    for (std::uint32_t steps = 0; steps < kMostSteps && attributes(s); ++steps) {
      if (left == 0) {
        if (s == 0) return std::nullopt;
        left = static_cast<std::uint32_t>(frames_[--s].frames.size());
        continue;
      }
      const SentenceWords& words = frames_[s].words;
      const TokenRange speaker = frames_[s].frames[--left].speaker;
      const char other = gender(words, speaker);
      if (other != 0 && other != sought) return std::nullopt;
      if (is_pronoun(words, speaker) && other == sought) continue;
      if (!has_name(words, speaker)) return std::nullopt;
      return CarriedFrame{s, left};
    }
    return std::nullopt;
  }

 private:
  static constexpr std::uint32_t kMostSteps = 12;  ///< back over frames and sentences

  bool attributes(std::uint32_t s) {
    if (!attributes_[s]) attributes_[s] = only_attributes(frames_[s]);
    return *attributes_[s];
  }

  const std::vector<SentenceFrames>& frames_;
  std::vector<std::optional<bool>> attributes_;  ///< by sentence, once it was asked for
};

}  // namespace

std::vector<std::optional<QuotationSpeaker>> speakers_of(const Segments& target,
                                                         const std::vector<SentenceFrames>& frames,
                                                         const std::vector<Change>& quotations) {
  std::vector<std::optional<QuotationSpeaker>> speakers(quotations.size());
  const SentencePlaces places(target);
  Antecedents antecedents(frames);
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    if (!quotations[i].target) continue;
    const auto found = frame_of(target, frames, places.holding(*quotations[i].target), *quotations[i].target);
    if (!found || frames[found->sentence].frames[found->frame].speaker.empty()) continue;
    speakers[i] = {*found, antecedents.of(*found).value_or(*found)};
  }
  return speakers;
}

void name_speakers(const AnalysisInput& input, const SpeechTexts& texts, std::vector<Change>& quotations) {
  if (quotations.empty() || input.vocabulary->language() != "en") return;
  const Segments& target = input.segments.back();
  const std::vector<SentenceFrames>& frames = texts.frames().back();
  const auto speakers = speakers_of(target, frames, quotations);
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    if (!speakers[i]) continue;
    const auto& [frame, named] = *speakers[i];
    quotations[i].speaker = frames[named.sentence].words.text(frames[named.sentence].frames[named.frame].speaker);
    quotations[i].verb = frames[frame.sentence].words.text(frames[frame.sentence].frames[frame.frame].verb);
  }
}

}  // namespace storydiff
