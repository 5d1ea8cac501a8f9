#include "layout.hpp"

#include <algorithm>
#include <iterator>

namespace storydiff::rules {
namespace {

/// Hard-wrapped copy has 65 to 80 columns; a longer line ends where its paragraph ends.
constexpr std::uint32_t kLongestWrappedLine = 120;
/// Wrapped prose fills its lines; names, dates and labels do not.
constexpr std::uint32_t kShortestWrappedLine = 50;
/// A line that leaves more room than this, and the next word, was broken on purpose.
constexpr std::size_t kMostRoomLeft = 8;
constexpr std::size_t kLongestTitle = 200;
constexpr std::uint32_t kMostTitleLines = 3;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f'; }

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// What may close a sentence after its stop.
constexpr std::string_view kClosers[] = {"\"", "'", ")", "]", "*", "_", "\u201d", "\u2019", "\u00bb"};

constexpr std::string_view kBullets[] = {"* ", "- ", "\u2022", "\u25aa", "\u2013 "};

std::string_view without_closers(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view closer : kClosers) {
      if (text.size() < closer.size() || !text.ends_with(closer)) continue;
      text.remove_suffix(closer.size());
      again = true;
    }
  }
  return text;
}

}  // namespace

Layout::Layout(std::string_view text, std::span<const Range> paragraphs) : text_(text) {
  std::size_t paragraph = 0;  // index into `paragraphs` of the one that the last line belonged to
  bool inside = false;
  std::uint32_t first_of_paragraph = 0;
  bool any_long = false;
  const auto close_paragraph = [&] {
    std::size_t longest = 0;
    for (std::uint32_t i = first_of_paragraph; i < size(); ++i)
      longest = std::max<std::size_t>(longest, lines_[i].end - lines_[i].begin);
    for (std::uint32_t i = first_of_paragraph; i < size(); ++i) {
      lines_[i].first = any_long ? i : first_of_paragraph;
      lines_[i].last = any_long ? i : size() - 1;
      const bool full = lines_[i].end - lines_[i].begin >= kShortestWrappedLine;
      const bool stopped = ends_with_stop(view({lines_[i].begin, lines_[i].end}));
      if (i == lines_[i].last) continue;
      const std::string_view next = view({lines_[i + 1].begin, lines_[i + 1].end});
      const std::size_t word = std::min(next.find(' '), next.size());
      const bool broken = lines_[i].end - lines_[i].begin + 1 + word + kMostRoomLeft <= longest;
      lines_[i].runs_on = (full && !stopped && !broken) || is_lower(next.front());
    }
    first_of_paragraph = size();
    any_long = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t feed = text.find('\n', at);
    const std::size_t stop = feed == std::string_view::npos ? text.size() : feed;
    Line line;
    line.line_begin = static_cast<std::uint32_t>(at);
    line.next_line = static_cast<std::uint32_t>(std::min(stop + 1, text.size()));
    std::size_t begin = at;
    std::size_t end = stop;
    while (begin < end && is_space(text[begin])) ++begin;
    while (end > begin && is_space(text[end - 1])) --end;
    at = line.next_line;
    if (begin == end) continue;
    line.begin = static_cast<std::uint32_t>(begin);
    line.end = static_cast<std::uint32_t>(end);
    const std::size_t before = paragraph;
    while (paragraph < paragraphs.size() && paragraphs[paragraph].end <= begin) ++paragraph;
    const bool now_inside = paragraph < paragraphs.size() && paragraphs[paragraph].begin < end;
    if (before != paragraph || !inside || !now_inside) close_paragraph();
    inside = now_inside;
    any_long = any_long || line.end - line.begin > kLongestWrappedLine;
    lines_.push_back(line);
  }
  close_paragraph();
}

std::string_view Layout::flat(Range of, std::string& scratch) const {
  const std::string_view raw = view(of);
  // All of it, where none of it is odd as a rule: without a way out an optimizing compiler takes sixteen bytes at a
  // time.
  const auto odd = [](char c) { return (c == '\n') | (c == '\r') | (c == '\t') | (c == '\xC2'); };
  unsigned char any = 0;
  for (const char c : raw) any = static_cast<unsigned char>(any | odd(c));
  if (any == 0) return raw;
  scratch.assign(raw);
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    if (scratch[i] == '\xC2' && i + 1 < scratch.size() && scratch[i + 1] == '\xA0') scratch[i] = scratch[i + 1] = ' ';
    if (is_space(scratch[i])) scratch[i] = ' ';
  }
  return scratch;
}

bool ends_with_stop(std::string_view text) {
  text = without_closers(text);
  return text.ends_with('.') || text.ends_with("\u2026");
}

bool ends_sentence(std::string_view text) {
  const std::string_view bare = without_closers(text);
  return ends_with_stop(text) || bare.ends_with('?') || bare.ends_with('!');
}

bool starts_with_bullet(std::string_view text) {
  return std::any_of(std::begin(kBullets), std::end(kBullets),
                     [&](std::string_view bullet) { return text.starts_with(bullet); });
}

bool looks_like_title(std::string_view text, std::uint32_t lines) {
  if (text.empty() || text.size() > kLongestTitle || lines > kMostTitleLines) return false;
  if (is_lower(text.front())) return false;
  const char last = text.back();
  return last != ',' && last != ';' && last != ':' && !ends_with_stop(text);
}

}  // namespace storydiff::rules
