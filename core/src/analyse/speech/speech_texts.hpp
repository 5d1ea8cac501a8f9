/// \file speech_texts.hpp
/// What attributions, polarity and quotations all read of the documents, each part made once, when first asked for.
#pragma once

#include <mutex>
#include <optional>
#include <vector>

#include "analyse/speech/attribution_frames.hpp"
#include "analyse/speech/word_classes.hpp"
#include "storydiff/analysis.hpp"

namespace storydiff {

/// Borrows the input, whose vocabulary must not grow meanwhile. Several threads may ask at once: who comes second
/// waits. What is given stays as it is while this lives. What is thrown while a part is made (`DeadlinePassed`) leaves
/// the part to be made anew.
class SpeechTexts {
 public:
  explicit SpeechTexts(const AnalysisInput& input) : input_(input) {}
  SpeechTexts(const SpeechTexts&) = delete;
  SpeechTexts& operator=(const SpeechTexts&) = delete;

  /// O(words of the vocabulary).
  [[nodiscard]] const SpeechWords& words() const;
  /// `contained_sentences`.
  [[nodiscard]] const std::vector<Alignment>& contained() const;
  /// By document, the target last: `read_document_frames`. O(documents).
  [[nodiscard]] const std::vector<std::vector<SentenceFrames>>& frames() const;

 private:
  /// A mutex, and no `std::call_once`: what makes a value may throw, and whoever asks next has to make it.
  template <class Value>
  struct Once {
    std::mutex mutex;
    std::optional<Value> value;

    template <class Make>
    const Value& get(Make make) {
      const std::lock_guard lock(mutex);
      if (!value) value.emplace(make());
      return *value;
    }
  };

  AnalysisInput input_;
  mutable Once<SpeechWords> words_;
  mutable Once<std::vector<Alignment>> contained_;
  mutable Once<std::vector<std::vector<SentenceFrames>>> frames_;
};

}  // namespace storydiff
