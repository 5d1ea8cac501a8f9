// Whatever the marks: quotations lie within one paragraph and on UTF-8 boundaries, stand in order, nest or stand apart,
// and their levels say so. Whatever the words: every quotation is told of once, and a text quotes itself exactly.

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "analyse/quotations/quotation_marks.hpp"
#include "analyse/quotations/spoken_text.hpp"
#include "language/paragraphs.hpp"
#include "language/utf8.hpp"
#include "storydiff/compare.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

std::string random_text(std::mt19937& random, bool wild) {
  static const std::vector<std::string_view> tame = {"\"We go,\" he said. ",
                                                     "“They stay,” she said, “until the rain ends.” ",
                                                     "It was not 'new', the mayor said. ",
                                                     "He called it \"a fine mess\". ",
                                                     "“He told me ‘never’,” said Ito. ",
                                                     "Rain fell on the 42\" pipes. ",
                                                     "The miners' union won in the '90s. ",
                                                     "\"One ... three,\" they said. ",
                                                     "\n\n",
                                                     "\n\n\"The river rose.\n\n\"The bridge fell,\" said Ruiz. "};
  static const std::vector<std::string_view> parts = {"\"", "“",  "”",   "'",  "‘",  "’",   "«",  "»",    "„",     "‚",
                                                      "「", "」", "``",  "''", " ",  " ",   " ",  "\n\n", "we",    "go",
                                                      "s",  "n",  "6",   ",",  ".",  "(",   ")",  "[",    "]",     "-",
                                                      "—",  "…",  "...", "é",  "東", "not", "if", "said", "Norway"};
  const std::vector<std::string_view>& from = wild ? parts : tame;
  std::uniform_int_distribution<std::size_t> part(0, from.size() - 1);
  std::uniform_int_distribution<int> count(0, wild ? 80 : 12);
  std::string text;
  for (int i = count(random); i > 0; --i) text += from[part(random)];
  return text;
}

Report compared(const std::string& source, const std::string& target) {
  const Document theirs = *make_document("source", source, {});
  const Document ours = *make_document("target", target, {});
  const Document* sources[] = {&theirs};
  return *compare(sources, ours, {}, {});
}

}  // namespace

TEST_CASE("quotations nest or stand apart") {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(random, true);
    INFO(text);
    const std::vector<Span> paragraphs = find_paragraphs(text);
    std::vector<Quotation> around;
    Offset last = 0;
    for (const Quotation& q : find_quotations(text, paragraphs)) {
      REQUIRE(q.outer.contains(q.span));
      REQUIRE(!q.span.empty());
      REQUIRE(is_utf8_boundary(text, q.span.begin));
      REQUIRE(is_utf8_boundary(text, q.span.end));
      REQUIRE(std::any_of(paragraphs.begin(), paragraphs.end(), [&](Span p) { return p.contains(q.outer); }));
      REQUIRE(q.outer.begin >= last);
      last = q.outer.begin;
      while (!around.empty() && around.back().outer.end <= q.outer.begin) around.pop_back();
      REQUIRE(q.level == around.size());
      if (!around.empty()) REQUIRE(around.back().outer.contains(q.outer));
      REQUIRE_FALSE((q.unclosed && q.continued));
      around.push_back(q);
    }
  }
}

TEST_CASE("a text quotes itself exactly, whatever it quotes") {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    const std::string text = random_text(random, false);
    INFO(text);
    for (const Change& change : compared(text, text).quotations) CHECK(change.status == "exact");
  }
}

TEST_CASE("every quotation of the target is told of once, before those made indirect") {
  std::mt19937 random(13);
  for (int round = 0; round < 300; ++round) {
    const std::string source = random_text(random, round % 2 == 0), target = random_text(random, round % 3 != 0);
    INFO(source << "\n=====\n" << target);
    std::size_t told = 0;
    bool indirect = false;
    for (const Change& change : compared(source, target).quotations) {
      if (change.status == "made-indirect") {
        indirect = true;
      } else {
        ++told;
        REQUIRE_FALSE(indirect);
      }
      REQUIRE(change.source.has_value() == change.source_document.has_value());
      REQUIRE(change.source.has_value() == (change.status != "unsupported"));
      if (change.source) REQUIRE(change.source->end <= source.size());
      if (change.target) REQUIRE(change.target->end <= target.size());
    }
    std::vector<Quotation> quotations = find_quotations(target, find_paragraphs(target));
    std::erase_if(quotations, [](const Quotation& quotation) { return quotation.level > kDeepestLevel; });
    CHECK(told == quotations.size());
  }
}
