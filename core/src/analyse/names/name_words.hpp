/// \file name_words.hpp
/// The words of a comparison as names see them: one key whatever the case, accents, periods and
/// apostrophes, and how the texts write it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/interner.hpp"
#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

using NameWord = std::uint32_t;

/// "U.S." -> "us", "O’Brien" -> "obrien", "ERDOĞAN" -> "erdogan".
[[nodiscard]] std::string name_key(std::string_view surface);

/// The same with its accents: "erdoğan". Capitals, which many houses write without, tell nothing of these.
[[nodiscard]] std::string name_spelling(std::string_view surface);

/// What a token is to the reader of names.
struct NameToken {
  NameWord word = 0;
  std::uint32_t classes = 0;  ///< of `NameClass`
  bool is_word = false;       ///< a word, neither number nor punctuation
  bool capital = false;       ///< begins with a capital, or has one past a small prefix: "d'Entremont", "iPhone"
  bool all_capitals = false;  ///< two or more letters, none of them small
  bool initial = false;       ///< one letter
  bool function_word = false;
  bool known = false;   ///< the lexicon has the word
  bool number = false;  ///< "nineteen"
};

/// Borrows the vocabulary, which must not grow meanwhile. Not thread-safe.
class NameWords {
 public:
  /// Reads each word of the vocabulary once.
  explicit NameWords(const Vocabulary& vocabulary);

  [[nodiscard]] const NameToken& token(WordId id) const { return tokens_[id]; }
  /// The token's surface, without what a line end put into it.
  [[nodiscard]] std::string_view surface(WordId id) const;
  /// The number of a word that is no token of the comparison.
  NameWord add(std::string_view surface) { return words_.intern(name_key(surface)).id; }
  /// ... that is a key already.
  NameWord add_key(std::string_view key) { return words_.intern(key).id; }
  [[nodiscard]] std::string_view text(NameWord word) const { return words_.text(word); }
  [[nodiscard]] std::size_t size() const { return words_.size(); }

  /// Counts how the sentences of a document write each word. Sentences that are all capitals, or
  /// capitalize each word as headlines do, tell nothing. O(tokens).
  void learn(const Segments& segments);
  [[nodiscard]] bool written_small(NameWord word) const { return word < small_.size() && small_[word] > 0; }
  /// Stands with a capital where a sentence does not ask for one, and oftener so than without.
  [[nodiscard]] bool written_as_name(NameWord word) const {
    return word < small_.size() && capital_inside_[word] > small_[word];
  }
  [[nodiscard]] bool capital_inside(NameWord word) const {
    return word < capital_inside_.size() && capital_inside_[word] > 0;
  }
  /// ... and with no other capital beside it.
  [[nodiscard]] bool capital_alone(NameWord word) const {
    return word < capital_alone_.size() && capital_alone_[word] > 0;
  }
  /// A person of the comparison has it: told by the reader of names as it goes.
  void note_surname(NameWord word) {
    if (surname_.size() <= word) surname_.resize(words_.size(), false);
    surname_[word] = true;
  }
  [[nodiscard]] bool is_surname(NameWord word) const { return word < surname_.size() && surname_[word]; }

 private:
  NameToken read(WordId id);

  const Vocabulary& vocabulary_;
  Interner words_;
  std::vector<NameToken> tokens_;              ///< by WordId
  std::vector<std::uint32_t> small_;           ///< by NameWord, as far as it is a token; so the next two
  std::vector<std::uint32_t> capital_inside_;  ///< by NameWord
  std::vector<bool> surname_;                  ///< by NameWord
  std::vector<std::uint32_t> capital_alone_;   ///< by NameWord
};

/// A sentence that is written in capitals, or that capitalizes its words as headlines do.
[[nodiscard]] bool is_headline_like(const Segments& segments, const Sentence& sentence, NameWords& words);

/// Whether a capital at `token` of the sentence's tokens may be owed to its place: the first word of the
/// sentence, of a quotation, after a colon or a dash.
[[nodiscard]] bool begins_speech(std::span<const Token> tokens, std::size_t token, const Vocabulary& vocabulary);

}  // namespace storydiff
