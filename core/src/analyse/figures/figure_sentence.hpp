/// \file figure_sentence.hpp
/// The tokens of one sentence as the readers of figures see them.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>

#include "analyse/figures/figure_words.hpp"
#include "storydiff/segments.hpp"

namespace storydiff {

/// Borrows all that it is made from. Positions count from the sentence's first token; any position may
/// be asked for, and past either end stands nothing.
class FigureSentence {
 public:
  FigureSentence(const FigureWords& words, std::span<const Token> tokens) : words_(words), tokens_(tokens) {}

  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] const Token& token(std::size_t i) const { return tokens_[i]; }
  [[nodiscard]] const Vocabulary& vocabulary() const { return words_.vocabulary(); }

  [[nodiscard]] const FigureFacts& at(std::size_t i) const {
    return i < tokens_.size() ? words_.facts(tokens_[i].word) : kNothing;
  }
  [[nodiscard]] CanonicalRole role(std::size_t i) const {
    return i < tokens_.size() ? at(i).number.role : CanonicalRole::kMark;
  }
  [[nodiscard]] std::string_view word(std::size_t i) const { return at(i).folded; }
  [[nodiscard]] bool is(std::size_t i, std::initializer_list<std::string_view> words) const {
    const std::string_view here = word(i);
    if (here.empty()) return false;
    for (const std::string_view candidate : words) {
      if (here == candidate) return true;
    }
    return false;
  }
  /// Nothing stands between the tokens `i` and `i + 1`.
  [[nodiscard]] bool touches(std::size_t i) const {
    return i + 1 < tokens_.size() && tokens_[i].span.end == tokens_[i + 1].span.begin;
  }
  /// Past the hyphen at `i` that follows a word without a space, or `i`. A line may end after it.
  [[nodiscard]] std::size_t past_hyphen(std::size_t i) const {
    return i > 0 && role(i) == CanonicalRole::kHyphen && touches(i - 1) && i + 1 < tokens_.size() &&
                   (touches(i) || at(i + 1).word)
               ? i + 1
               : i;
  }
  [[nodiscard]] std::size_t past_period(std::size_t i) const { return role(i) == CanonicalRole::kPeriod ? i + 1 : i; }
  [[nodiscard]] std::size_t past_comma(std::size_t i) const { return role(i) == CanonicalRole::kComma ? i + 1 : i; }
  /// A capital that only begins the sentence or a quotation says nothing.
  [[nodiscard]] bool capital_says_name(std::size_t i) const {
    return at(i).capitalized && i > 0 &&
           (at(i - 1).word || role(i - 1) == CanonicalRole::kComma || role(i - 1) == CanonicalRole::kHyphen);
  }

 private:
  static inline const FigureFacts kNothing{};
  const FigureWords& words_;
  std::span<const Token> tokens_;
};

}  // namespace storydiff
