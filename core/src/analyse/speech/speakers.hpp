/// \file speakers.hpp
/// Whether two attribution frames name the same speaker, as far as two texts can tell.
#pragma once

#include <cstdint>
#include <vector>

#include "analyse/speech/attribution_frames.hpp"
#include "analyse/speech/link_words.hpp"
#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

enum class SpeakerMatch : std::uint8_t {
  kSame,       ///< a name, a role or a body in common
  kDifferent,  ///< both are known, and they are two
  kUnclear,    ///< a pronoun, "the company", "officials": may be the same
};

/// One document's frames, and what its words say of names.
class SpeakerText {
 public:
  /// Borrows all three. O(tokens).
  SpeakerText(const Segments& segments, const std::vector<SentenceFrames>& frames, const SpeechWords& words);

  [[nodiscard]] const Segments& segments() const { return *segments_; }
  [[nodiscard]] const std::vector<SentenceFrames>& frames() const { return *frames_; }
  [[nodiscard]] const Vocabulary& vocabulary() const { return *vocabulary_; }
  [[nodiscard]] bool mentions(KeyId stem) const { return facts(stem, kMentioned); }
  /// Whether a speaker's name holds the word.
  [[nodiscard]] bool speaks(KeyId stem) const { return facts(stem, kSpeaks); }
  /// Whether a capital at the start of a sentence is more than that: the word has one elsewhere, too.
  [[nodiscard]] bool has_capital_within(KeyId stem) const { return facts(stem, kCapital); }

 private:
  enum StemFact : std::uint8_t { kMentioned = 1, kCapital = 2, kSpeaks = 4 };
  [[nodiscard]] bool facts(KeyId stem, StemFact fact) const {
    return stem < stems_.size() && (stems_[stem] & fact) != 0;
  }

  const Segments* segments_;
  const std::vector<SentenceFrames>* frames_;
  const Vocabulary* vocabulary_;
  std::vector<std::uint8_t> stems_;  ///< by stem: a set of `StemFact`
};

/// Frame `frame` of sentence `sentence`.
struct SpeakerPlace {
  std::uint32_t sentence = 0;
  std::uint32_t frame = 0;
};

/// Surname for full name, title or role for name, initials for body, pronoun for what it may stand for
/// are the same or unclear; `kDifferent` only on evidence. See `core/doc/analysis.md` for the rules.
[[nodiscard]] SpeakerMatch compare_speakers(const SpeakerText& a, SpeakerPlace in_a, const SpeakerText& b,
                                            SpeakerPlace in_b);

/// Whether the words of `sentences` name the speaker, by name or by the noun that heads it.
[[nodiscard]] bool mentions_speaker(const SpeakerText& text, SpeakerPlace place, const SentenceWords& words);

}  // namespace storydiff
