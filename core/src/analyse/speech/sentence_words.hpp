/// \file sentence_words.hpp
/// The tokens of one or several sentences with what the readers of language ask of a token.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyse/speech/word_classes.hpp"
#include "storydiff/segments.hpp"

namespace storydiff {

/// A half-open range of tokens, counted from the first token of a `SentenceWords`.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

/// Borrows the segments and the words: one sentence is looked at where it stands, only several are copied together.
class SentenceWords {
 public:
  SentenceWords() = default;
  /// `sentences`: indices, in the order in which the tokens are to stand.
  SentenceWords(const Segments& segments, std::span<const std::uint32_t> sentences, const SpeechWords& words);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  [[nodiscard]] const SpeechWord& operator[](std::size_t i) const { return (*words_)[tokens_[i].word]; }
  /// The sentence of token `i`.
  [[nodiscard]] std::uint32_t sentence_of(std::size_t i) const { return joined_ ? joined_->sentences[i] : sentence_; }
  /// The folded text of token `i`; empty outside of the tokens, so that a reader need not ask first.
  [[nodiscard]] std::string_view folded(std::int64_t i) const {
    return has(i) ? (*this)[static_cast<std::size_t>(i)].folded : std::string_view{};
  }
  /// Whether token `i` is of one of these classes; outside of the tokens none is.
  [[nodiscard]] bool is(std::int64_t i, std::uint32_t classes) const {
    return has(i) && (*this)[static_cast<std::size_t>(i)].is(classes);
  }
  /// Whether the tokens from `at` on are `phrase`, and none is missing.
  [[nodiscard]] bool reads(std::uint32_t at, std::initializer_list<std::string_view> phrase) const;
  /// The words of a range as written, with one space where the text has white space.
  [[nodiscard]] std::string text(TokenRange range) const;
  /// Whether both are the same words in the same order.
  [[nodiscard]] bool same_words(const SentenceWords& other) const;

 private:
  struct Joined {
    std::vector<Token> tokens;
    std::vector<std::uint32_t> sentences;  ///< by token
  };
  [[nodiscard]] bool has(std::int64_t i) const { return i >= 0 && i < static_cast<std::int64_t>(tokens_.size()); }

  std::span<const Token> tokens_;
  const SpeechWords* words_ = nullptr;
  std::shared_ptr<const Joined> joined_;  ///< of several sentences
  std::uint32_t sentence_ = 0;            ///< of a single one
};

}  // namespace storydiff
