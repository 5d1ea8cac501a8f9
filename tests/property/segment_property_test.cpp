// Whatever the text: tokens ascend, cover every visible byte once, lie on UTF-8 boundaries, and
// belong to one sentence of one paragraph.

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "language/code_point.hpp"
#include "language/icu_text.hpp"
#include "language/paragraphs.hpp"
#include "language/utf8.hpp"
#include "storydiff/normalized_document.hpp"
#include "storydiff/segments.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

std::string random_text(std::mt19937& random) {
  static const std::vector<std::string_view> parts = {
      "The",    "ferry", "U.S.",        "a.m.",  "Gov",      "No",   "I",      "per",    "cent",   "14,000", "3.5",
      "2.6m",   "Jan",   "out-\nright", "don't", "O’Dowd’s", "'s",   ".",      "!",      "?",      "...",    "…",
      "\"",     "“",     "”",           "'",     "(",        ")",    "-",      "--",     "—",      "-\n",    ",",
      ":",      "://",   "@",           "www.",  ".com",     "/",    "$",      "%",      "_",      " ",      " ",
      " ",      " ",     "\n",          "\n\n",  "\t",       "\r\n", "\u00A0", "\u00AD", "\u200B", "\uFEFF", "e\u0301",
      "\u0301", "東京",  "。",          "ไทย",   "👍🏽", "क्या",  "।",      "ش",      "\u202E", "\x01",   "İ"};
  std::uniform_int_distribution<std::size_t> part(0, parts.size() - 1);
  std::uniform_int_distribution<int> count(0, 60);
  std::string text;
  for (int i = count(random); i > 0; --i) text += parts[part(random)];
  return text;
}

bool visible(char32_t c) { return classify(c) != CharClass::kSpace && classify(c) != CharClass::kIgnorable; }

void check(const NormalizedDocument& document, const Segments& segments) {
  REQUIRE(segments.paragraphs.size() == document.paragraphs.size());
  std::size_t sentence_at = 0;
  std::size_t token_at = 0;
  Offset end = 0;
  for (std::size_t p = 0; p < segments.paragraphs.size(); ++p) {
    const Paragraph& paragraph = segments.paragraphs[p];
    REQUIRE(paragraph.span == document.paragraphs[p]);
    REQUIRE(paragraph.first_sentence == sentence_at);
    REQUIRE(paragraph.sentence_count > 0);
    for (std::uint32_t s = 0; s < paragraph.sentence_count; ++s, ++sentence_at) {
      const Sentence& sentence = segments.sentences[sentence_at];
      REQUIRE(sentence.paragraph == p);
      REQUIRE(paragraph.span.contains(sentence.span));
      REQUIRE(sentence.first_token == token_at);
      for (const Token& token : segments.tokens_of(sentence)) {
        REQUIRE(token.span.begin >= end);
        REQUIRE(sentence.span.contains(token.span));
        REQUIRE_FALSE(token.span.empty());
        REQUIRE(segments.original_of(token) == token.span);
        REQUIRE(is_utf8_boundary(document.text, token.span.begin));
        REQUIRE(is_utf8_boundary(document.text, token.span.end));
        end = token.span.end;
        ++token_at;
      }
      if (sentence.token_count > 0) REQUIRE(end == sentence.span.end);
    }
  }
  REQUIRE(sentence_at == segments.sentences.size());
  REQUIRE(token_at == segments.tokens.size());

  std::size_t token = 0;
  for (std::size_t i = 0; i < document.text.size();) {
    const CodePoint c = decode_utf8(document.text, i);
    while (token < segments.tokens.size() && segments.tokens[token].span.end <= i) ++token;
    const bool covered = token < segments.tokens.size() && segments.tokens[token].span.begin <= i;
    if (visible(c.value)) REQUIRE(covered);
    i += c.length;
  }
}

}  // namespace

TEST_CASE("segments cover every visible byte exactly once") {
  std::mt19937 random(19700101);
  for (int i = 0; i < 5000; ++i) {
    NormalizedDocument document;
    document.text = random_text(random);
    document.source_map = SourceMap::identity(static_cast<Offset>(document.text.size()));
    document.paragraphs = find_paragraphs(document.text);
    Vocabulary vocabulary;
    INFO(document.text);
    check(document, segment(document, vocabulary, {}));
  }
}

TEST_CASE("segments and words are the same, whether documents are cut one after the other or side by side") {
  std::mt19937 random(20000229);
  for (int i = 0; i < 4; ++i) {
    std::vector<NormalizedDocument> documents(3);
    for (NormalizedDocument& document : documents) {
      while (document.text.size() < 60'000) document.text += random_text(random) + "\n\n";
      document.source_map = SourceMap::identity(static_cast<Offset>(document.text.size()));
      document.paragraphs = find_paragraphs(document.text);
    }
    Vocabulary one;
    Vocabulary other;
    const std::vector<Segments> after = segment(documents, one, {}, 1);
    const std::vector<Segments> beside = segment(documents, other, {}, 3);
    REQUIRE(after.size() == beside.size());
    for (std::size_t d = 0; d < after.size(); ++d) {
      check(documents[d], beside[d]);
      REQUIRE(after[d].sentences.size() == beside[d].sentences.size());
      REQUIRE(after[d].tokens.size() == beside[d].tokens.size());
      for (std::size_t t = 0; t < after[d].tokens.size(); ++t) {
        REQUIRE(after[d].tokens[t].span == beside[d].tokens[t].span);
        REQUIRE(after[d].tokens[t].word == beside[d].tokens[t].word);
      }
    }
    REQUIRE(one.size() == other.size());
    for (WordId word = 0; word < one.size(); ++word) REQUIRE(one[word].surface == other[word].surface);
  }
}
