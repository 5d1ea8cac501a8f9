// Original spans: what the walker gives is what the source map says, piece by piece.

#include <random>
#include <string>
#include <vector>

#include "one_paragraph.hpp"
#include "segment/source_walker.hpp"
#include "support/catch.hpp"

using namespace storydiff;
using namespace storydiff::test;

TEST_CASE("tokens and sentences know where they come from") {
  // Original: "XX The barge &amp; crew." with "XX " dropped and "&amp;" replaced by "&".
  NormalizedDocument document = one_paragraph("The barge & crew.");
  document.source_map = SourceMap({{{0, 10}, {3, 13}, true}, {{10, 11}, {13, 18}, false}, {{11, 17}, {18, 24}, true}});
  Vocabulary vocabulary;
  const Segments segments = segment(document, vocabulary, {});
  REQUIRE(segments.tokens.size() == 5);
  CHECK(segments.original_of(segments.tokens[0]) == Span{3, 6});
  CHECK(segments.original_of(segments.tokens[2]) == Span{13, 18});
  CHECK(segments.original_of(segments.tokens[4]) == Span{23, 24});
  CHECK(segments.sentences[0].original == Span{3, 24});
  CHECK(segments.paragraphs[0].original == Span{3, 24});
}

TEST_CASE("a token of a text in one piece stands as much later in the original as the piece does") {
  const Token token{{4, 9}, 0};
  Segments segments;
  CHECK(segments.original_of(token) == Span{4, 9});  // a map without pieces is the identity
  segments.source_map = SourceMap({{{0, 20}, {30, 50}, true}});
  CHECK(segments.original_of(token) == Span{34, 39});
  segments.source_map = SourceMap({{{0, 20}, {30, 33}, false}});
  CHECK(segments.original_of(token) == Span{30, 33});
}

TEST_CASE("the walker agrees with the source map") {
  std::mt19937 random(7);
  const auto below = [&](Offset n) { return std::uniform_int_distribution<Offset>(0, n - 1)(random); };
  for (int round = 0; round < 200; ++round) {
    std::vector<SourcePiece> pieces;
    Offset at = 0;
    for (Offset i = 0; i < 12; ++i) {
      const Offset size = 1 + below(6);
      const Offset original = 100 * (i % 2 == 0 ? i : 40 - i);  // every other piece has moved
      const bool copied = below(3) != 0;
      pieces.push_back({{at, at + size}, {original, original + (copied ? size : below(9))}, copied});
      at += size;
    }
    const SourceMap map(pieces);
    SourceWalker walker(map);
    Segments segments;
    segments.source_map = map;
    for (Offset begin = 0; begin < at;) {
      const Offset end = begin + 1 + below(std::min<Offset>(9, at - begin));
      CHECK(walker.original({begin, end}) == map.hull({begin, end}));
      CHECK(segments.original_of(Token{{begin, end}, 0}) == map.hull({begin, end}));
      begin = end + below(3);
    }
  }
}
