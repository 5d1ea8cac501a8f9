/// \file speech_words.hpp
/// Words that turn the sense of what is quoted, and words that turn with the speaker.
#pragma once

#include <cstdint>
#include <string_view>

namespace storydiff {

/// What a word does to the statement that it stands in: a set of bits.
enum SpeechTrait : std::uint16_t {
  kNegates = 1,     ///< not, never, nobody, without, denied
  kHedges = 2,      ///< may, perhaps, think, seems
  kConditions = 4,  ///< if, unless, until, provided
  kContrasts = 8,   ///< but, although, however
  kFinite = 16,     ///< is, will, has: a predicate
  kSubject = 32,    ///< I, we, nobody: a subject
  kRelates = 64,    ///< that, which, who: what follows says what something is, not that it is
  kFills = 128,     ///< uh, um: left out of clean quotations
  kJoins = 256,     ///< and, well, so, yes: at the head of a sentence it says little
};

struct SpeechFacts {
  std::uint16_t traits = 0;
  /// Words that reported speech exchanges have one number: I and he, my and her, will and would, here and there. 0 for
  /// all that stay what they are.
  std::uint8_t reported = 0;
};

/// Of a case-folded English word with straight apostrophes, contractions taken apart; nothing for most.
[[nodiscard]] SpeechFacts speech_facts(std::string_view folded);

/// The two words of a contraction, or of "cannot": "don't" is do, not; "we'll" is we, will. `second` is empty for any
/// other word, also where the long form is open ("he'd").
struct Expansion {
  std::string_view first;
  std::string_view second;
};
[[nodiscard]] Expansion expand_contraction(std::string_view folded);

}  // namespace storydiff
