#include "analyse/quotations/quotation_credits.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_map>

#include "analyse/agencies.hpp"
#include "analyse/quotations/quotation_speakers.hpp"
#include "analyse/speech/speakers.hpp"
#include "deadline_watch.hpp"

namespace storydiff {
namespace {

/// The capitalized words of a frame's speaker: a name has one at least.
std::vector<KeyId> name_stems(const SentenceWords& words, const AttributionFrame& frame) {
  std::vector<KeyId> stems;
  for (std::uint32_t k = frame.known.begin; k < frame.known.end; ++k)
    if (words[k].capitalized && words[k].is_word() && !words[k].function_word) stems.push_back(words[k].stem);
  return stems;
}

/// By frame of a sentence: whether it answers for words in quotation marks.
std::vector<bool> quoting_frames(const SentenceFrames& sentence) {
  std::vector<bool> quotes(sentence.frames.size());
  if (quotes.empty()) return quotes;
  const std::vector<bool> quoted = quoted_tokens(sentence.words, sentence.opens_quoted);
  for (std::uint32_t k = 0; k < quoted.size(); ++k)
    if (quoted[k] && sentence.owner(k) != kNobody) quotes[sentence.owner(k)] = true;
  return quotes;
}

/// The speakers whom one source quotes.
class QuotedSpeakers {
 public:
  QuotedSpeakers(const Segments& segments, const std::vector<SentenceFrames>& frames, const SpeechWords& words)
      : text_(segments, frames, words) {
    for (std::uint32_t s = 0; s < frames.size(); ++s) {
      check_deadline();
      const std::vector<bool> quotes = quoting_frames(frames[s]);
      for (std::uint32_t f = 0; f < quotes.size(); ++f) {
        if (!quotes[f]) continue;
        for (const KeyId stem : name_stems(frames[s].words, frames[s].frames[f]))
          if (std::vector<SpeakerPlace>& places = by_name_[stem]; places.size() < kMostPlaces) places.push_back({s, f});
      }
    }
  }

  [[nodiscard]] bool has(const SpeakerText& target, SpeakerPlace place) const {
    const SentenceFrames& sentence = target.frames()[place.sentence];
    for (const KeyId stem : name_stems(sentence.words, sentence.frames[place.frame])) {
      const auto found = by_name_.find(stem);
      if (found == by_name_.end()) continue;
      for (const SpeakerPlace& there : found->second)
        if (compare_speakers(text_, there, target, place) == SpeakerMatch::kSame) return true;
    }
    return false;
  }

 private:
  static constexpr std::size_t kMostPlaces = 8;  ///< of one name: one is enough

  SpeakerText text_;
  std::unordered_map<KeyId, std::vector<SpeakerPlace>> by_name_;
};

/// The agencies whose copy the documents say they are.
AgencySet agencies_of(std::span<const NormalizedDocument> documents) {
  AgencySet agencies = 0;
  for (const NormalizedDocument& document : documents)
    for (const LedgerEntry& entry : document.ledger)
      if (entry.action == EditAction::kDrop && names_the_agency(entry.role)) agencies |= agencies_named(entry.text);
  return agencies;
}

}  // namespace

std::vector<QuotationCredit> quotation_credits(const AnalysisInput& input, const SpeechTexts& texts,
                                               const std::vector<Change>& quotations) {
  std::vector<QuotationCredit> credits(quotations.size());
  const bool any = std::any_of(quotations.begin(), quotations.end(), [](const Change& quotation) {
    return quotation.status == "unsupported" && !quotation.speaker.empty();
  });
  if (!any || input.vocabulary->language() != "en") return credits;
  const std::size_t sources = input.segments.size() - 1;
  const AgencySet agencies = agencies_of(input.normalized.first(sources));
  if ((agencies & agencies_of(input.normalized.last(1))) != 0) return credits;
  const SpeechWords& words = texts.words();
  const std::vector<SentenceFrames>& frames = texts.frames().back();
  const SpeakerText target(input.segments.back(), frames, words);
  std::vector<QuotedSpeakers> quoted;
  for (std::size_t source = 0; source < sources; ++source)
    quoted.emplace_back(input.segments[source], texts.frames()[source], words);
  const auto speakers = speakers_of(input.segments.back(), frames, quotations);
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    if (quotations[i].status != "unsupported" || !speakers[i]) continue;
    const CarriedFrame& named = speakers[i]->named;
    const bool known = std::any_of(quoted.begin(), quoted.end(), [&](const QuotedSpeakers& source) {
      return source.has(target, {named.sentence, named.frame});
    });
    const SentenceFrames& sentence = frames[speakers[i]->frame.sentence];
    const AttributionFrame& frame = sentence.frames[speakers[i]->frame.frame];
    const AgencySet told = agencies & agencies_named(sentence.words.text(frame.words));
    if (known) credits[i].speaker = quotations[i].speaker;
    if (!known) credits[i].agency = agency_name(told);
  }
  return credits;
}

}  // namespace storydiff
