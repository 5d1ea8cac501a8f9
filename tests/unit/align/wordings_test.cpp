// Sentences read once a wording, against a naive twin that reads each.

#include "align/wordings.hpp"

#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "language/canonical.hpp"
#include "support/catch.hpp"
#include "support/plain_segments.hpp"

using namespace storydiff;

namespace {

/// Numbers, dates, contractions, and signs that touch in one sentence and not in another.
constexpr const char* kSentences[] = {"They mustn't pay $4.8m by Feb. 22, 2014.",
                                      "They mustn't pay $ 4.8m by Feb. 22, 2014.",
                                      "The match of 2014-02-22 ended 3-1.",
                                      "The match of 2014 - 02 - 22 ended 3 - 1.",
                                      "\"We won,\" the keeper said.",
                                      "“We won,” the keeper said.",
                                      "the keeper said we won.",
                                      "...",
                                      "Twenty-five men and two thousand sheep crossed."};

std::vector<std::string> text(std::mt19937& random) {
  std::vector<std::string> sentences(random() % 12);
  for (std::string& sentence : sentences) sentence = kSentences[random() % std::size(kSentences)];
  return sentences;
}

}  // namespace

TEST_CASE("each sentence has the words that it has when it is read alone") {
  std::mt19937 random(11);
  for (unsigned round = 0; round < 60; ++round) {
    Vocabulary vocabulary;
    const Segments texts[] = {test::plain_segments(text(random), vocabulary),
                              test::plain_segments(text(random), vocabulary)};
    const Wordings wordings = read_wordings(texts[0], texts[1], vocabulary, {}, 1 + round % 3);
    Canonicalizer canonicalizer(vocabulary);
    for (const Segments& side : texts) {
      const auto& of_sentence = &side == &texts[0] ? wordings.of_source : wordings.of_target;
      REQUIRE(of_sentence.size() == side.sentences.size());
      for (std::size_t i = 0; i < of_sentence.size(); ++i) {
        std::vector<CanonicalStem> alone;
        canonicalizer.append(side.tokens_of(side.sentences[i]), alone);
        std::vector<WordId> words;
        for (const CanonicalStem& stem : alone) words.push_back(stem.word);
        const auto found = wordings.words_of(wordings.all[of_sentence[i]]);
        CHECK(std::vector<WordId>(found.begin(), found.end()) == words);
      }
    }
    std::size_t of_source = 0;
    std::size_t of_target = 0;
    std::map<KeyId, std::uint32_t> numbers;  // of stems
    for (const Wording& wording : wordings.all) {
      of_source += wording.source_sentences;
      of_target += wording.target_sentences;
      const auto sequence = wordings.sequence_of(wording);
      const auto words = wordings.words_of(wording);
      REQUIRE(sequence.size() == words.size());
      for (std::size_t k = 0; k < words.size(); ++k)
        CHECK(numbers.emplace(vocabulary.stem(words[k]), sequence[k]).first->second == sequence[k]);
    }
    CHECK(numbers.size() == wordings.stem_hashes.size());
    CHECK(of_source == texts[0].sentences.size());
    CHECK(of_target == texts[1].sentences.size());
  }
}

TEST_CASE("what is written alike is read once, in whichever text") {
  Vocabulary vocabulary;
  const Segments source = test::plain_segments({kSentences[0], kSentences[4], kSentences[0]}, vocabulary);
  const Segments target = test::plain_segments({kSentences[4], kSentences[6], kSentences[0]}, vocabulary);
  const Wordings wordings = read_wordings(source, target, vocabulary, {});
  CHECK(wordings.of_source == std::vector<std::uint32_t>{0, 1, 0});
  CHECK(wordings.of_target == std::vector<std::uint32_t>{1, 2, 0});
  CHECK(wordings.all[0].source_sentences == 2);
  CHECK(wordings.all[0].target_sentences == 1);
}

TEST_CASE("what differs in a gap or a mark is not written alike") {
  Vocabulary vocabulary;
  const std::vector<std::string> all(std::begin(kSentences), std::end(kSentences));
  CHECK(read_wordings(test::plain_segments(all, vocabulary), {}, vocabulary, {}).all.size() == all.size());
}
