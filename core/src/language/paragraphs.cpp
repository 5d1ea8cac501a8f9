#include "language/paragraphs.hpp"

#include <algorithm>
#include <cstddef>

#include "language/code_point.hpp"
#include "language/icu_text.hpp"

namespace storydiff {
namespace {

// Widths are in code points. Below 40 columns a column of short lines is a list or verse, not
// wrapped prose; above 120 nobody wraps by hand or by mail program.
constexpr std::size_t kNarrowestWrap = 40;
constexpr std::size_t kWidestWrap = 120;
// Share of line breaks inside blocks at which the next word did not fit. Wrapped prose has nearly
// 1, one paragraph a line about .1 (only lines near the longest pass by chance).
constexpr double kWrappedShare = 0.6;
// Fewer breaks than this are no sample: only a sentence that runs on joins two lines then.
constexpr std::size_t kFewestBreaks = 3;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

/// A line that has visible text.
struct Line {
  Span span;               ///< from its first to its last visible byte
  std::size_t indent = 0;  ///< white space before that
  std::size_t length = 0;  ///< code points of `span`
  std::size_t first_word = 0;
  bool after_blank = false;  ///< the line before it is blank, or there is none
};

/// True when a reader sees nothing: a line of no-break spaces is as blank as an empty one.
bool is_invisible(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    const CharClass kind = classify(c.value);
    if (kind != CharClass::kSpace && kind != CharClass::kIgnorable) return false;
    i += c.length;
  }
  return true;
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::vector<Line> visible_lines(std::string_view text) {
  std::vector<Line> lines;
  bool after_blank = true;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t newline = std::min(text.find('\n', begin), text.size());
    std::size_t first = begin;
    std::size_t last = newline;
    while (first < last && is_space(text[first])) ++first;
    while (last > first && is_space(text[last - 1])) --last;
    if (is_invisible(text.substr(first, last - first))) {
      after_blank = true;
    } else {
      Line line;
      line.span = {static_cast<Offset>(first), static_cast<Offset>(last)};
      line.indent = first - begin;
      const std::string_view visible = text.substr(first, last - first);
      line.length = count_code_points(visible);
      line.first_word = count_code_points(visible.substr(0, std::min(visible.find(' '), visible.size())));
      line.after_blank = after_blank;
      lines.push_back(line);
      after_blank = false;
    }
    begin = newline + 1;
  }
  return lines;
}

/// True when the first word of `next` did not fit behind `line` at this width.
bool no_room(const Line& line, const Line& next, std::size_t width) {
  return line.indent + line.length + 1 + next.first_word > width;
}

/// The column at which the text was wrapped, or 0 where it was not.
std::size_t wrap_width(const std::vector<Line>& lines) {
  std::vector<std::size_t> lengths;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    if (!lines[i + 1].after_blank) lengths.push_back(lines[i].indent + lines[i].length);
  if (lengths.size() < kFewestBreaks) return 0;

  // Not the maximum: one long address must not hide the width of all other lines. A width that is
  // slightly too small still passes every true wrap.
  const auto ninetieth = lengths.begin() + static_cast<std::ptrdiff_t>((lengths.size() - 1) * 9 / 10);
  std::nth_element(lengths.begin(), ninetieth, lengths.end());
  const std::size_t width = *ninetieth;
  if (width < kNarrowestWrap || width > kWidestWrap) return 0;

  std::size_t full = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    if (!lines[i + 1].after_blank && no_room(lines[i], lines[i + 1], width)) ++full;
  return static_cast<double>(full) >= kWrappedShare * static_cast<double>(lengths.size()) ? width : 0;
}

/// A sentence that visibly runs over the line break: no end mark here, a small letter there.
bool runs_on(std::string_view text, const Line& line, const Line& next) {
  if (line.length < kNarrowestWrap || line.length > kWidestWrap) return false;
  const char last = text[line.span.end - 1];
  const char first = text[next.span.begin];
  const bool open_ended = (last >= 'a' && last <= 'z') || last == ',' || last == '-';
  return open_ended && first >= 'a' && first <= 'z';
}

}  // namespace

std::vector<Span> find_paragraphs(std::string_view text) {
  const std::vector<Line> lines = visible_lines(text);
  const std::size_t width = wrap_width(lines);

  std::vector<Span> paragraphs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    bool soft = false;
    if (i > 0 && !lines[i].after_blank) {
      const Line& before = lines[i - 1];
      const bool indented = lines[i].indent > before.indent && before.indent == 0;
      const bool wrapped = width > 0 && !indented && no_room(before, lines[i], width);
      soft = wrapped || runs_on(text, before, lines[i]);
    }
    if (soft) {
      paragraphs.back().end = lines[i].span.end;
    } else {
      paragraphs.push_back(lines[i].span);
    }
  }
  return paragraphs;
}

}  // namespace storydiff
