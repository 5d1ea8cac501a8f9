/// \file quotation_verdict.hpp
/// What became of a quotation whose words stand inside a source's marks: exact, altered, extended or truncated.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analyse/quotations/quotation_fit.hpp"
#include "analyse/quotations/spoken_text.hpp"

namespace storydiff {

/// A target quotation, or a piece of a very long one, read against the speech of one source.
struct Reading {
  enum class Status : std::uint8_t { kExact, kAltered, kExtended };
  Status status = Status::kExact;
  std::string from;  ///< the words that differ; empty for exact
  std::string to;
  WordRange spoken;                ///< the counterpart, in `SpokenText::spoken`
  std::vector<WordRange> cuts;     ///< the rest of the sentences that it begins and ends in
  std::vector<WordRange> omitted;  ///< what the target marks as left out
};

/// What the target is read as: the pieces of one quotation have edges that are no cuts.
struct Edges {
  bool front = true;              ///< the quotation begins here
  bool back = true;               ///< it ends here
  bool unclosed = false;          ///< nobody knows where it ends
  bool omission_follows = false;  ///< "..." stands behind its last word
};

/// Reads `words` (of `target`) by a fit with `spoken[place...]`. Nothing where no word is the same. O(words + fit).
[[nodiscard]] std::optional<Reading> read_quotation(const SpokenText& target, std::span<const SpokenWord> words,
                                                    const SpokenText& source, WordRange place, const Fit& fit,
                                                    Edges edges, const Vocabulary& vocabulary);

/// What the target says of a cut in its own words or in its other quotations.
struct Told {
  std::span<const SpokenWord> words;  ///< of the same sentences, outside the marks
  std::vector<WordRange> spoken;      ///< counterparts of the quotations near by
};

/// The words that an exact quotation lost with its cuts, where they change what it says; empty where it is a faithful
/// part. The rule stands in `core/doc/analysis.md`.
[[nodiscard]] std::string lost_by_cuts(std::span<const SpokenWord> words, const SpokenText& source,
                                       const Reading& reading, const Told& told);

}  // namespace storydiff
