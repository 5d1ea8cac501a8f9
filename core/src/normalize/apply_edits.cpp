#include "normalize/apply_edits.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "language/paragraphs.hpp"
#include "normalize/paragraph_moves.hpp"

namespace storydiff {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Where a span of the old text stands in the new one. `copied`: byte for byte.
struct Carried {
  Span before;
  Offset after = 0;
  Offset after_size = 0;
  bool copied = true;
};

/// Builds the text after one plugin from the text before it, span by span in the new order.
class Rewriter {
 public:
  Rewriter(const NormalizedDocument& before, std::uint32_t plugin, Offset original_size)
      : before_(before), plugin_(plugin), original_size_(original_size) {}

  void keep(Span span) {
    if (span.empty()) return;
    carried_.push_back({span, size(), span.size(), true});
    for_each_part(
        span, [&](const SourcePiece& part) { emit(slice(before_.text, part.normalized), part.original, part.copied); });
  }

  void drop(const ProposedEdit& edit) { record(edit, edit.span); }

  void replace(const ProposedEdit& edit) {
    const std::size_t first = ledger_.size();
    record(edit, edit.span);
    if (ledger_.size() == first) {  // an insertion hides nothing, but must be told all the same
      LedgerEntry entry = entry_for(edit);
      entry.span = before_.source_map.hull(edit.span);
      entry.hides_original = true;
      ledger_.push_back(std::move(entry));
    }
    ledger_[first].replacement = edit.replacement;
    carried_.push_back({edit.span, size(), static_cast<Offset>(edit.replacement.size()), false});
    emit(edit.replacement, before_.source_map.hull(edit.span), false);
  }

  void note_move(const ProposedEdit& edit) {
    const Offset to = edit.before_paragraph < before_.paragraphs.size()
                          ? before_.source_map.hull(before_.paragraphs[edit.before_paragraph]).begin
                          : original_size_;
    for (std::uint32_t i = 0; i < edit.paragraph_count; ++i) {
      const std::size_t first = ledger_.size();
      record(edit, before_.paragraphs[edit.paragraph_first + i]);
      for (std::size_t entry = first; entry < ledger_.size(); ++entry) ledger_[entry].to = to;
    }
  }

  void note_mark(const ProposedEdit& edit) { record(edit, edit.span); }

  /// The marks of `marks`, each where its text stands now; parts that were dropped are gone.
  [[nodiscard]] std::vector<Mark> carry(const std::vector<Mark>& marks) {
    std::sort(carried_.begin(), carried_.end(), [](const Carried& a, const Carried& b) { return a.before < b.before; });
    std::vector<Mark> result;
    for (const Mark& mark : marks) {
      auto piece = std::partition_point(carried_.begin(), carried_.end(),
                                        [&](const Carried& c) { return c.before.end <= mark.span.begin; });
      const std::size_t first = result.size();
      for (; piece != carried_.end() && piece->before.begin < mark.span.end; ++piece) {
        Span now{piece->after, piece->after + piece->after_size};
        if (piece->copied) {
          now.begin += std::max(mark.span.begin, piece->before.begin) - piece->before.begin;
          now.end -= piece->before.end - std::min(mark.span.end, piece->before.end);
        }
        if (now.empty()) continue;
        if (result.size() > first && result.back().span.end == now.begin) {
          result.back().span.end = now.end;
        } else {
          result.push_back(mark);
          result.back().span = now;
        }
      }
    }
    std::stable_sort(result.begin(), result.end(), [](const Mark& a, const Mark& b) { return a.span < b.span; });
    return result;
  }

  [[nodiscard]] std::string take_text() { return std::move(text_); }
  [[nodiscard]] SourceMap take_map() { return SourceMap(std::move(pieces_)); }
  [[nodiscard]] std::vector<LedgerEntry> take_ledger() { return std::move(ledger_); }

 private:
  [[nodiscard]] Offset size() const { return static_cast<Offset>(text_.size()); }

  /// Calls `action` with the part of each source piece that lies in `span`.
  template <class Action>
  void for_each_part(Span span, Action action) const {
    const auto& pieces = before_.source_map.pieces();
    auto piece = std::partition_point(pieces.begin(), pieces.end(),
                                      [&](const SourcePiece& p) { return p.normalized.end <= span.begin; });
    for (; piece != pieces.end() && piece->normalized.begin < span.end; ++piece) {
      SourcePiece part = *piece;
      part.normalized.begin = std::max(span.begin, part.normalized.begin);
      part.normalized.end = std::min(span.end, part.normalized.end);
      if (part.copied) {
        part.original.begin += part.normalized.begin - piece->normalized.begin;
        part.original.end = part.original.begin + part.normalized.size();
      }
      action(part);
    }
  }

  void emit(std::string_view text, Span original, bool copied) {
    if (text.empty()) return;
    const Offset begin = size();
    text_ += text;
    if (copied && !pieces_.empty() && pieces_.back().copied && pieces_.back().original.end == original.begin) {
      pieces_.back().normalized.end = size();
      pieces_.back().original.end = original.end;
    } else {
      pieces_.push_back({{begin, size()}, original, copied});
    }
  }

  [[nodiscard]] LedgerEntry entry_for(const ProposedEdit& edit) const {
    LedgerEntry entry;
    entry.plugin = plugin_;
    entry.rule = edit.rule;
    entry.action = edit.action;
    entry.role = edit.role;
    return entry;
  }

  /// One ledger entry for each contiguous original piece of `span`.
  void record(const ProposedEdit& edit, Span span) {
    const bool hides = edit.action == EditAction::kDrop || edit.action == EditAction::kReplace;
    const std::size_t first = ledger_.size();
    bool joinable = false;
    for_each_part(span, [&](const SourcePiece& part) {
      const std::string_view text = slice(before_.text, part.normalized);
      if (joinable && part.copied && ledger_.size() > first && ledger_.back().span.end == part.original.begin) {
        ledger_.back().span.end = part.original.end;
        ledger_.back().text += text;
        return;
      }
      LedgerEntry entry = entry_for(edit);
      entry.span = part.original;
      entry.text = text;
      entry.hides_original = hides && part.copied;
      ledger_.push_back(std::move(entry));
      joinable = part.copied;
    });
  }

  const NormalizedDocument& before_;
  std::uint32_t plugin_;
  Offset original_size_;
  std::string text_;
  std::vector<SourcePiece> pieces_;
  std::vector<LedgerEntry> ledger_;
  std::vector<Carried> carried_;
};

/// The originals of a document's paragraphs, by place.
std::vector<Span> paragraph_hulls(const NormalizedDocument& document) {
  std::vector<Span> hulls;
  hulls.reserve(document.paragraphs.size());
  for (const Span paragraph : document.paragraphs) hulls.push_back(document.source_map.hull(paragraph));
  std::sort(hulls.begin(), hulls.end());
  return hulls;
}

/// The paragraphs of a text; a line break that stood within one before the edits still does. A line that lost its
/// dateline is short, and would else look like the end of a paragraph.
std::vector<Span> paragraphs_after(std::string_view text, const SourceMap& map, const std::vector<Span>& before) {
  std::vector<Span> paragraphs;
  for (const Span span : find_paragraphs(text)) {
    if (!paragraphs.empty()) {
      const Offset end = paragraphs.back().end;
      const std::string_view gap = text.substr(end, span.begin - end);
      const std::size_t newline = gap.find('\n');
      if (newline != std::string_view::npos && gap.find('\n', newline + 1) == std::string_view::npos) {
        const auto at = end + static_cast<Offset>(newline);
        const Span source = map.hull({at, at + 1});
        const auto behind =
            std::upper_bound(before.begin(), before.end(), source, [](Span a, Span b) { return a.begin < b.begin; });
        if (behind != before.begin() && source.end < std::prev(behind)->end) {
          paragraphs.back().end = span.end;
          continue;
        }
      }
    }
    paragraphs.push_back(span);
  }
  return paragraphs;
}

/// The paragraphs of a text, cut where a move brought two together that only look like one: within a
/// paragraph the original's bytes ascend, which all later stages build their spans on.
std::vector<Span> ascending_paragraphs(std::string_view text, const SourceMap& map, const std::vector<Span>& before) {
  const std::vector<SourcePiece>& pieces = map.pieces();
  std::vector<Span> paragraphs;
  const auto add = [&](Span span) {
    while (span.begin < span.end && is_blank(text[span.begin])) ++span.begin;
    while (span.end > span.begin && is_blank(text[span.end - 1])) --span.end;
    if (!span.empty()) paragraphs.push_back(span);
  };
  auto piece = pieces.begin();
  for (const Span paragraph : paragraphs_after(text, map, before)) {
    while (piece != pieces.end() && piece->normalized.end <= paragraph.begin) ++piece;
    Offset begin = paragraph.begin;
    Offset reached = 0;
    for (auto p = piece; p != pieces.end() && p->normalized.begin < paragraph.end; ++p) {
      if (p->original.begin < reached && p->normalized.begin > begin) {
        add({begin, p->normalized.begin});
        begin = p->normalized.begin;
      }
      reached = p->original.end;
    }
    add({begin, paragraph.end});
  }
  return paragraphs;
}

/// Drops and replaces by place; insertions before what begins at the same place.
std::vector<const ProposedEdit*> changes_in_order(const std::vector<ProposedEdit>& edits) {
  std::vector<const ProposedEdit*> changes;
  for (const ProposedEdit& edit : edits)
    if (edit.action == EditAction::kDrop || edit.action == EditAction::kReplace) changes.push_back(&edit);
  std::stable_sort(changes.begin(), changes.end(), [](auto* a, auto* b) { return a->span < b->span; });
  return changes;
}

/// The changes that lie in each span, or the first one that lies in none.
Result<std::vector<std::vector<const ProposedEdit*>>> by_span(const std::vector<Span>& spans,
                                                              const std::vector<const ProposedEdit*>& changes) {
  std::vector<std::uint32_t> ascending(spans.size());
  for (std::uint32_t i = 0; i < ascending.size(); ++i) ascending[i] = i;
  std::sort(ascending.begin(), ascending.end(), [&](auto a, auto b) { return spans[a] < spans[b]; });

  std::vector<std::vector<const ProposedEdit*>> result(std::max<std::size_t>(spans.size(), 1));
  std::size_t at = 0;
  for (const ProposedEdit* change : changes) {
    // An insertion at the border of two spans belongs to the second one.
    while (at + 1 < ascending.size() && spans[ascending[at]].end <= change->span.begin) ++at;
    if (!spans.empty() && !spans[ascending[at]].contains(change->span))
      return Error{ErrorCode::kPlugin, std::string(to_string(change->action)) + " of rule '" + change->rule + "' at [" +
                                           std::to_string(change->span.begin) + ", " +
                                           std::to_string(change->span.end) +
                                           ") reaches over the edge of a moved paragraph"};
    result[spans.empty() ? 0 : ascending[at]].push_back(change);
  }
  return result;
}

}  // namespace

Status apply_edits(NormalizedDocument& document, std::vector<ProposedEdit> edits, std::uint32_t plugin,
                   Offset original_size) {
  const auto text_size = static_cast<Offset>(document.text.size());
  const auto order = order_after_moves(document.paragraphs.size(), edits);
  std::vector<Span> spans = spans_in_order(text_size, document.paragraphs, order);
  if (spans.empty()) spans.push_back({0, 0});
  auto changes = by_span(spans, changes_in_order(edits));
  if (!changes) return changes.error();

  Rewriter rewriter(document, plugin, original_size);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    Offset at = spans[i].begin;
    for (const ProposedEdit* change : (*changes)[i]) {
      rewriter.keep({at, change->span.begin});
      if (change->action == EditAction::kDrop) {
        rewriter.drop(*change);
      } else {
        rewriter.replace(*change);
      }
      at = change->span.end;
    }
    rewriter.keep({at, spans[i].end});
  }

  std::vector<Mark> marks = document.marks;
  for (const ProposedEdit& edit : edits) {
    if (edit.action == EditAction::kMove) rewriter.note_move(edit);
    if (edit.action != EditAction::kMark) continue;
    rewriter.note_mark(edit);
    marks.push_back({edit.span, edit.role, edit.rule, plugin});
  }
  const std::vector<Span> before = paragraph_hulls(document);
  document.marks = rewriter.carry(marks);
  document.text = rewriter.take_text();
  document.source_map = rewriter.take_map();
  document.paragraphs = ascending_paragraphs(document.text, document.source_map, before);
  for (LedgerEntry& entry : rewriter.take_ledger()) document.ledger.push_back(std::move(entry));
  return Success{};
}

}  // namespace storydiff
