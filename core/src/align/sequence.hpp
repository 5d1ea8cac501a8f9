/// \file sequence.hpp
/// What two runs of stems have in common in order, one of them compared with many others.
///
///     SequenceMatcher matcher(stems);
///     matcher.take(target.sequence);
///     matcher.common(source.sequence);  // 12
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace storydiff {

/// Keeps scratch for each stem number: make one for many comparisons. Borrows nothing.
class SequenceMatcher {
 public:
  /// All stems are below `stems`.
  explicit SequenceMatcher(std::size_t stems) : place_(stems, 0) {}

  /// The run that the next calls compare with. O(run).
  void take(std::span<const std::uint32_t> run);
  /// Length of the longest common subsequence, 64 cells at a time (Hyyro 2004). O(a * run / 64).
  [[nodiscard]] std::uint32_t common(std::span<const std::uint32_t> a);
  /// Length of the longest run that stands in both. O(a + places where both have one stem).
  [[nodiscard]] std::uint32_t common_run(std::span<const std::uint32_t> a);

 private:
  std::vector<std::uint32_t> place_;    ///< by stem: one more than its place among the run's distinct stems; 0: none
  std::vector<std::uint32_t> stems_;    ///< the distinct ones of the run
  std::vector<std::uint64_t> masks_;    ///< by distinct stem, `blocks_` words each: where it stands in the run
  std::vector<std::uint32_t> last_;     ///< by distinct stem: one more than its last place in the run
  std::vector<std::uint32_t> earlier_;  ///< by place: one more than the place before of the same stem; 0: none
  std::vector<std::uint64_t> open_;     ///< scratch of `common`
  struct Run {
    std::size_t row = 0;  ///< one more than the index in `a` where it ends
    std::uint32_t length = 0;
  };
  std::vector<Run> runs_;  ///< scratch of `common_run`, by place of the run's last word
  std::size_t blocks_ = 0;
  std::size_t size_ = 0;
};

}  // namespace storydiff
