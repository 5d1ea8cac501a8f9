#include "storydiff/segments.hpp"

#include <string>

#include "one_paragraph.hpp"
#include "support/catch.hpp"

using namespace storydiff;
using namespace storydiff::test;

TEST_CASE("an empty document has no segments") {
  Vocabulary vocabulary;
  const Segments segments = segment(one_paragraph(""), vocabulary, {});
  CHECK(segments.paragraphs.empty());
  CHECK(segments.sentences.empty());
  CHECK(segments.tokens.empty());
}

TEST_CASE("paragraphs name runs of sentences, sentences runs of tokens") {
  NormalizedDocument document = one_paragraph("One barge sank. Two did not.\n\nCrews swam");
  document.paragraphs = {{0, 28}, {30, 40}};
  Vocabulary vocabulary;
  const Segments segments = segment(document, vocabulary, {});

  REQUIRE(segments.paragraphs.size() == 2);
  CHECK(segments.paragraphs[0].span == Span{0, 28});
  CHECK(segments.paragraphs[0].first_sentence == 0);
  CHECK(segments.paragraphs[0].sentence_count == 2);
  CHECK(segments.paragraphs[1].first_sentence == 2);
  CHECK(segments.paragraphs[1].sentence_count == 1);

  REQUIRE(segments.sentences.size() == 3);
  CHECK(segments.sentences[1].span == Span{16, 28});
  CHECK(segments.sentences[1].first_token == 4);
  CHECK(segments.sentences[1].token_count == 4);
  CHECK(segments.sentences[2].paragraph == 1);

  const auto last = segments.tokens_of(segments.sentences[2]);
  REQUIRE(last.size() == 2);
  CHECK(vocabulary[last[0].word].surface == "Crews");
  CHECK(last[1].span == Span{36, 40});
}

TEST_CASE("two documents share their vocabulary") {
  Vocabulary vocabulary;
  const Segments a = segment(one_paragraph("the barge"), vocabulary, {});
  const Segments b = segment(one_paragraph("a barge"), vocabulary, {});
  CHECK(a.tokens[1].word == b.tokens[1].word);
  CHECK(a.tokens[0].word != b.tokens[0].word);
}
