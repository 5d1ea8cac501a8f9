/// \file link_words.hpp
/// The words of one alignment and which of them correspond, wherever they moved within it.
#pragma once

#include <cstdint>
#include <vector>

#include "analyse/speech/sentence_words.hpp"
#include "storydiff/alignment.hpp"
#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

inline constexpr std::uint32_t kNoPartner = 0xFFFFFFFF;

struct LinkWords {
  SentenceWords source;
  SentenceWords target;
  std::vector<std::uint32_t> partner_of_source;  ///< by source token: the target token, or `kNoPartner`
  std::vector<std::uint32_t> partner_of_target;

  [[nodiscard]] bool matched(std::uint32_t source_token) const { return partner_of_source[source_token] != kNoPartner; }
};

/// Words in the same order first (the diff of stems), then content words that stand on both sides in
/// another order, then synonyms where the lexicon knows some and the rest is small. Near linear.
[[nodiscard]] LinkWords link_words(const Alignment& alignment, const Segments& source, const Segments& target,
                                   const SpeechWords& words);

/// A word that says something of its own: no function word, no mark.
[[nodiscard]] inline bool is_content(const SpeechWord& word) { return word.is_word() && !word.function_word; }

}  // namespace storydiff
