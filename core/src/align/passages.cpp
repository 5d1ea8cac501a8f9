#include "align/passages.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "align/numbering.hpp"
#include "align/weights.hpp"
#include "deadline_watch.hpp"

namespace storydiff {
namespace {

/// The words of a text in order, punctuation left out.
struct Words {
  std::vector<KeyId> keys;  ///< case-folded
  std::vector<Span> originals;
};

/// By word its key, or `kNoWord` for punctuation: asked for once a word, not once a token.
constexpr KeyId kNoWord = 0xFFFFFFFFU;
std::vector<KeyId> folded_keys(const Vocabulary& vocabulary) {
  std::vector<KeyId> keys;
  keys.reserve(vocabulary.size());
  for (WordId id = 0; id < vocabulary.size(); ++id) {
    const Word& word = vocabulary[id];
    const bool counts = word.kind != WordKind::kPunctuation;
    keys.push_back(counts ? word.keys[static_cast<std::size_t>(Equivalence::kCase)] : kNoWord);
  }
  return keys;
}

Words words_of(const Segments& segments, const std::vector<KeyId>& folded) {
  Words words;
  words.keys.reserve(segments.tokens.size());
  words.originals.reserve(segments.tokens.size());
  for (const Token& token : segments.tokens) {
    if (folded[token.word] == kNoWord) continue;
    words.keys.push_back(folded[token.word]);
    words.originals.push_back(token.original);
  }
  return words;
}

/// Hash of each run of kPassageWords words, by the run's first word.
std::vector<std::uint64_t> run_hashes(const std::vector<KeyId>& keys) {
  if (keys.size() < kPassageWords) return {};
  // A sum of powers, rolled on from word to word; `mix` spreads what its low bits lack.
  constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15U;
  constexpr std::uint64_t kFirst = [] {
    std::uint64_t power = 1;
    for (std::size_t k = 1; k < kPassageWords; ++k) power *= kBase;
    return power;
  }();
  std::vector<std::uint64_t> hashes;
  hashes.reserve(keys.size() - kPassageWords + 1);
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (i >= kPassageWords) sum -= (keys[i - kPassageWords] + std::uint64_t{1}) * kFirst;
    sum = sum * kBase + keys[i] + 1;
    if (i + 1 >= kPassageWords) hashes.push_back(mix(sum));
  }
  return hashes;
}

/// Where the runs of a text begin, a few places a run at most: one that stands in many places is a formula,
/// and following all of them would be quadratic. Open addressing; a run takes one slot for each place.
class Places {
 public:
  static constexpr std::size_t kMost = 4;

  explicit Places(const std::vector<std::uint64_t>& hashes) : hashes_(hashes) {
    std::size_t slots = 16;
    while (slots < hashes.size() * 2) slots *= 2;
    slots_.assign(slots, 0);
    for (std::uint32_t i = 0; i < hashes.size(); ++i) {
      std::size_t same = 0;
      std::size_t at = hashes[i] & (slots - 1);
      for (; slots_[at] != 0 && same < kMost; at = (at + 1) & (slots - 1))
        if (hashes_[slots_[at] - 1] == hashes[i]) ++same;
      if (same < kMost) slots_[at] = i + 1;
    }
  }
  /// Calls `found` with each place of a run, ascending.
  template <class Found>
  void each(std::uint64_t hash, Found found) const {
    for (std::size_t at = hash & (slots_.size() - 1); slots_[at] != 0; at = (at + 1) & (slots_.size() - 1))
      if (hashes_[slots_[at] - 1] == hash) found(slots_[at] - 1);
  }

 private:
  const std::vector<std::uint64_t>& hashes_;
  std::vector<std::uint32_t> slots_;  ///< one more than a place, or 0
};

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
  const std::vector<KeyId> folded = folded_keys(vocabulary);
  const Words source = words_of(source_segments, folded);
  const Words target = words_of(target_segments, folded);
  std::vector<Passage> passages;
  if (source.keys.size() < kPassageWords || target.keys.size() < kPassageWords) return passages;

  const std::vector<std::uint64_t> source_runs = run_hashes(source.keys);
  const std::vector<std::uint64_t> target_runs = run_hashes(target.keys);
  const Places places(source_runs);
  constexpr std::size_t kSeldom = 1024;  // a step is a word or a passage, and costs less than a look
  std::size_t steps = 0;
  for (std::size_t t = 0; t < target_runs.size();) {
    if (steps++ % kSeldom == 0) check_deadline();
    std::size_t length = 0;
    std::size_t from = 0;
    places.each(target_runs[t], [&](std::uint32_t s) {
      std::size_t n = 0;
      while (s + n < source.keys.size() && t + n < target.keys.size() && source.keys[s + n] == target.keys[t + n]) ++n;
      if (n > length) {
        length = n;
        from = s;
      }
    });
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
