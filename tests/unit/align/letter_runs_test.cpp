// The numbered runs of letters against a naive twin that cuts them out of the text.

#include "align/letter_runs.hpp"

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "support/catch.hpp"

using storydiff::LetterRuns;
using storydiff::WordId;

namespace {

const std::vector<std::string> kWords{"", "a", "o", "of", "in", "the", "cat", "that", "there", "élan", "catastrophe"};

std::vector<std::string> runs_of(const std::vector<WordId>& sentence) {
  std::string text = " ";
  for (const WordId word : sentence) text += kWords[word] + " ";
  std::vector<std::string> runs;
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) runs.push_back(text.substr(i, 4));
  return runs;
}

}  // namespace

TEST_CASE("runs of letters are those of the text, and are counted once a sentence") {
  LetterRuns letters;
  for (WordId word = 0; word < kWords.size(); ++word) letters.learn(word, kWords[word]);
  std::mt19937 random(5);
  std::vector<std::vector<WordId>> sentences(3000);
  std::map<std::string, std::uint32_t> holding;
  for (auto& sentence : sentences) {
    for (std::size_t n = random() % 9; n > 0; --n) sentence.push_back(static_cast<WordId>(random() % kWords.size()));
    const auto times = static_cast<std::uint32_t>(1 + random() % 3);
    letters.add(sentence, times);
    const auto runs = runs_of(sentence);
    for (const std::string& run : std::set<std::string>(runs.begin(), runs.end())) holding[run] += times;
  }
  std::map<std::string, std::uint32_t> numbers;
  std::set<std::uint32_t> distinct;
  for (const auto& sentence : sentences) {
    std::multiset<std::uint32_t> found;
    letters.each(sentence, [&](std::uint32_t run) { found.insert(run); });
    // The order is free, so a run's number is learned where it stands alone.
    const auto runs = runs_of(sentence);
    REQUIRE(found.size() == runs.size());
    if (runs.size() == 1) numbers[runs.front()] = *found.begin();
  }
  for (const auto& [run, number] : numbers) {
    INFO(run);
    CHECK(letters.sentences(number) == holding[run]);
    distinct.insert(number);
  }
  CHECK(numbers.size() >= 5);
  CHECK(distinct.size() == numbers.size());

  // Two sentences share as many runs by number as they share by text.
  const auto shared = [](const auto& a, const auto& b) {
    std::size_t count = 0;
    for (const auto& run : a) count += b.count(run);
    return count;
  };
  for (std::size_t i = 1; i < sentences.size(); ++i) {
    std::multiset<std::uint32_t> before;
    std::multiset<std::uint32_t> here;
    letters.each(sentences[i - 1], [&](std::uint32_t run) { before.insert(run); });
    letters.each(sentences[i], [&](std::uint32_t run) { here.insert(run); });
    const auto before_runs = runs_of(sentences[i - 1]);
    const auto here_runs = runs_of(sentences[i]);
    CHECK(shared(before, here) == shared(std::multiset<std::string>(before_runs.begin(), before_runs.end()),
                                         std::multiset<std::string>(here_runs.begin(), here_runs.end())));
  }
}
