#include "analyse/speech/speech_texts.hpp"

#include "analyse/speech/contained_sentences.hpp"

namespace storydiff {

const SpeechWords& SpeechTexts::words() const {
  return words_.get([&] { return SpeechWords(*input_.vocabulary); });
}

const std::vector<Alignment>& SpeechTexts::contained() const {
  return contained_.get([&] { return contained_sentences(input_, words()); });
}

const std::vector<std::vector<SentenceFrames>>& SpeechTexts::frames() const {
  return frames_.get([&] {
    std::vector<std::vector<SentenceFrames>> frames;
    frames.reserve(input_.segments.size());
    for (const Segments& segments : input_.segments) frames.push_back(read_document_frames(segments, words()));
    return frames;
  });
}

}  // namespace storydiff
