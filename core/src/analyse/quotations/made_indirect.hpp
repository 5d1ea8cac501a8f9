/// \file made_indirect.hpp
/// Quotations of a source that the target reports without marks.
#pragma once

#include <cstdint>
#include <vector>

#include "analyse/quotations/quotation_origin.hpp"
#include "analyse/quotations/spoken_text.hpp"
#include "storydiff/alignment.hpp"
#include "storydiff/change.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

/// Reads the source's quotations sentence by sentence, for the target may quote one and report the next; what goes to
/// the same target sentence is one change. Only linked sentences are asked. `links`: alignments by sentence of the
/// source. `origins`: of the target's quotations; what they hold is quoted still. In text order of the source.
[[nodiscard]] std::vector<Change> made_indirect(const SpokenText& source, const SpokenText& target,
                                                std::uint32_t document, const std::vector<Alignment>& alignments,
                                                const SentenceLinks& links, const std::vector<Origin>& origins,
                                                const Vocabulary& vocabulary);

}  // namespace storydiff
