/// \file unique_runs.hpp
/// Runs of words that stand once in each text: who shares them is rarely a stranger.
#pragma once

#include <cstdint>
#include <vector>

#include "align/profile.hpp"

namespace storydiff {

/// Two sentences that share `kSharedRuns` unique runs or more.
struct RunSharers {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  bool mutual = false;  ///< neither shares as many with any other
};

/// For each sentence without a partner the one of the other side, likewise without, with which it shares most runs
/// of `kRunStems` stems that stand once in each text, as far as sentences without partners are concerned. None where
/// two share as many. By target, then source; swapping the sides swaps the pairs. O(words).
[[nodiscard]] std::vector<RunSharers> sharers_of_unique_runs(const PairProfiles& pair,
                                                             const std::vector<std::uint32_t>& source_partners,
                                                             const std::vector<std::uint32_t>& target_partners);

}  // namespace storydiff
