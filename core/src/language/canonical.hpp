/// \file canonical.hpp
/// What a sentence says, in one wording for each number, amount, date and contraction: the part of
/// the ladder that spans several tokens.
///
///     Canonicalizer canonicalizer(vocabulary);
///     std::vector<CanonicalStem> stems;
///     canonicalizer.append(segments.tokens_of(sentence), stems);
///     // "They mustn't pay $4.8m by Feb. 22, 2014."
///     // they must not pay 4800000 dollar by 22 february 2014
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include "language/canonical_words.hpp"
#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

struct LanguageWords;

/// One word of a sentence in canonical wording.
struct CanonicalStem {
  KeyId stem = 0;   ///< `vocabulary.stem(word)`
  WordId word = 0;  ///< the token's own word where nothing had to change, else an interned one
  /// The first token that it stands for, counted from the sentence's first. Ascends, except that an
  /// amount and a date come in one order whatever theirs is: number, then unit; day, month, year.
  std::uint32_t token = 0;
};

/// Holds what it learned of the vocabulary's words: make one for a comparison, not one for a sentence.
/// Borrows the vocabulary and adds the words to it that it writes anew ("4800000"), so what is
/// indexed by `WordId` must be sized after the last `append`. Not thread-safe. Numbers and dates are read in
/// the languages of `language_words`, contractions in English; elsewhere each word and number stands for itself.
class Canonicalizer {
 public:
  explicit Canonicalizer(Vocabulary& vocabulary);

  /// Reads all words that the vocabulary has by now, on at most `threads` threads: what `append` asks of a word else
  /// when it first meets it. Worth it where most of them will be met. Gives how many it has read by then.
  /// O(vocabulary).
  std::size_t read_words(unsigned threads);

  /// Appends the words and numbers of one sentence. Punctuation gives nothing, save currency and
  /// degree signs beside a number. The result depends on these tokens alone, so equal sentences give
  /// equal stems. O(tokens); text is touched once a distinct word and where something is rewritten.
  void append(std::span<const Token> tokens, std::vector<CanonicalStem>& out);

 private:
  class Reading;

  CanonicalRole role(WordId word) {
    return word < roles_.size() && roles_[word] != CanonicalRole::kUnread ? roles_[word] : facts(word).role;
  }
  const CanonicalFacts& facts(WordId word);
  void make_room();  ///< for all words of the vocabulary
  void read_word(WordId word);

  Vocabulary& vocabulary_;
  const LanguageWords* words_;        ///< null: each word stands for itself
  std::vector<CanonicalRole> roles_;  ///< by word: all that most words are asked for
  std::deque<CanonicalFacts> facts_;  ///< by word; references outlive growth
};

}  // namespace storydiff
