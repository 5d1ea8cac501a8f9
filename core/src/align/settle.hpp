/// \file settle.hpp
/// Pairs that need no search: what stands word for word in both texts, and in long texts plain copies, which most
/// sentences of a revision are. The rules and their reasons: `core/doc/alignment.md`.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "align/profile.hpp"

namespace storydiff {

/// Two sentences, by number.
struct Candidate {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  friend auto operator<=>(const Candidate&, const Candidate&) = default;
};

struct Settled {
  static constexpr std::uint32_t kOpen = std::numeric_limits<std::uint32_t>::max();

  bool long_texts = false;               ///< `kCopiedRivals` sentences or more on either side: copies were looked for
  std::vector<std::uint32_t> of_source;  ///< by source sentence: its partner in the target, or `kOpen`
  std::vector<std::uint32_t> of_target;  ///< the other way round
  /// An open sentence, and the last one of the other side that stands there word for word, which has a partner: what
  /// was used twice.
  std::vector<Candidate> repeated;
  /// The same in long texts, where both stand several times in their texts: one was left out, or put in, and which
  /// could be anybody's guess. No links.
  std::vector<Candidate> surplus;
  /// Open sentences that share several runs of words which stand nowhere else, and are no copies.
  std::vector<Candidate> akin;
};

/// Swapping the sides swaps the pairs. O(words), with at most a handful of comparisons of words in order a sentence.
[[nodiscard]] Settled settle_copies(const PairProfiles& pair);

}  // namespace storydiff
