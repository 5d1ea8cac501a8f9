#include "align/sequence.hpp"

#include <algorithm>
#include <bit>

namespace storydiff {
namespace {

constexpr std::size_t kBits = 64;

}  // namespace

void SequenceMatcher::take(std::span<const std::uint32_t> run) {
  for (const std::uint32_t stem : stems_) place_[stem] = 0;
  stems_.clear();
  last_.clear();
  size_ = run.size();
  blocks_ = (size_ + kBits - 1) / kBits;
  earlier_.assign(size_, 0);
  for (const std::uint32_t stem : run) {
    if (place_[stem] != 0) continue;
    stems_.push_back(stem);
    place_[stem] = static_cast<std::uint32_t>(stems_.size());
  }
  masks_.assign(stems_.size() * blocks_, 0);
  last_.assign(stems_.size(), 0);
  for (std::size_t i = 0; i < size_; ++i) {
    const std::size_t stem = place_[run[i]] - 1;
    masks_[stem * blocks_ + i / kBits] |= std::uint64_t{1} << i % kBits;
    earlier_[i] = last_[stem];
    last_[stem] = static_cast<std::uint32_t>(i + 1);
  }
}

std::uint32_t SequenceMatcher::common(std::span<const std::uint32_t> a) {
  open_.assign(blocks_, ~std::uint64_t{0});
  for (const std::uint32_t stem : a) {
    const std::uint32_t place = place_[stem];
    if (place == 0) continue;
    const std::uint64_t* const mask = masks_.data() + (place - 1) * blocks_;
    bool carry = false;
    for (std::size_t block = 0; block < blocks_; ++block) {
      const std::uint64_t before = open_[block];
      const std::uint64_t met = before & mask[block];
      const std::uint64_t sum = before + met;
      const std::uint64_t all = sum + (carry ? 1 : 0);
      carry = sum < before || all < sum;
      open_[block] = all | (before & ~met);
    }
  }
  // Bits behind the run's end are never met, and carries only run out at the top: they stay open.
  std::uint32_t closed = 0;
  for (std::size_t block = 0; block < blocks_; ++block) {
    const std::size_t bits = std::min(kBits, size_ - block * kBits);
    const std::uint64_t within = bits == kBits ? ~std::uint64_t{0} : (std::uint64_t{1} << bits) - 1;
    closed += static_cast<std::uint32_t>(std::popcount(~open_[block] & within));
  }
  return closed;
}

std::uint32_t SequenceMatcher::common_run(std::span<const std::uint32_t> a) {
  runs_.assign(size_, {});
  std::uint32_t longest = 0;
  for (std::size_t row = 0; row < a.size(); ++row) {
    if (place_[a[row]] == 0) continue;
    // The later places first: each reads what the row before left one place earlier.
    for (std::uint32_t next = last_[place_[a[row]] - 1]; next != 0; next = earlier_[next - 1]) {
      const std::size_t at = next - 1;
      const bool goes_on = at > 0 && row > 0 && runs_[at - 1].row == row;
      runs_[at] = {row + 1, goes_on ? runs_[at - 1].length + 1 : 1};
      longest = std::max(longest, runs_[at].length);
    }
  }
  return longest;
}

}  // namespace storydiff
