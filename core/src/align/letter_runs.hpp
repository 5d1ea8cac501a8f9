/// \file letter_runs.hpp
/// Runs of four bytes of sentences' letters, numbered, and in how many sentences each stands.
///
/// A sentence's letters are its folded words with a space before, between and behind them. Most runs lie inside one
/// word and are looked up once a word, not once a sentence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "storydiff/vocabulary.hpp"

namespace storydiff {

class LetterRuns {
 public:
  /// Each word before it stands in a sentence, once.
  void learn(WordId word, std::string_view folded);
  /// Counts the runs of `sentences` sentences of the same words, each once a sentence. O(bytes).
  void add(std::span<const WordId> words, std::uint32_t sentences = 1);

  [[nodiscard]] std::size_t size() const { return counts_.size(); }
  /// How many of the sentences that were added hold the run.
  [[nodiscard]] std::uint32_t sentences(std::uint32_t run) const { return counts_[run].sentences; }
  /// Calls `found` with the number of each run of a sentence that was added, as often as it stands there.
  template <class Found>
  void each(std::span<const WordId> words, Found found) const {
    walk(
        words, [&](std::uint32_t run) { found(slots_[place(run)].number); },
        [&](std::span<const std::uint32_t> inside) {
          for (const std::uint32_t run : inside) found(run);
        });
  }

 private:
  static constexpr std::uint32_t kFree = 0xFFFFFFFFU;
  static constexpr unsigned kFirstBits = 12;

  struct WordLetters {
    std::uint32_t first_inside = 0;  ///< of `inside_`: its runs that begin no earlier than the space before it
    std::uint32_t end_inside = 0;
    std::uint32_t length = 0;  ///< bytes
    std::uint32_t head = 0;    ///< its first two bytes, the space behind it included; of an empty word the space
    std::uint32_t tail = 0;    ///< its last four bytes with the spaces around it, from two letters on
  };
  struct Count {
    std::uint32_t sentences = 0;
    std::uint32_t last = 0;  ///< one more than the last call of `add` that counted it
  };
  struct Slot {
    std::uint32_t run = 0;
    std::uint32_t number = kFree;
  };

  /// Calls `between` with the bytes of each run that crosses words, `within` with the numbers of a word's own runs.
  template <class Between, class Within>
  void walk(std::span<const WordId> words, Between between, Within within) const {
    std::uint32_t last = ' ';  // bytes, up to four
    std::size_t before = 1;    // bytes
    for (const WordId id : words) {
      const WordLetters& word = words_[id];
      // Its first two bytes end runs that began in the word before.
      if (word.length > 0) {
        last = last << 8U | word.head >> 8U;
        if (before >= 3) between(last);
      }
      last = last << 8U | (word.head & 0xFFU);
      if (before + (word.length > 0 ? 1 : 0) >= 3) between(last);
      within(std::span(inside_).subspan(word.first_inside, word.end_inside - word.first_inside));
      if (word.length > 1) last = word.tail;
      before += word.length + 1;
    }
  }
  [[nodiscard]] std::size_t place(std::uint32_t run) const;
  std::uint32_t number(std::uint32_t run);

  std::vector<WordLetters> words_;                                             ///< by word
  std::vector<std::uint32_t> inside_;                                          ///< numbers of runs
  std::vector<Count> counts_;                                                  ///< by number
  std::vector<Slot> slots_ = std::vector<Slot>(std::size_t{1} << kFirstBits);  ///< at most half full
  unsigned shift_ = 64 - kFirstBits;
  std::uint32_t added_ = 0;  ///< calls of `add`
};

}  // namespace storydiff
