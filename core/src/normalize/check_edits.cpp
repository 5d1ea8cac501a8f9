#include "normalize/check_edits.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "language/utf8.hpp"

namespace storydiff {
namespace {

Error bad(const ProposedEdit& edit, const std::string& what) {
  std::string message = std::string(to_string(edit.action)) + " of rule '" + edit.rule + "'";
  if (edit.action == EditAction::kMove) {
    message += " of paragraphs [" + std::to_string(edit.paragraph_first) + ", " +
               std::to_string(std::uint64_t{edit.paragraph_first} + edit.paragraph_count) + ")";
  } else {
    message += " at [" + std::to_string(edit.span.begin) + ", " + std::to_string(edit.span.end) + ")";
  }
  return {ErrorCode::kPlugin, message + " " + what};
}

std::optional<Error> check_span(std::string_view text, const ProposedEdit& edit) {
  if (edit.span.begin > edit.span.end) return bad(edit, "ends before it begins");
  if (edit.span.end > text.size())
    return bad(edit, "is out of bounds: the text has " + std::to_string(text.size()) + " bytes");
  if (!is_utf8_boundary(text, edit.span.begin) || !is_utf8_boundary(text, edit.span.end))
    return bad(edit, "cuts a UTF-8 sequence");
  if (edit.span.empty() && edit.action != EditAction::kReplace) return bad(edit, "is empty");
  if (edit.role.empty() && edit.action != EditAction::kReplace) return bad(edit, "has no role");
  if (edit.action == EditAction::kReplace) {
    if (first_invalid_utf8(edit.replacement)) return bad(edit, "has a replacement that is not valid UTF-8");
    if (edit.replacement.find('\0') != std::string::npos) return bad(edit, "has a NUL byte in its replacement");
  }
  return std::nullopt;
}

/// `edits` are drops and replaces only.
std::optional<Error> check_overlap(std::vector<const ProposedEdit*> edits) {
  std::stable_sort(edits.begin(), edits.end(), [](auto* a, auto* b) { return a->span < b->span; });
  const ProposedEdit* widest = nullptr;  // the edit that reaches furthest so far
  for (const ProposedEdit* edit : edits) {
    // An insertion at the edge of another edit is fine, inside it is not.
    if (widest != nullptr && edit->span.begin < widest->span.end && widest->span.begin < edit->span.end)
      return bad(*edit, "overlaps the one of rule '" + widest->rule + "' at [" + std::to_string(widest->span.begin) +
                            ", " + std::to_string(widest->span.end) + ")");
    if (widest == nullptr || edit->span.end >= widest->span.end) widest = edit;
  }
  return std::nullopt;
}

/// `edits` are moves only.
std::optional<Error> check_moves(std::size_t paragraph_count, const std::vector<const ProposedEdit*>& edits) {
  std::vector<bool> moved(edits.empty() ? 0 : paragraph_count, false);
  for (const ProposedEdit* edit : edits) {
    if (edit->paragraph_count == 0) return bad(*edit, "is empty");
    if (std::uint64_t{edit->paragraph_first} + edit->paragraph_count > paragraph_count ||
        edit->before_paragraph > paragraph_count)
      return bad(*edit, "is out of bounds: the text has " + std::to_string(paragraph_count) + " paragraphs");
    for (std::uint32_t i = 0; i < edit->paragraph_count; ++i) {
      if (moved[edit->paragraph_first + i]) return bad(*edit, "moves a paragraph for the second time");
      moved[edit->paragraph_first + i] = true;
    }
  }
  for (const ProposedEdit* edit : edits)
    if (edit->before_paragraph < paragraph_count && moved[edit->before_paragraph])
      return bad(*edit, "goes before a paragraph that is itself moved");
  return std::nullopt;
}

}  // namespace

Status check_edits(std::string_view text, std::span<const Span> paragraphs, const std::vector<ProposedEdit>& edits) {
  std::vector<const ProposedEdit*> changes;
  std::vector<const ProposedEdit*> moves;
  std::uint64_t size = text.size();
  for (const ProposedEdit& edit : edits) {
    if (edit.rule.empty()) return bad(edit, "has no rule");
    if (edit.action == EditAction::kMove) {
      moves.push_back(&edit);
      continue;
    }
    if (auto error = check_span(text, edit)) return *std::move(error);
    size += edit.replacement.size();
    if (size > kMaximumDocumentBytes) return bad(edit, "makes the text longer than 1 GiB");
    if (edit.action != EditAction::kMark) changes.push_back(&edit);
  }
  if (auto error = check_overlap(std::move(changes))) return *std::move(error);
  if (auto error = check_moves(paragraphs.size(), moves)) return *std::move(error);
  return Success{};
}

}  // namespace storydiff
