/// \file numbering.hpp
/// Gives dense numbers to 64-bit hashes in order of first sight.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace storydiff {

/// Spreads the bits of a number (the finalizer of SplitMix64, Steele et al. 2014).
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 30;
  x *= 0xBF58476D1CE4E5B9U;
  x ^= x >> 27;
  x *= 0x94D049BB133111EBU;
  return x ^ (x >> 31);
}

/// An open-addressing table: a tenth of the cost of a node-based map on tens of millions of
/// look-ups. Two different keys with one hash are taken for one; at 64 bits that is no concern.
class Numbering {
 public:
  Numbering() : slots_(1024) {}

  /// The number of `hash`: 0, 1, 2, ... in order of first sight.
  std::uint32_t number(std::uint64_t hash) {
    if ((count_ + 1) * 2 > slots_.size()) grow();
    Slot& slot = find(slots_, hash);
    if (slot.number == kFree) {
      slot = {hash, count_++};
    }
    return slot.number;
  }
  [[nodiscard]] std::uint32_t size() const { return count_; }

 private:
  static constexpr std::uint32_t kFree = 0xFFFFFFFFU;
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = kFree;
  };

  static Slot& find(std::vector<Slot>& slots, std::uint64_t hash) {
    const std::size_t mask = slots.size() - 1;
    std::size_t at = mix(hash) & mask;
    while (slots[at].number != kFree && slots[at].hash != hash) at = (at + 1) & mask;
    return slots[at];
  }
  void grow() {
    std::vector<Slot> larger(slots_.size() * 2);
    for (const Slot& slot : slots_)
      if (slot.number != kFree) find(larger, slot.hash) = slot;
    slots_ = std::move(larger);
  }

  std::vector<Slot> slots_;  ///< size is a power of two, at most half full
  std::uint32_t count_ = 0;
};

}  // namespace storydiff
