/// \file word_changes.hpp
/// The word edits of one link as running text.
///
/// Without colour, deleted words stand in `[-...-]`, inserted ones in `{+...+}`, and words that are
/// equivalent but not the same (colour and color) in `[~source|target~]`. With colour they are red,
/// green, and cyan around a bar.
#pragma once

#include <string_view>
#include <vector>

#include "render/folded_text.hpp"
#include "storydiff/report.hpp"

namespace storydiff::cli {

/// A run of words of a link, in the order of the target.
struct ChangedWords {
  EditOp op = EditOp::kEqual;
  Equivalence equivalence = Equivalence::kNone;
  std::string_view source;  ///< the source's words; empty where it has none
  std::string_view target;
  bool source_parted = true;  ///< in the source white space stands before it, or another order
  bool target_parted = true;
  bool parted = true;  ///< the same for both sides in one text

  /// Equal words whose difference is not worth showing: typography is none.
  [[nodiscard]] bool kept() const { return op == EditOp::kEqual && equivalence <= Equivalence::kTypography; }
};

/// The edits of `link` with the words of both sides; of a link without edits, the target's sentences as kept.
/// Views borrow the report.
[[nodiscard]] std::vector<ChangedWords> changed_words(const Report& report, const ReportAlignment& link);

/// Source and target in one text, in the order of the target.
void add_changes(FoldedText& text, const Report& report, const ReportAlignment& link, const TerminalStyle& style);
/// The source's side alone: what of it is left, and what is gone.
void add_source_side(FoldedText& text, const Report& report, const ReportAlignment& link, const TerminalStyle& style);
/// The target's side alone: what of it was there, and what is new.
void add_target_side(FoldedText& text, const Report& report, const ReportAlignment& link, const TerminalStyle& style);

}  // namespace storydiff::cli
