#include "analyse/quotations/indirect_speech.hpp"

#include <algorithm>
#include <cstddef>

namespace storydiff {
namespace {

constexpr std::size_t kMostWords = 200;
constexpr double kSynonymCounts = .8;
constexpr double kAlikeCounts = .5;

}  // namespace

double support(std::span<const SpokenWord> words, std::span<const SpokenWord> others, const Vocabulary& vocabulary) {
  words = words.first(std::min(words.size(), kMostWords));
  others = others.first(std::min(others.size(), kMostWords));
  double found = 0, all = 0, plain_found = 0;
  for (const SpokenWord& word : words) {
    double best = 0;
    for (const SpokenWord& other : others) {
      if (word.stem == other.stem) {
        best = 1;
        break;
      }
      if (!word.content || !other.content) continue;
      if (best < kSynonymCounts && vocabulary.synonyms(word.word, other.word)) best = kSynonymCounts;
      if (best < kAlikeCounts && vocabulary.relatedness(word.word, other.word) >= kRelatedFrom) best = kAlikeCounts;
    }
    if (word.content) {
      found += best;
      all += 1;
    }
    plain_found += best;
  }
  if (all > 0) return found / all;
  return !words.empty() && plain_found == static_cast<double>(words.size()) ? 1 : 0;
}

}  // namespace storydiff
