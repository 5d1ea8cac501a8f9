/// \file sentence_words.hpp
/// The tokens of one or several sentences with what the readers of language ask of a token.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

/// A half-open range of tokens, counted from the first token of a `SentenceWords`.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

/// One token. Views are the vocabulary's: valid until its next `intern`.
struct SentenceWord {
  std::string_view folded;   ///< lower case, plain apostrophes
  std::string_view surface;  ///< as written
  Span span;                 ///< normalized
  WordId word = 0;
  KeyId stem = 0;
  std::uint32_t sentence = 0;
  WordKind kind = WordKind::kWord;
  bool function_word = false;
  bool capitalized = false;

  [[nodiscard]] bool is_word() const { return kind != WordKind::kPunctuation; }
};

/// Borrows the vocabulary. O(tokens) to make.
class SentenceWords {
 public:
  SentenceWords() = default;
  /// `sentences`: indices, in the order in which the tokens are to stand.
  SentenceWords(const Segments& segments, std::span<const std::uint32_t> sentences, const Vocabulary& vocabulary);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
  [[nodiscard]] const SentenceWord& operator[](std::size_t i) const { return words_[i]; }
  /// The folded text of token `i`; empty outside of the tokens, so that a reader need not ask first.
  [[nodiscard]] std::string_view folded(std::int64_t i) const {
    return i >= 0 && i < static_cast<std::int64_t>(words_.size()) ? words_[static_cast<std::size_t>(i)].folded
                                                                  : std::string_view{};
  }
  /// Whether the tokens from `at` on are `phrase`, and none is missing.
  [[nodiscard]] bool reads(std::uint32_t at, std::initializer_list<std::string_view> phrase) const;
  /// The words of a range as written, with one space where the text has white space.
  [[nodiscard]] std::string text(TokenRange range) const;

 private:
  std::vector<SentenceWord> words_;
};

/// Quotation marks that open or close, the straight ones included; apostrophes are tokens of their
/// own only where they stand as single quotation marks.
[[nodiscard]] bool is_quotation_mark(std::string_view token);
/// , ; : . ! ? brackets and dashes that part clauses. A hyphen within a compound is none.
[[nodiscard]] bool is_clause_mark(std::string_view token);
/// . ! ? and the like
[[nodiscard]] bool is_sentence_end(std::string_view token);
/// be, have, do and the modal verbs, with their contractions ("isn't").
[[nodiscard]] bool is_auxiliary(std::string_view folded);
/// he, she, it, they, we, I, you, who: pronouns that can be a subject.
[[nodiscard]] bool is_subject_pronoun(std::string_view folded);
/// the, a, this, its, every: what begins a noun phrase.
[[nodiscard]] bool is_determiner(std::string_view folded);
/// in, of, to, from ...
[[nodiscard]] bool is_preposition(std::string_view folded);
/// that, which, because, but, if ...: begins another clause. "and" and "or" are none: they join words as often.
[[nodiscard]] bool begins_clause(std::string_view folded);
/// "really", "also", "yet": an adverb that may stand between an auxiliary and its verb.
[[nodiscard]] bool is_mid_adverb(std::string_view folded);

}  // namespace storydiff
