/// \file edit.hpp
/// The one idea of storydiff: a normalizer never returns a rewritten text, it proposes edits.
///
/// The core checks every proposed edit, applies it, and keeps it in the ledger with the name of
/// the plugin and of the rule. So nothing is hidden from the diff without a line that says who
/// hid it and why, and the original can always be rebuilt.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storydiff/span.hpp"

namespace storydiff {

enum class EditAction : std::uint8_t {
  kDrop,     ///< no story text: leaves the normalized text, compared in the furniture channel
  kReplace,  ///< stands in another form in the normalized text
  kMove,     ///< a paragraph stands elsewhere in the normalized order
  kMark,     ///< stays where it is; only its role is said
};

/// "drop", "replace", "move", "mark": the words of the report.
[[nodiscard]] std::string_view to_string(EditAction action);

/// What a normalizer asks for. All places are in the view that it was given.
struct ProposedEdit {
  EditAction action = EditAction::kDrop;
  Span span;                           ///< drop, replace, mark: bytes of the view's text
  std::string role;                    ///< drop, mark: what the span is ("dateline"); never empty there
  std::string rule;                    ///< which of the plugin's rules asks for it; never empty
  std::string replacement;             ///< replace: valid UTF-8
  std::uint32_t paragraph_first = 0;   ///< move: index into the view's paragraphs
  std::uint32_t paragraph_count = 0;   ///< move: at least 1
  std::uint32_t before_paragraph = 0;  ///< move: a paragraph that stays, or the paragraph count for the end

  static ProposedEdit drop(Span span, std::string role, std::string rule);
  static ProposedEdit replace(Span span, std::string replacement, std::string rule);
  static ProposedEdit move(std::uint32_t first, std::uint32_t count, std::uint32_t before, std::string rule);
  static ProposedEdit mark(Span span, std::string role, std::string rule);
};

/// One edit as it was carried out, in the document's own offsets. A proposed edit whose bytes came
/// from several places of the original gives one entry for each contiguous piece.
struct LedgerEntry {
  std::uint32_t plugin = 0;  ///< index into `NormalizedDocument::plugins`
  std::string rule;
  EditAction action = EditAction::kDrop;
  std::string role;         ///< empty for replace and move
  Span span;                ///< original
  std::string text;         ///< what the edit hid, moved or marked, as the plugin saw it
  std::string replacement;  ///< replace only
  std::optional<Offset>
      to;  ///< move only: original offset of the paragraph it now stands before, or the document's size
  /// True when `text` is the original's bytes of `span`, and these stand nowhere else: neither in
  /// the normalized text nor in another entry. Together with the source map this makes the ledger
  /// lossless.
  bool hides_original = false;
};

}  // namespace storydiff
