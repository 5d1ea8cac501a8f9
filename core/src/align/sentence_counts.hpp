/// \file sentence_counts.hpp
/// In how many sentences each of very many features stands.
///
///     SentenceCounts<std::uint32_t> counts;
///     counts.add(gram, 0), counts.add(gram, 0), counts.add(gram, 1);  // the sentence's number, ascending
///     counts.sentences(counts.slot(gram));                            // 2
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace storydiff {

/// Open addressing: one look at one place a feature, and no more memory than a key and two counts for each.
template <class Key>
class SentenceCounts {
 public:
  SentenceCounts() : slots_(std::size_t{1} << kFirstBits), shift_(64 - kFirstBits) {}

  /// Counts `key` in a sentence, once however often it is added. All of a sentence are added before the next one's.
  /// `times`: so many sentences of the same keys at once.
  void add(Key key, std::uint32_t sentence, std::uint32_t times = 1) {
    Slot* slot = &find(slots_, shift_, key);
    if (slot->sentences == 0) {
      if (3 * (count_ + 1) > 2 * slots_.size()) {
        grow();
        slot = &find(slots_, shift_, key);
      }
      *slot = {key, times, sentence};
      ++count_;
    } else if (slot->last != sentence) {
      slot->last = sentence;
      slot->sentences += times;
    }
  }

  /// A number for a key that was added, below `slots`; it changes with the next `add`.
  [[nodiscard]] std::uint32_t slot(Key key) const { return static_cast<std::uint32_t>(place(slots_, shift_, key)); }
  [[nodiscard]] std::uint32_t sentences(std::uint32_t slot) const { return slots_[slot].sentences; }
  [[nodiscard]] std::size_t slots() const { return slots_.size(); }

 private:
  static constexpr unsigned kFirstBits = 10;
  struct Slot {
    Key key = 0;
    std::uint32_t sentences = 0;  ///< 0: free
    std::uint32_t last = 0;       ///< the last sentence that it was counted in
  };

  static std::size_t place(const std::vector<Slot>& slots, unsigned shift, Key key) {
    // The upper bits of a product with the golden ratio spread neighbouring keys (Knuth).
    std::size_t at = (key * std::uint64_t{0x9E3779B97F4A7C15U}) >> shift;
    while (slots[at].sentences != 0 && slots[at].key != key) at = (at + 1) & (slots.size() - 1);
    return at;
  }
  static Slot& find(std::vector<Slot>& slots, unsigned shift, Key key) { return slots[place(slots, shift, key)]; }
  void grow() {
    std::vector<Slot> larger(slots_.size() * 2);
    --shift_;
    for (const Slot& slot : slots_)
      if (slot.sentences != 0) find(larger, shift_, slot.key) = slot;
    slots_ = std::move(larger);
  }

  std::vector<Slot> slots_;  ///< size is a power of two, at most two thirds full
  unsigned shift_ = 0;       ///< 64 less the power
  std::size_t count_ = 0;
};

}  // namespace storydiff
