/// \file polarity_cues.hpp
/// Which words of a text are denied or coloured, and by what.
#pragma once

#include <cstdint>
#include <vector>

#include "analyse/speech/polarity_words.hpp"
#include "analyse/speech/sentence_words.hpp"

namespace storydiff {

inline constexpr std::uint32_t kNoHead = 0xFFFFFFFF;

/// A cue with what it governs: the first word of content after it in its clause ("not immediately able
/// to verify": able), and the one right after that ("no serious irregularities": irregularities).
struct GoverningCue {
  PolarityCue cue;
  std::uint32_t head = kNoHead;
  std::uint32_t second = kNoHead;  ///< only after "no", "lack of", "without"; `kNoHead` where nothing follows at once
};

/// The cues of one side of a link, in text order. Idioms are left out. Linear.
[[nodiscard]] std::vector<GoverningCue> read_cues(const SentenceWords& words);

/// Whether no clause ends or begins between two tokens. Bounded: far apart is not the same clause.
[[nodiscard]] bool same_clause(const SentenceWords& words, std::uint32_t a, std::uint32_t b);

}  // namespace storydiff
