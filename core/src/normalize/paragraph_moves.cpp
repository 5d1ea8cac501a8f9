#include "normalize/paragraph_moves.hpp"

#include <cstddef>

namespace storydiff {

std::vector<std::uint32_t> order_after_moves(std::size_t paragraph_count, const std::vector<ProposedEdit>& edits) {
  std::vector<bool> moved(paragraph_count, false);
  std::vector<std::vector<const ProposedEdit*>> arriving(paragraph_count + 1);
  for (const ProposedEdit& edit : edits) {
    if (edit.action != EditAction::kMove) continue;
    arriving[edit.before_paragraph].push_back(&edit);
    for (std::uint32_t i = 0; i < edit.paragraph_count; ++i) moved[edit.paragraph_first + i] = true;
  }

  std::vector<std::uint32_t> order;
  order.reserve(paragraph_count);
  for (std::uint32_t place = 0; place <= paragraph_count; ++place) {
    for (const ProposedEdit* edit : arriving[place])
      for (std::uint32_t i = 0; i < edit->paragraph_count; ++i) order.push_back(edit->paragraph_first + i);
    if (place < paragraph_count && !moved[place]) order.push_back(place);
  }
  return order;
}

std::vector<Span> spans_in_order(Offset text_size, std::span<const Span> paragraphs,
                                 const std::vector<std::uint32_t>& order) {
  std::vector<Span> spans;
  const auto append = [&](Span span) {
    if (span.empty()) return;
    if (!spans.empty() && spans.back().end == span.begin) {
      spans.back().end = span.end;
    } else {
      spans.push_back(span);
    }
  };
  if (paragraphs.empty()) {
    append({0, text_size});
    return spans;
  }

  const std::size_t count = paragraphs.size();
  const auto gap_after = [&](std::size_t i) { return Span{paragraphs[i].end, paragraphs[i + 1].begin}; };
  const auto stay_neighbours = [&](std::size_t place) { return order[place] + 1 == order[place + 1]; };

  // Gaps whose two paragraphs are no longer neighbours, in text order, for the new neighbours.
  std::vector<bool> kept(count, false);
  for (std::size_t place = 0; place + 1 < count; ++place)
    if (stay_neighbours(place)) kept[order[place]] = true;
  std::size_t next_free = 0;

  append({0, paragraphs.front().begin});
  for (std::size_t place = 0; place < count; ++place) {
    append(paragraphs[order[place]]);
    if (place + 1 == count) break;
    if (stay_neighbours(place)) {
      append(gap_after(order[place]));
    } else {
      while (kept[next_free]) ++next_free;
      append(gap_after(next_free++));
    }
  }
  append({paragraphs.back().end, text_size});
  return spans;
}

}  // namespace storydiff
