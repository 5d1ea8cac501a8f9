/// \file word_classes.hpp
/// What the readers of speech ask of a word, read once for each distinct word of a comparison.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "storydiff/vocabulary.hpp"

namespace storydiff {

/// Closed classes of English: a set of bits.
enum WordClass : std::uint32_t {
  kAuxiliary = 1U << 0,       ///< be, have, do and the modal verbs, with their contractions ("isn't")
  kSubjectPronoun = 1U << 1,  ///< he, she, it, they, we, I, you, who: pronouns that can be a subject
  kDeterminer = 1U << 2,      ///< the, a, this, its, every: what begins a noun phrase
  kPreposition = 1U << 3,     ///< in, of, to, from ...
  kClauseWord = 1U << 4,   ///< that, which, because, but, if: begins another clause; "and" and "or" join words as often
  kMidAdverb = 1U << 5,    ///< "really", "also", "yet": an adverb that may stand between an auxiliary and its verb
  kBeForm = 1U << 6,       ///< is, was, been ...
  kIrreal = 1U << 7,       ///< auxiliaries after which a verb of speech reports nothing: would say, did not say, to say
  kDayWord = 1U << 8,      ///< "Smith Thursday said"
  kNegative = 1U << 9,     ///< not, never, no, nobody, isn't, without: words that deny by themselves
  kVerdict = 1U << 10,     ///< nouns that speak: "in the view of X", "X's verdict"
  kHearsay = 1U << 11,     ///< "reportedly", and what is "said to"
  kSpeechVerb = 1U << 12,  ///< the first word of a verb of speech
  kThat = 1U << 13,        ///< that
  kFrameOpener = 1U << 14,      ///< some attribution frame may begin its reading at the word
  kCueOpener = 1U << 15,        ///< a phrase of polarity may begin with it
  kConditionOpener = 1U << 16,  ///< a condition may begin with it
  /// Quotation marks that open or close, the straight ones included; apostrophes are tokens of their own only where
  /// they stand as single quotation marks.
  kQuotationMark = 1U << 17,
  kClauseMark = 1U << 18,   ///< , ; : . ! ? brackets and dashes that part clauses. A hyphen within a compound is none
  kSentenceEnd = 1U << 19,  ///< . ! ? and the like
  kNamingVerb = 1U << 20    ///< "called it a 'disgrace'": verbs that give a thing the words in quotation marks
};

/// The classes of a word in lower case with plain apostrophes, or of a mark. O(word).
[[nodiscard]] std::uint32_t word_classes(std::string_view folded);

/// One distinct word. Views are the vocabulary's: valid until its next `intern`.
struct SpeechWord {
  std::string_view folded;   ///< lower case, plain apostrophes
  std::string_view surface;  ///< as written
  WordId word = 0;
  KeyId stem = 0;
  std::uint32_t classes = 0;  ///< of `WordClass`
  WordKind kind = WordKind::kWord;
  bool function_word = false;
  bool capitalized = false;

  [[nodiscard]] bool is_word() const { return kind != WordKind::kPunctuation; }
  /// Whether it is of one of these classes.
  [[nodiscard]] bool is(std::uint32_t wanted) const { return (classes & wanted) != 0; }
};

/// Borrows the vocabulary, which must not grow meanwhile. Constant once made.
class SpeechWords {
 public:
  /// O(words of the vocabulary).
  explicit SpeechWords(const Vocabulary& vocabulary);
  [[nodiscard]] const SpeechWord& operator[](WordId word) const { return words_[word]; }
  [[nodiscard]] const Vocabulary& vocabulary() const { return *vocabulary_; }

 private:
  const Vocabulary* vocabulary_;
  std::vector<SpeechWord> words_;  ///< by word
};

}  // namespace storydiff
