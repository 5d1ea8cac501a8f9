/// \file passages.hpp
/// Runs of equal words that stand in both texts, whatever the sentences.
#pragma once

#include <cstdint>
#include <vector>

#include "storydiff/alignment.hpp"
#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

/// Maximal runs of at least `kPassageWords` words equal up to case, punctuation apart, that do not
/// overlap in the target; where several fit the longest wins. O(words), plus the length of the runs.
[[nodiscard]] std::vector<Passage> find_passages(const Segments& source, const Segments& target,
                                                 const Vocabulary& vocabulary, std::uint32_t source_document);

}  // namespace storydiff
