#include "analyse/quotations/quotation_speakers.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

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
                                [](const Token& t, Offset begin) { return t.original.end <= begin; });
  for (; token != tokens.end() && token->original.begin < quotation.end; ++token) {
    const std::uint32_t owner = frames[sentence].owner(static_cast<std::size_t>(token - tokens.begin()));
    if (owner != kNobody) return CarriedFrame{sentence, owner};
  }
  return std::nullopt;
}

std::optional<CarriedFrame> frame_of(const Segments& segments, const std::vector<SentenceFrames>& frames,
                                     const std::vector<std::uint32_t>& sentences, Span quotation) {
  for (const std::uint32_t s : sentences)
    if (const auto found = answering(segments, frames, s, quotation)) return found;
  if (sentences.empty()) return std::nullopt;
  const SentenceFrames& first = frames[sentences.front()];
  CarriedFrame carried;
  if ((first.all_quoted || first.opens_quoted) && carried_frame(segments, frames, sentences.front(), carried))
    return carried;
  return std::nullopt;
}

}  // namespace

void name_speakers(const AnalysisInput& input, std::vector<Change>& quotations) {
  if (quotations.empty() || input.vocabulary->language() != "en") return;
  const Segments& target = input.segments.back();
  const SpeechWords words(*input.vocabulary);
  const std::vector<SentenceFrames> frames = read_document_frames(target, words);
  const SentencePlaces places(target);
  for (Change& quotation : quotations) {
    if (!quotation.target) continue;
    const auto found = frame_of(target, frames, places.holding(*quotation.target), *quotation.target);
    if (!found) continue;
    const SentenceFrames& sentence = frames[found->sentence];
    const AttributionFrame& frame = sentence.frames[found->frame];
    if (frame.speaker.empty()) continue;
    quotation.speaker = sentence.words.text(frame.speaker);
    quotation.verb = sentence.words.text(frame.verb);
  }
}

}  // namespace storydiff
