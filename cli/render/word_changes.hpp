/// \file word_changes.hpp
/// The word edits of one link as running text.
///
/// Without colour, deleted words stand in `[-...-]`, inserted ones in `{+...+}`, and words that are
/// equivalent but not the same (colour and color) in `[~source|target~]`. With colour they are red,
/// green, and cyan around a bar.
#pragma once

#include "render/folded_text.hpp"
#include "storydiff/report.hpp"

namespace storydiff::cli {

/// Source and target in one text, in the order of the target.
void add_changes(FoldedText& text, const Report& report, const ReportAlignment& link, const TerminalStyle& style);
/// The source's side alone: what of it is left, and what is gone.
void add_source_side(FoldedText& text, const Report& report, const ReportAlignment& link, const TerminalStyle& style);
/// The target's side alone: what of it was there, and what is new.
void add_target_side(FoldedText& text, const Report& report, const ReportAlignment& link, const TerminalStyle& style);

}  // namespace storydiff::cli
