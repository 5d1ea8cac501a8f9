/// \file ablation.hpp
/// What each normalizer explained: the comparison, run again without it.
///
///     Result<Report> report = compare(sources, opinion, pipeline, options);
///     if (report) report->ablation = *ablate(sources, opinion, pipeline, options, *report);
///
/// A normalizer hides noise: changes that are no change of the story. How much it hides can only be told
/// by looking without it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "storydiff/change.hpp"
#include "storydiff/document.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/result.hpp"

namespace storydiff {

struct CompareOptions;
struct Report;

/// One normalizer of the pipeline. "With" is the comparison as it was asked for.
struct Ablation {
  std::string plugin;                    ///< its id
  std::uint32_t changed_words_with = 0;  ///< see `changed_words`
  std::uint32_t changed_words_without = 0;
  std::uint32_t moved_links_with = 0;  ///< links of sentences that moved
  std::uint32_t moved_links_without = 0;
  double noise_share = 0;  ///< share of the changed words without it that it explains, 0..1; 0 where it explains none
  /// Findings that appear, or vanish, when it is left out; told apart by rule and message, without `alignment`.
  /// Places are original, so they hold for either comparison.
  std::vector<Finding> findings_appear;
  std::vector<Finding> findings_vanish;
};

/// Words, punctuation apart, that were taken out of the sources or put into the target: the words of
/// deletions, insertions and (on both sides) replacements inside links, and all words of sentences
/// without a link. Only for a report that `compare` made: the counts are no part of the JSON.
[[nodiscard]] std::uint32_t changed_words(const Report& report);

/// One entry for each normalizer of `pipeline`, in its order. `report` is what `compare` made of the
/// same arguments. Costs one more comparison for each normalizer that made an edit; one that made
/// none explains nothing, and costs nothing. Fails only as `compare` does.
[[nodiscard]] Result<std::vector<Ablation>> ablate(std::span<const Document* const> sources, const Document& target,
                                                   const Pipeline& pipeline, const CompareOptions& options,
                                                   const Report& report);

}  // namespace storydiff
