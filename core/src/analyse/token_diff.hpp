/// \file token_diff.hpp
/// Which elements of two runs of integers correspond, in order.
///
/// The shortest edit script where that is affordable; anchored and then cut where it is not. dtl is
/// asked only for gaps that it solves exactly (see `kDtlCells`) and that leave a choice, and stands in one file of its
/// own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace storydiff {

/// A pair of equal elements: indices into both runs.
struct TokenMatch {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  friend bool operator==(const TokenMatch&, const TokenMatch&) = default;
};

struct TokenDiff {
  std::vector<TokenMatch> matches;  ///< strictly ascending in both members
  bool bailout = false;             ///< a gap was too large: some matches may be missing
};

/// Beyond this many cells ((n + 1) * (m + 1)) dtl 1.20 and 1.21 are silently wrong: the script is not
/// shortest, and from the third segment on the indices are off.
inline constexpr std::size_t kDtlCells = 2'000'000;

/// Equal ends are trimmed; a gap within `kDtlCells` goes to dtl; a larger one is cut at the elements
/// that stand exactly once on both sides (their longest increasing subsequence), again and again.
[[nodiscard]] TokenDiff diff_tokens(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

/// dtl's answer for one gap. Precondition: (a.size() + 1) * (b.size() + 1) <= kDtlCells.
[[nodiscard]] std::vector<TokenMatch> diff_gap_with_dtl(std::span<const std::uint32_t> a,
                                                        std::span<const std::uint32_t> b);

}  // namespace storydiff
