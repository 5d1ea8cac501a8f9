/// \file plain_segments.hpp
/// Segments for tests of later stages: sentences as given, tokens by the simplest rule that works,
/// so that these tests do not depend on how real text is cut.
#pragma once

#include <string>
#include <vector>

#include "storydiff/segments.hpp"

namespace storydiff::test {

/// One paragraph; the text is the sentences joined by one space. Tokens are runs of letters, digits,
/// apostrophes and bytes from 0x80 on, and single other characters.
inline Segments plain_segments(const std::vector<std::string>& sentences, Vocabulary& vocabulary) {
  const auto in_word = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  Segments segments;
  Offset at = 0;
  for (const std::string& text : sentences) {
    Sentence sentence;
    sentence.span = sentence.original = {at, at + static_cast<Offset>(text.size())};
    sentence.first_token = static_cast<std::uint32_t>(segments.tokens.size());
    for (std::size_t i = 0; i < text.size();) {
      std::size_t end = i + 1;
      while (in_word(text[i]) && end < text.size() && in_word(text[end])) ++end;
      if (text[i] != ' ') {
        const Span span{at + static_cast<Offset>(i), at + static_cast<Offset>(end)};
        segments.tokens.push_back({span, vocabulary.intern(text.substr(i, end - i))});
      }
      i = end;
    }
    sentence.token_count = static_cast<std::uint32_t>(segments.tokens.size()) - sentence.first_token;
    segments.sentences.push_back(sentence);
    at = sentence.span.end + 1;
  }
  if (!segments.sentences.empty()) {
    Paragraph paragraph;
    paragraph.span = paragraph.original = {0, segments.sentences.back().span.end};
    paragraph.sentence_count = static_cast<std::uint32_t>(segments.sentences.size());
    segments.paragraphs.push_back(paragraph);
  }
  return segments;
}

}  // namespace storydiff::test
