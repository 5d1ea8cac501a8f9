#include <vector>

#include "storydiff/normalized_document.hpp"
#include "support/catch.hpp"

using storydiff::SourceMap;
using storydiff::SourcePiece;
using storydiff::Span;

TEST_CASE("a source map leads from normalized to original places") {
  // original 0123456789: [6, 10) moved to the front, [2, 4) replaced by three bytes, [4, 6) dropped
  const SourceMap map({{{0, 4}, {6, 10}, true}, {{4, 6}, {0, 2}, true}, {{6, 9}, {2, 4}, false}});

  CHECK(map.originals({0, 4}) == std::vector<Span>{{6, 10}});
  CHECK(map.originals({1, 3}) == std::vector<Span>{{7, 9}});
  CHECK(map.originals({3, 5}) == std::vector<Span>{{9, 10}, {0, 1}});
  CHECK(map.originals({4, 9}) == std::vector<Span>{{0, 4}});  // neighbours are joined
  CHECK(map.originals({7, 8}) == std::vector<Span>{{2, 4}});  // part of a replacement is all of it
  CHECK(map.originals({2, 2}).empty());

  CHECK(map.hull({3, 5}) == Span{0, 10});
  CHECK(map.hull({4, 7}) == Span{0, 4});
  CHECK(map.hull({1, 1}) == Span{7, 7});
  CHECK(map.hull({9, 9}) == Span{4, 4});
}

TEST_CASE("the identity map") {
  CHECK(SourceMap::identity(0).pieces().empty());
  CHECK(SourceMap::identity(0).hull({0, 0}) == Span{0, 0});
  CHECK(SourceMap::identity(5).hull({2, 4}) == Span{2, 4});
}
