/// \file groups.hpp
/// Makes alignments of linked pairs: splits and merges become one, repeated uses stay apart.
#pragma once

#include <vector>

#include "align/evidence.hpp"
#include "align/profile.hpp"
#include "storydiff/alignment.hpp"

namespace storydiff {

/// `links` are the pairs that are good enough, sorted by target, then source. A sentence that
/// shares its links with nobody's else's becomes one alignment with all its partners when these
/// cover it in parts; otherwise each link is an alignment of its own. `moved` is left false.
[[nodiscard]] std::vector<Alignment> group_links(const PairProfiles& pair, const std::vector<ScoredPair>& links,
                                                 std::uint32_t source_document);

}  // namespace storydiff
