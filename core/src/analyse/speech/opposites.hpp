/// \file opposites.hpp
/// Words that an edit turned into their opposite: "the pass is open" -> "the pass is closed".
#pragma once

#include <cstdint>
#include <vector>

#include "analyse/speech/link_words.hpp"
#include "analyse/speech/polarity_cues.hpp"

namespace storydiff {

struct Opposite {
  std::uint32_t source = 0;  ///< token of the link's source
  std::uint32_t target = 0;
};

/// Pairs of opposites (a short table, and words with and without a negative prefix) of which one stands in the
/// place of the other: the tokens on either side correspond, and so does every word of content around. Silent where
/// a negation makes up for it ("not open", "closed"). `source_cues` and `target_cues` are those of `read_cues`.
/// Linear: each look aside is bounded.
[[nodiscard]] std::vector<Opposite> opposites(const LinkWords& link, const std::vector<GoverningCue>& source_cues,
                                              const std::vector<GoverningCue>& target_cues);

}  // namespace storydiff
