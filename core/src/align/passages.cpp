#include "align/passages.hpp"

#include <algorithm>
#include <unordered_map>

#include "align/numbering.hpp"
#include "align/weights.hpp"

namespace storydiff {
namespace {

/// The words of a text in order, punctuation left out.
struct Words {
  std::vector<KeyId> keys;  ///< case-folded
  std::vector<Span> originals;
};

Words words_of(const Segments& segments, const Vocabulary& vocabulary) {
  Words words;
  for (const Token& token : segments.tokens) {
    const Word& word = vocabulary[token.word];
    if (word.kind == WordKind::kPunctuation) continue;
    words.keys.push_back(word.keys[static_cast<std::size_t>(Equivalence::kCase)]);
    words.originals.push_back(token.original);
  }
  return words;
}

/// Hash of the run of kPassageWords words from `at`.
std::uint64_t run_hash(const std::vector<KeyId>& keys, std::size_t at) {
  std::uint64_t hash = 0;
  for (std::size_t k = 0; k < kPassageWords; ++k) hash = mix(hash + keys[at + k] + 1);
  return hash;
}

/// The hull of the original spans of words [first, first + count). A run may cross a place where a
/// paragraph was moved; then no one span shows it, and the run is cut there.
std::size_t contiguous_words(const std::vector<Span>& originals, std::size_t first, std::size_t count) {
  std::size_t n = 1;
  while (n < count && originals[first + n].begin >= originals[first + n - 1].end) ++n;
  return n;
}

}  // namespace

std::vector<Passage> find_passages(const Segments& source_segments, const Segments& target_segments,
                                   const Vocabulary& vocabulary, std::uint32_t source_document) {
  const Words source = words_of(source_segments, vocabulary);
  const Words target = words_of(target_segments, vocabulary);
  std::vector<Passage> passages;
  if (source.keys.size() < kPassageWords || target.keys.size() < kPassageWords) return passages;

  // Where each run of the source begins, a few places at most: a run that stands in many places is a
  // formula, and following all of them would be quadratic.
  constexpr std::size_t kPlaces = 4;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> places;
  for (std::size_t i = 0; i + kPassageWords <= source.keys.size(); ++i) {
    auto& list = places[run_hash(source.keys, i)];
    if (list.size() < kPlaces) list.push_back(static_cast<std::uint32_t>(i));
  }

  for (std::size_t t = 0; t + kPassageWords <= target.keys.size();) {
    const auto found = places.find(run_hash(target.keys, t));
    std::size_t length = 0;
    std::size_t from = 0;
    if (found != places.end()) {
      for (const std::uint32_t s : found->second) {
        std::size_t n = 0;
        while (s + n < source.keys.size() && t + n < target.keys.size() && source.keys[s + n] == target.keys[t + n])
          ++n;
        if (n > length) {
          length = n;
          from = s;
        }
      }
    }
    length = length == 0 ? 0
                         : std::min(contiguous_words(source.originals, from, length),
                                    contiguous_words(target.originals, t, length));
    if (length < kPassageWords) {
      ++t;
      continue;
    }
    passages.push_back({source_document,
                        {source.originals[from].begin, source.originals[from + length - 1].end},
                        {target.originals[t].begin, target.originals[t + length - 1].end},
                        static_cast<std::uint32_t>(length)});
    t += length;
  }
  return passages;
}

}  // namespace storydiff
