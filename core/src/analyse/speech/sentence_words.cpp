#include "analyse/speech/sentence_words.hpp"

#include <algorithm>

namespace storydiff {

SentenceWords::SentenceWords(const Segments& segments, std::span<const std::uint32_t> sentences,
                             const SpeechWords& words)
    : words_(&words) {
  if (sentences.size() == 1) {
    sentence_ = sentences.front();
    tokens_ = segments.tokens_of(segments.sentences[sentence_]);
    return;
  }
  const auto joined = std::make_shared<Joined>();
  for (const std::uint32_t s : sentences) {
    const std::span<const Token> tokens = segments.tokens_of(segments.sentences[s]);
    joined->tokens.insert(joined->tokens.end(), tokens.begin(), tokens.end());
    joined->sentences.insert(joined->sentences.end(), tokens.size(), s);
  }
  tokens_ = joined->tokens;
  joined_ = joined;
}

bool SentenceWords::reads(std::uint32_t at, std::initializer_list<std::string_view> phrase) const {
  if (at + phrase.size() > tokens_.size()) return false;
  return std::equal(
      phrase.begin(), phrase.end(), tokens_.begin() + at,
      [&](std::string_view wanted, const Token& token) { return (*words_)[token.word].folded == wanted; });
}

std::string SentenceWords::text(TokenRange range) const {
  std::string text;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (i > range.begin && tokens_[i].span.begin != tokens_[i - 1].span.end) text += ' ';
    text += (*this)[i].surface;
  }
  return text;
}

bool SentenceWords::same_words(const SentenceWords& other) const {
  return std::equal(tokens_.begin(), tokens_.end(), other.tokens_.begin(), other.tokens_.end(),
                    [](const Token& a, const Token& b) { return a.word == b.word; });
}

}  // namespace storydiff
