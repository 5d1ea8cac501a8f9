/// \file indirect_speech.hpp
/// Whether one text reports in its own words what the other quotes.
#pragma once

#include <cstdint>
#include <span>

#include "analyse/quotations/quotation_fit.hpp"
#include "analyse/quotations/spoken_text.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

/// How much of `words` stands in `others`, whatever the order: the share of content words that have a partner there;
/// a synonym counts .8, a word of like use .5. 1 where there is no content word but every word is there. Looks at
/// the first 200 of each: O(1).
[[nodiscard]] double support(std::span<const SpokenWord> words, std::span<const SpokenWord> others,
                             const Vocabulary& vocabulary);

}  // namespace storydiff
