/// \file frame_reader.hpp
/// Finds the attribution frames in the words of one sentence: the grammar of "said".
#pragma once

#include <vector>

#include "analyse/speech/attribution_frames.hpp"
#include "analyse/speech/sentence_words.hpp"

namespace storydiff {

/// In text order. `quoted`, by token: inside quotation marks, where nothing is read. Each token may begin a
/// phrase ("according to"), hearsay, a verb of speech, or an unlisted verb before "that"; the first reading
/// that fits counts. Every look aside is bounded, so the whole is linear.
[[nodiscard]] std::vector<AttributionFrame> read_sentence_frames(const SentenceWords& words,
                                                                 const std::vector<bool>& quoted);

}  // namespace storydiff
