/// \file wordings.hpp
/// The sentences of two texts in canonical wording, each wording once: most sentences of a revision stand in both.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "align/profile.hpp"
#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

/// What one or several sentences of the two texts say, token for token.
struct Wording {
  std::uint64_t content_hash = 0;      ///< as in `SentenceProfile`
  std::size_t first_word = 0;          ///< of `Wordings::words` and `Wordings::sequences`
  std::size_t end_word = 0;            ///< likewise
  std::uint32_t source_sentences = 0;  ///< that say it
  std::uint32_t target_sentences = 0;
};

struct Wordings {
  std::vector<Wording> all;
  std::vector<std::uint32_t> of_source;  ///< by sentence: its number in `all`
  std::vector<std::uint32_t> of_target;
  std::vector<WordId> words;             ///< of all wordings, one behind the other
  std::vector<std::uint32_t> sequences;  ///< their stem numbers
  /// A word and the number of its stem.
  struct Seen {
    WordId word = 0;
    std::uint32_t stem = 0;
  };
  std::vector<Seen> seen;                  ///< the distinct words, in order of first sight
  std::vector<std::uint64_t> stem_hashes;  ///< by stem number

  [[nodiscard]] std::span<const WordId> words_of(const Wording& wording) const {
    return std::span(words).subspan(wording.first_word, wording.end_word - wording.first_word);
  }
  [[nodiscard]] std::span<const std::uint32_t> sequence_of(const Wording& wording) const {
    return std::span(sequences).subspan(wording.first_word, wording.end_word - wording.first_word);
  }
};

/// Stems are numbered in order of first sight, the source's first. Adds to the vocabulary what canonical wording asks
/// for. Words are read on at most `threads` threads. O(tokens).
[[nodiscard]] Wordings read_wordings(const Segments& source, const Segments& target, Vocabulary& vocabulary,
                                     const ProfileOptions& options, unsigned threads = 1);

}  // namespace storydiff
