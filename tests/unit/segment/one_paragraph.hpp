/// \file one_paragraph.hpp
/// Segments of a text that is one paragraph and that no normalizer has touched.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "storydiff/normalized_document.hpp"
#include "storydiff/segments.hpp"

namespace storydiff::test {

inline NormalizedDocument one_paragraph(std::string text) {
  NormalizedDocument document;
  document.text = std::move(text);
  const auto size = static_cast<Offset>(document.text.size());
  document.source_map = SourceMap::identity(size);
  if (size > 0) document.paragraphs = {{0, size}};
  return document;
}

inline std::vector<std::string> sentences_of(const std::string& text, std::string_view language = "en") {
  Vocabulary vocabulary(language);
  const Segments segments = segment(one_paragraph(text), vocabulary, {std::string(language)});
  std::vector<std::string> sentences;
  for (const Sentence& sentence : segments.sentences) sentences.emplace_back(slice(text, sentence.span));
  return sentences;
}

inline std::vector<std::string> tokens_of(const std::string& text, std::string_view language = "en") {
  Vocabulary vocabulary(language);
  const Segments segments = segment(one_paragraph(text), vocabulary, {std::string(language)});
  std::vector<std::string> tokens;
  for (const Token& token : segments.tokens) tokens.emplace_back(slice(text, token.span));
  return tokens;
}

}  // namespace storydiff::test
