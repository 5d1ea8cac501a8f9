/// \file quoted.hpp
/// Which sentences consist mostly of what somebody is quoted as saying.
#pragma once

#include <vector>

#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

/// For each sentence, whether at least half of its words stand inside quotation marks. A quotation may run
/// over several sentences, never past its paragraph. O(tokens).
[[nodiscard]] std::vector<bool> mostly_quoted(const Segments& segments, const Vocabulary& vocabulary);

}  // namespace storydiff
