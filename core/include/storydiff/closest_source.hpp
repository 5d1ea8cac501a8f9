/// \file closest_source.hpp
/// Of several takes or rivals: which one the target follows most closely, and what tells.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace storydiff {

/// What speaks for one source in the telling sentences. Facts are those that at least one source has and one lacks.
struct SourceEvidence {
  std::uint32_t best_sentences = 0;  ///< telling sentences that no other source fits better
  std::uint32_t words = 0;           ///< words in runs of four and more that the source has as well
  std::uint32_t figures = 0;
  std::uint32_t names = 0;
  std::uint32_t quotations = 0;  ///< word for word
  double score = 0;              ///< the sum of its fits; only differences mean something
};

/// A sentence of the target is telling when the sources differ in how well they fit it: what all of them have says
/// nothing. `core/doc/analysis.md` has the rule and its numbers.
struct ClosestSource {
  enum class Outcome : std::uint8_t {
    kOne,        ///< one source fits clearly better than any other
    kTie,        ///< several fit equally well, and better than the rest
    kMixed,      ///< some sentences follow one source, some another
    kTooLittle,  ///< the sources hardly differ where the target follows them
  };
  Outcome outcome = Outcome::kTooLittle;
  std::optional<std::uint32_t> document;  ///< of `kOne`
  std::vector<std::uint32_t> candidates;  ///< sources that none beats, ascending; empty where nothing was taken
  std::string why;                        ///< one plain sentence
  std::vector<std::uint32_t> sentences;   ///< the telling ones of the target, ascending
  std::vector<SourceEvidence> sources;    ///< one for each source
};
/// "one", "tie", "mixed", "too-little".
[[nodiscard]] std::string_view to_string(ClosestSource::Outcome outcome);

}  // namespace storydiff
