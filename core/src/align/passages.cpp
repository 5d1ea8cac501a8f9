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
  std::vector<KeyId> keys;            ///< case-folded
  std::vector<std::uint32_t> tokens;  ///< which token each is
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
  words.tokens.reserve(segments.tokens.size());
  for (std::uint32_t token = 0; token < segments.tokens.size(); ++token) {
    const KeyId key = folded[segments.tokens[token].word];
    if (key == kNoWord) continue;
    words.keys.push_back(key);
    words.tokens.push_back(token);
  }
  return words;
}

/// Hashes of the runs of kPassageWords words of a text, one word after the other: a sum of powers, rolled on from word
/// to word; `mix` spreads what its low bits lack.
class RunHashes {
 public:
  /// Precondition: there are `kPassageWords` keys.
  explicit RunHashes(const std::vector<KeyId>& keys) : keys_(keys) {
    while (end_ < kPassageWords) take();
  }
  /// Of the run that begins at `first`. Precondition: `first` is not less than before, and that many words follow.
  std::uint64_t operator()(std::size_t first) {
    while (end_ < first + kPassageWords) {
      sum_ -= (keys_[end_ - kPassageWords] + std::uint64_t{1}) * kFirst;
      take();
    }
    return mix(sum_);
  }

 private:
  static constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15U;
  static constexpr std::uint64_t kFirst = [] {
    std::uint64_t power = 1;
    for (std::size_t k = 1; k < kPassageWords; ++k) power *= kBase;
    return power;
  }();

  void take() { sum_ = sum_ * kBase + keys_[end_++] + 1; }

  const std::vector<KeyId>& keys_;
  std::size_t end_ = 0;  ///< of the run that `sum_` stands for
  std::uint64_t sum_ = 0;
};

/// Where the runs of a text begin, a few places a run at most: one that stands in many places is a formula,
/// and following all of them would be quadratic. Open addressing; a run takes one slot for each place.
class Places {
 public:
  static constexpr std::size_t kMost = 4;

  explicit Places(const std::vector<KeyId>& keys) {
    const std::size_t runs = keys.size() - kPassageWords + 1;
    std::size_t slots = 16;
    while (slots < runs * 2) slots *= 2;
    slots_.assign(slots, 0);
    checks_.reserve(runs);
    RunHashes hashes(keys);
    for (std::uint32_t i = 0; i < runs; ++i) {
      const std::uint64_t hash = hashes(i);
      checks_.push_back(check_of(hash));
      std::size_t same = 0;
      std::size_t at = hash & (slots - 1);
      for (; slots_[at] != 0 && same < kMost; at = (at + 1) & (slots - 1))
        if (checks_[slots_[at] - 1] == checks_[i]) ++same;
      if (same < kMost) slots_[at] = i + 1;
    }
  }
  /// Calls `found` with each place of a run, ascending, and seldom with that of another one.
  template <class Found>
  void each(std::uint64_t hash, Found found) const {
    for (std::size_t at = hash & (slots_.size() - 1); slots_[at] != 0; at = (at + 1) & (slots_.size() - 1))
      if (checks_[slots_[at] - 1] == check_of(hash)) found(slots_[at] - 1);
  }

 private:
  static std::uint32_t check_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32U); }

  std::vector<std::uint32_t> checks_;  ///< by run: half of its hash
  std::vector<std::uint32_t> slots_;   ///< one more than a place, or 0
};

/// How many of the words [first, first + count) stand in the file one after the other. A run may cross a place where a
/// paragraph was moved; then no one span shows it, and the run is cut there.
std::size_t contiguous_words(const Segments& segments, const Words& words, std::size_t first, std::size_t count) {
  const auto original = [&](std::size_t word) { return segments.original_of(segments.tokens[words.tokens[word]]); };
  std::size_t n = 1;
  for (Span last = original(first); n < count; ++n) {
    const Span next = original(first + n);
    if (next.begin < last.end) break;
    last = next;
  }
  return n;
}

/// The hull of the original spans of words [first, first + count).
Span original_of(const Segments& segments, const Words& words, std::size_t first, std::size_t count) {
  return {segments.original_of(segments.tokens[words.tokens[first]]).begin,
          segments.original_of(segments.tokens[words.tokens[first + count - 1]]).end};
}

}  // namespace

std::vector<Passage> find_passages(const Segments& source_segments, const Segments& target_segments,
                                   const Vocabulary& vocabulary, std::uint32_t source_document) {
  const std::vector<KeyId> folded = folded_keys(vocabulary);
  const Words source = words_of(source_segments, folded);
  const Words target = words_of(target_segments, folded);
  std::vector<Passage> passages;
  if (source.keys.size() < kPassageWords || target.keys.size() < kPassageWords) return passages;

  const Places places(source.keys);
  RunHashes target_runs(target.keys);
  constexpr std::size_t kSeldom = 1024;  // a step is a word or a passage, and costs less than a look
  std::size_t steps = 0;
  for (std::size_t t = 0; t + kPassageWords <= target.keys.size();) {
    if (steps++ % kSeldom == 0) check_deadline();
    std::size_t length = 0;
    std::size_t from = 0;
    places.each(target_runs(t), [&](std::uint32_t s) {
      std::size_t n = 0;
      while (s + n < source.keys.size() && t + n < target.keys.size() && source.keys[s + n] == target.keys[t + n]) ++n;
      if (n > length) {
        length = n;
        from = s;
      }
    });
    if (length >= kPassageWords)
      length = std::min(contiguous_words(source_segments, source, from, length),
                        contiguous_words(target_segments, target, t, length));
    if (length < kPassageWords) {
      ++t;
      continue;
    }
    passages.push_back({source_document, original_of(source_segments, source, from, length),
                        original_of(target_segments, target, t, length), static_cast<std::uint32_t>(length)});
    t += length;
  }
  return passages;
}

}  // namespace storydiff
