#include "unwrap.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_set>

namespace storydiff::hard_wrap {
namespace {

// Columns, in characters. Narrower columns are lists, verse and addresses; wider ones nobody wraps at.
constexpr std::size_t kNarrowest = 56;
constexpr std::size_t kWidest = 90;
constexpr std::size_t kFewestBreaks = 3;      // that show a wrap
constexpr double kWrappedShare = 0.8;         // of breaks within paragraphs at which the next word had no room
constexpr double kVerseShare = 0.6;           // of lines that begin with a capital in mid-sentence
constexpr std::size_t kFewestSmallWords = 3;  // words in small letters that make a line prose

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
/// Letters beyond ASCII count as letters.
bool is_letter(char c) { return is_small(c) || is_capital(c) || static_cast<unsigned char>(c) >= 0x80; }

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

struct Line {
  Range visible;
  std::size_t indent = 0;
  std::size_t width = 0;  ///< characters, indentation included
  bool prose = false;
};

bool starts_item(std::string_view line) {
  constexpr std::array<std::string_view, 9> kBullets = {"* ", "- ", "+ ", "> ", "• ", "– ", "— ", "· ", "|"};
  if (std::any_of(kBullets.begin(), kBullets.end(), [&](std::string_view b) { return line.starts_with(b); }))
    return true;
  std::size_t digits = 0;
  while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
  return digits > 0 && digits <= 2 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
         line[digits + 1] == ' ';
}

/// Words as prose has them: some in small letters, and no columns set with spaces.
bool is_prose(std::string_view line) {
  if (starts_item(line) || line.find('\t') != std::string_view::npos || line.find("    ") != std::string_view::npos ||
      line.find(" | ") != std::string_view::npos)
    return false;
  std::size_t small = 0;
  std::size_t numbers = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool begins = i == 0 || line[i - 1] == ' ';
    if (begins && is_small(line[i])) ++small;
    if (begins && line[i] >= '0' && line[i] <= '9') ++numbers;
  }
  return small >= kFewestSmallWords && numbers <= small;
}

bool ends_sentence(std::string_view line) {
  while (!line.empty() && (line.back() == '"' || line.back() == '\'' || line.back() == ')')) line.remove_suffix(1);
  if (line.ends_with("”") || line.ends_with("’")) line.remove_suffix(std::string_view("”").size());
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with(':');
}

class Unwrapper {
 public:
  Unwrapper(std::string_view text, std::span<const Range> paragraphs) : text_(text) {
    for (const Range& paragraph : paragraphs) paragraphs_.push_back(lines_of(paragraph));
    find_width();
  }

  std::vector<Join> joins() {
    if (width_ == 0) return {};
    std::vector<Join> result;
    for (const std::vector<Line>& lines : paragraphs_) {
      if (is_verse(lines)) continue;
      for (std::size_t i = 0; i + 1 < lines.size(); ++i)
        if (is_soft(lines[i], lines[i + 1])) result.push_back(join(lines[i], lines[i + 1]));
    }
    return result;
  }

 private:
  [[nodiscard]] std::string_view slice(Range range) const { return text_.substr(range.begin, range.end - range.begin); }

  [[nodiscard]] std::vector<Line> lines_of(Range paragraph) const {
    std::vector<Line> lines;
    std::size_t begin = paragraph.begin;
    while (begin > 0 && is_blank(text_[begin - 1])) --begin;  // the first line's indentation
    while (begin < paragraph.end) {
      const std::size_t newline = std::min(text_.find('\n', begin), paragraph.end);
      Line line;
      line.visible = {begin, newline};
      while (line.visible.begin < newline && is_blank(text_[line.visible.begin])) ++line.visible.begin;
      while (line.visible.end > line.visible.begin && is_blank(text_[line.visible.end - 1])) --line.visible.end;
      line.indent = line.visible.begin - begin;
      const std::string_view visible = slice(line.visible);
      line.width = line.indent + characters(visible);
      line.prose = is_prose(visible);
      if (!visible.empty()) lines.push_back(line);
      begin = newline + 1;
    }
    return lines;
  }

  /// True when the first word of `next` had no room behind `line`.
  [[nodiscard]] bool is_full(const Line& line, const Line& next, std::size_t width) const {
    const std::string_view below = slice(next.visible);
    return line.width + 1 + characters(below.substr(0, below.find(' '))) > width;
  }

  /// The widest line of paragraphs that have several, if these look wrapped there.
  void find_width() {
    std::vector<std::size_t> widths;
    for (const std::vector<Line>& lines : paragraphs_)
      for (std::size_t i = 0; i + 1 < lines.size(); ++i) widths.push_back(lines[i].width);
    if (widths.size() < kFewestBreaks) return;
    // One long address must not hide the width of all other lines.
    const auto high = widths.begin() + static_cast<std::ptrdiff_t>((widths.size() - 1) * 9 / 10);
    std::nth_element(widths.begin(), high, widths.end());
    if (*high < kNarrowest || *high > kWidest) return;
    std::size_t full = 0;
    for (const std::vector<Line>& lines : paragraphs_)
      for (std::size_t i = 0; i + 1 < lines.size(); ++i)
        if (is_full(lines[i], lines[i + 1], *high)) ++full;
    if (static_cast<double>(full) >= kWrappedShare * static_cast<double>(widths.size())) width_ = *high;
  }

  /// Lines that begin with a capital though the one above ended no sentence.
  [[nodiscard]] bool is_verse(const std::vector<Line>& lines) const {
    std::size_t inner = 0;
    std::size_t capital = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      if (ends_sentence(slice(lines[i - 1].visible))) continue;
      ++inner;
      if (is_capital(text_[lines[i].visible.begin])) ++capital;
    }
    constexpr std::size_t kFewestLines = 2;
    return inner >= kFewestLines && static_cast<double>(capital) >= kVerseShare * static_cast<double>(inner);
  }

  [[nodiscard]] bool is_soft(const Line& line, const Line& next) const {
    const std::string_view below = slice(next.visible);
    // The last line of a paragraph may be a word or two.
    const bool goes_on =
        next.prose || (!starts_item(below) && (is_small(below.front()) || next.width < kNarrowest / 2));
    return line.prose && goes_on && line.width <= width_ + width_ / 4 && next.indent <= line.indent &&
           is_full(line, next, width_);
  }

  Join join(const Line& line, const Line& next) {
    const std::size_t end = line.visible.end;
    const bool hyphen = end >= line.visible.begin + 2 && text_[end - 1] == '-' && is_letter(text_[end - 2]);
    if (!hyphen || !is_letter(text_[next.visible.begin])) return {{end, next.visible.begin}, " ", "unwrap"};
    if (keeps_hyphen(line, next)) return {{end, next.visible.begin}, "", "join-compound"};
    return {{end - 1, next.visible.begin}, "", "join-word"};
  }

  /// Whether the hyphen is the word's own. The text's other words tell; else what compounds mostly begin with.
  bool keeps_hyphen(const Line& line, const Line& next) {
    if (!is_small(text_[next.visible.begin]) && static_cast<unsigned char>(text_[next.visible.begin]) < 0x80)
      return true;
    std::size_t begin = line.visible.end - 1;
    while (begin > line.visible.begin && (is_letter(text_[begin - 1]) || text_[begin - 1] == '-')) --begin;
    std::size_t end = next.visible.begin;
    while (end < next.visible.end && is_letter(text_[end])) ++end;
    const std::string first(text_.substr(begin, line.visible.end - 1 - begin));
    const std::string second(text_.substr(next.visible.begin, end - next.visible.begin));
    read_words();
    if (words_.contains(lower(first + second))) return false;
    if (words_.contains(lower(first + "-" + second))) return true;
    constexpr std::array<std::string_view, 6> kPrefixes = {"half", "well", "self", "ex", "non", "mid"};
    return std::find(kPrefixes.begin(), kPrefixes.end(), lower(first)) != kPrefixes.end() ||
           first.find('-') != std::string::npos;
  }

  static std::string lower(std::string text) {
    for (char& c : text)
      if (is_capital(c)) c = static_cast<char>(c - 'A' + 'a');
    return text;
  }

  /// All words of the text, with their inner hyphens; once, where the first hyphen asks.
  void read_words() {
    if (!words_.empty()) return;
    words_.insert("");
    for (std::size_t i = 0; i < text_.size();) {
      std::size_t end = i;
      while (end < text_.size() && (is_letter(text_[end]) || (text_[end] == '-' && end > i))) ++end;
      if (end > i && text_[end - 1] != '-') words_.insert(lower(std::string(text_.substr(i, end - i))));
      i = std::max(end, i + 1);
    }
  }

  std::string_view text_;
  std::vector<std::vector<Line>> paragraphs_;
  std::size_t width_ = 0;  ///< 0: the text is not wrapped
  std::unordered_set<std::string> words_;
};

}  // namespace

std::vector<Join> find_joins(std::string_view text, std::span<const Range> paragraphs) {
  return Unwrapper(text, paragraphs).joins();
}

}  // namespace storydiff::hard_wrap
