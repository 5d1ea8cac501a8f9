#include "storydiff/edit.hpp"

namespace storydiff {

std::string_view to_string(EditAction action) {
  switch (action) {
    case EditAction::kDrop:
      return "drop";
    case EditAction::kReplace:
      return "replace";
    case EditAction::kMove:
      return "move";
    case EditAction::kMark:
      return "mark";
  }
  return "";
}

ProposedEdit ProposedEdit::drop(Span span, std::string role, std::string rule) {
  ProposedEdit edit;
  edit.action = EditAction::kDrop;
  edit.span = span;
  edit.role = std::move(role);
  edit.rule = std::move(rule);
  return edit;
}

ProposedEdit ProposedEdit::replace(Span span, std::string replacement, std::string rule) {
  ProposedEdit edit;
  edit.action = EditAction::kReplace;
  edit.span = span;
  edit.replacement = std::move(replacement);
  edit.rule = std::move(rule);
  return edit;
}

ProposedEdit ProposedEdit::move(std::uint32_t first, std::uint32_t count, std::uint32_t before, std::string rule) {
  ProposedEdit edit;
  edit.action = EditAction::kMove;
  edit.paragraph_first = first;
  edit.paragraph_count = count;
  edit.before_paragraph = before;
  edit.rule = std::move(rule);
  return edit;
}

ProposedEdit ProposedEdit::mark(Span span, std::string role, std::string rule) {
  ProposedEdit edit = drop(span, std::move(role), std::move(rule));
  edit.action = EditAction::kMark;
  return edit;
}

}  // namespace storydiff
