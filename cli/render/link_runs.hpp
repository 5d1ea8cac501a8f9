/// \file link_runs.hpp
/// The links of a report as a reader meets them: in the order of the target, unchanged stretches as one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "storydiff/report.hpp"

namespace storydiff::cli {

/// Either one link, or verbatim links that go on, unmoved and in both texts, where the one before ended.
struct LinkRun {
  std::vector<const ReportAlignment*> links;  ///< borrowed from the report; never empty
  bool opens = false;                         ///< nothing stands before it in either text
  bool closes = false;                        ///< nothing stands behind it

  [[nodiscard]] std::uint32_t source_document() const { return links.front()->source_document; }
  [[nodiscard]] std::vector<std::uint32_t> source_sentences() const;
  [[nodiscard]] std::vector<std::uint32_t> target_sentences() const;
};

[[nodiscard]] std::vector<LinkRun> link_runs(const Report& report);

/// The links of a run from `head` to before `tail` are folded away; none where both are the same.
struct Fold {
  std::size_t head = 0;
  std::size_t tail = 0;
};

/// What to fold of `run` where `context` links next to a change stay. A single link is never worth a fold.
[[nodiscard]] Fold fold(const LinkRun& run, std::size_t context);

/// Sentences that were left out, in the order of the sources, by the link of the nearest source sentence before
/// them; those with none before them under null.
using OmittedByLink = std::map<const ReportAlignment*, std::vector<const ReportUnlinked*>>;
[[nodiscard]] OmittedByLink omitted_by_link(const Report& report);

}  // namespace storydiff::cli
