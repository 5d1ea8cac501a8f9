#include "storydiff/explanation.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "storydiff/alignment.hpp"
#include "support/catch.hpp"
#include "support/plain_segments.hpp"

using namespace storydiff;

namespace {

const std::vector<std::string> kSource{
    "The ferry Aurelia sank off Korvik on Monday with fourteen people aboard.",
    "Divers found the engine room flooded and both pumps switched off.",
    "The owner, Brandt Lines, said the ship had passed every inspection since 2019.",
    "Fishermen in the village lit candles on the pier.",
};
const std::vector<std::string> kTarget{
    "Both pumps were switched off, divers found, and the engine room was flooded.",
    "The Aurelia, a ferry, sank off Korvik on Monday with 14 people aboard.",
    "Nothing at all is known about the price of onions.",
};

struct Explained {
  Vocabulary vocabulary;
  Segments source = test::plain_segments(kSource, vocabulary);
  Segments target = test::plain_segments(kTarget, vocabulary);

  Explanation of(SentenceRef sentence) {
    const std::vector<SentenceRef> asked{sentence};
    return explain({&source, 1}, target, vocabulary, asked).front();
  }
};

}  // namespace

TEST_CASE("a linked sentence: its link first, with the words that met and the rung of each") {
  Explained texts;
  const Explanation explanation = texts.of({true, 0, 1});
  REQUIRE_FALSE(explanation.candidates.empty());
  const ExplainedCandidate& best = explanation.candidates.front();
  CHECK(best.linked);
  CHECK(best.why.empty());
  CHECK(best.sentence == 0);
  CHECK(best.score >= best.threshold);
  const auto number =
      std::find_if(best.words.begin(), best.words.end(), [](const WordMatch& match) { return match.target == "14"; });
  REQUIRE(number != best.words.end());
  CHECK(number->source == "fourteen");
  CHECK(number->equivalence == Equivalence::kNumber);
}

TEST_CASE("the features and the bias add up to the log odds of the score") {
  Explained texts;
  for (const std::uint32_t sentence : {0U, 1U, 2U}) {
    for (const ExplainedCandidate& candidate : texts.of({true, 0, sentence}).candidates) {
      double sum = 0;
      for (const FeatureShare& feature : candidate.features) sum += feature.contribution;
      CAPTURE(sentence, candidate.sentence);
      CHECK(std::abs(1 / (1 + std::exp(-sum)) - candidate.score) < 1e-9);
    }
  }
}

TEST_CASE("a sentence that is left says why each candidate is no link") {
  Explained texts;
  const Explanation explanation = texts.of({false, 0, 2});
  for (const ExplainedCandidate& candidate : explanation.candidates) {
    CHECK_FALSE(candidate.linked);
    CHECK_FALSE(candidate.why.empty());
  }
  CHECK(texts.of({true, 0, 2}).candidates.size() <= kExplainedCandidates);
}

TEST_CASE("what is explained is what align does") {
  Explained texts;
  const AlignmentSet alignment = align({&texts.source, 1}, texts.target, texts.vocabulary);
  for (std::uint32_t sentence = 0; sentence < kTarget.size(); ++sentence) {
    std::vector<std::uint32_t> linked;
    for (const Alignment& a : alignment.alignments)
      if (std::find(a.target_sentences.begin(), a.target_sentences.end(), sentence) != a.target_sentences.end())
        linked.insert(linked.end(), a.source_sentences.begin(), a.source_sentences.end());
    std::vector<std::uint32_t> explained;
    for (const ExplainedCandidate& candidate : texts.of({true, 0, sentence}).candidates)
      if (candidate.linked) explained.push_back(candidate.sentence);
    std::sort(linked.begin(), linked.end());
    std::sort(explained.begin(), explained.end());
    CAPTURE(sentence);
    CHECK(linked == explained);
  }
}
