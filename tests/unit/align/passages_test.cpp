#include "align/passages.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/plain_segments.hpp"

using namespace storydiff;

TEST_CASE("passages are maximal runs of eight words or more, whatever the sentences") {
  const std::vector<std::string> source = {"Rain fell.",
                                           "We have sailed this strait since my grandfather built the boat."};
  const std::vector<std::string> target = {"He says they",
                                           "have sailed this strait since, my grandfather built the boat that sank."};
  Vocabulary vocabulary;
  const Segments s = test::plain_segments(source, vocabulary);
  const Segments t = test::plain_segments(target, vocabulary);
  const auto passages = find_passages(s, t, vocabulary, 2);
  REQUIRE(passages.size() == 1);
  CHECK(passages[0].words == 10);
  CHECK(passages[0].source_document == 2);
  const std::string text = source[0] + " " + source[1];
  CHECK(text.substr(passages[0].source.begin, passages[0].source.size()) ==
        "have sailed this strait since my grandfather built the boat");
}

TEST_CASE("seven words are no passage") {
  Vocabulary vocabulary;
  const Segments s = test::plain_segments({"a b c d e f g"}, vocabulary);
  const Segments t = test::plain_segments({"x a b c d e f g y"}, vocabulary);
  CHECK(find_passages(s, t, vocabulary, 0).empty());
}
