// The chosen links against a naive twin that tries every number of best pairs.

#include "align/links.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <random>
#include <vector>

#include "align/weights.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

PairProfiles texts_of(std::size_t sentences) {
  PairProfiles pair;
  pair.source.resize(sentences);
  pair.target.resize(sentences);
  return pair;
}

ScoredTexts scored(const std::vector<double>& scores, double sequence) {
  ScoredTexts texts;
  for (std::uint32_t i = 0; i < scores.size(); ++i) {
    ScoredPair p;
    p.source = p.target = i;
    p.score = scores[i];
    p.sequence = sequence;
    p.ordinary = kKinshipWords;
    texts.pairs.push_back(p);
  }
  return texts;
}

double expected_f1(const std::vector<double>& sorted, std::size_t taken) {
  double right = 0;
  double all = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    all += sorted[i];
    if (i < taken) right += sorted[i];
  }
  return 2 * right / (static_cast<double>(taken) + all);
}

}  // namespace

TEST_CASE("the links are the set with the highest expected F1") {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    std::vector<double> scores(1 + random() % 12);
    for (double& score : scores) score = static_cast<double>(3 + random() % 97) / 100;
    const ScoredTexts texts = scored(scores, 1);
    const Links links = choose_links(texts_of(scores.size()), texts);
    std::sort(scores.begin(), scores.end(), std::greater<>());
    double best = 0;
    for (std::size_t taken = 1; taken <= scores.size(); ++taken) best = std::max(best, expected_f1(scores, taken));
    if (links.from > kLowestLinkScore) CHECK(expected_f1(scores, links.pairs.size()) == Approx(best));
    for (const std::uint32_t number : links.pairs) CHECK(texts.pairs[number].score >= kLowestLinkScore);
  }
}

TEST_CASE("doubtful texts are linked further down than plain ones, and never below the floor") {
  const Links plain = choose_links(texts_of(6), scored({1, 1, 1, 1, 1, 0.4}, 1));
  CHECK(plain.pairs.size() == 5);
  const Links doubtful = choose_links(texts_of(6), scored({0.6, 0.6, 0.5, 0.5, 0.4, 0.4}, 1));
  CHECK(doubtful.pairs.size() == 6);
  const Links hopeless = choose_links(texts_of(6), scored({0.2, 0.2, 0.2, 0.2, 0.2, 0.2}, 1));
  CHECK(hopeless.pairs.empty());
}

TEST_CASE("texts without kinship have no links") {
  const std::vector<double> one_of_many{0.9, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
  CHECK_FALSE(choose_links(texts_of(8), scored(one_of_many, 0.2)).kin);
  CHECK(choose_links(texts_of(8), scored(one_of_many, 0.2)).pairs.empty());
  CHECK(choose_links(texts_of(8), scored(one_of_many, kKinshipSequence)).pairs.size() == 1);  // one shared wording
  const std::vector<double> one_of_three{0.9, 0.1, 0.1};
  CHECK(choose_links(texts_of(3), scored(one_of_three, 0.2)).pairs.size() == 1);  // a third of the text

  ScoredTexts names_alone = scored(one_of_three, 0.2);
  names_alone.pairs[0].ordinary = kKinshipWords - 1;
  names_alone.pairs[0].unique = 0.5;
  CHECK(choose_links(texts_of(3), names_alone).pairs.empty());
  names_alone.pairs[0].unique = 0;  // no name, and a word: a free retelling
  CHECK(choose_links(texts_of(3), names_alone).pairs.size() == 1);
}

TEST_CASE("a copy that nothing around it speaks for is a link of kin, and makes none") {
  ScoredTexts texts = scored({0.9, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}, 0.2);
  texts.pairs[3].copied = true;
  texts.pairs[3].sequence = 0.9;
  CHECK(choose_links(texts_of(8), texts).pairs.empty());
  texts.pairs[0].sequence = kKinshipSequence;
  CHECK(choose_links(texts_of(8), texts).pairs == std::vector<std::uint32_t>{0, 3});
}

TEST_CASE("a shared quotation links its sentence and nothing else") {
  ScoredTexts texts = scored({0.9, 0.8, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}, 0.2);
  texts.pairs[0].sequence = 1;
  CHECK(choose_links(texts_of(8), texts).pairs.size() == 2);  // somebody's own wording is kinship

  PairProfiles quoting = texts_of(8);
  quoting.source[0].quoted = quoting.target[0].quoted = true;
  const Links links = choose_links(quoting, texts);
  CHECK_FALSE(links.kin);
  REQUIRE(links.pairs.size() == 1);
  CHECK(links.pairs[0] == 0);
}

TEST_CASE("linked pairs are those that were chosen, a copy with the score of one") {
  ScoredTexts texts = scored({0.9, 0.1, 0.8, 0.1}, 1);
  const PairProfiles pair = texts_of(4);
  Links links = choose_links(pair, texts);
  REQUIRE(links.pairs == std::vector<std::uint32_t>{0, 2});
  const std::vector<ScoredPair> linked = linked_pairs(texts.pairs, links);
  REQUIRE(linked.size() == 2);
  CHECK(linked[0].source == 0);
  CHECK(linked[1].source == 2);
  CHECK(linked[1].score == 0.8);

  texts.pairs[3].copied = true;
  links = choose_links(pair, texts);
  REQUIRE(links.pairs.back() == 3);
  CHECK(linked_pairs(texts.pairs, links).back().score == kCopiedScore);
}
