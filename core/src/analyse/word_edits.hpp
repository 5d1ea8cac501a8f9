/// \file word_edits.hpp
/// The word changes inside one alignment.
#pragma once

#include <vector>

#include "storydiff/alignment.hpp"
#include "storydiff/analysis.hpp"
#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

struct WordEdits {
  std::vector<WordEdit> edits;
  bool bailout = false;  ///< the sentences are too long for an exact diff
};

/// Runs of equal, replaced, deleted and inserted tokens, in text order of both sides. Words that
/// agree up to spelling and number form are `kEqual` with that equivalence: the reader is told the
/// same word. Another inflection is a `kReplace` with `kInflection`: the word is changed, its sense
/// is not. A run never crosses the end of a sentence, so its span is always one piece of the text.
[[nodiscard]] WordEdits word_edits(const Alignment& alignment, const Segments& source, const Segments& target,
                                   const Vocabulary& vocabulary);

}  // namespace storydiff
