/// \file links.hpp
/// Which scored pairs are links.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "align/model.hpp"

namespace storydiff {

struct Links {
  std::vector<std::uint32_t> pairs;  ///< indices into `ScoredTexts::pairs`, ascending
  double from = 0;                   ///< the lowest score that was good enough
  bool kin = false;  ///< the texts show that one knew the other; without that only shared quotations are links
};

/// Takes the set of pairs with the highest expected F1. Scores are probabilities, so for each number
/// of best pairs it is known how many links will be found, how many will be wrong and how many will be
/// missed; where much is doubtful, as in a free retelling, the best set goes further down than in a
/// revision, where nearly every link is plain (Lipton, Elkan and Naryanaswamy 2014). A long sentence that
/// has nearly the same words in the same order is a link whatever its score: see `kCopiedWords`. O(n log n).
[[nodiscard]] Links choose_links(const PairProfiles& pair, const ScoredTexts& scored);

/// The pairs that are links, in the order of the candidates, with the scores of links: that of a copy is
/// `kCopiedScore` at least. Takes the others' memory with it.
[[nodiscard]] std::vector<ScoredPair> linked_pairs(std::vector<ScoredPair> scored, const Links& links);

/// Why a pair of `Settled::surplus` is no link.
inline constexpr std::string_view kWhySurplus = "the same words, but linked with others wherever they stand there";

/// Why a pair is no link, in one phrase. `other_is_linked`: the sentence on the other side has a link.
[[nodiscard]] std::string why_no_link(const ScoredPair& pair, const Links& links, bool other_is_linked);

}  // namespace storydiff
