/// \file layout.hpp
/// How a text lies on the page: its lines that are not blank, and the paragraphs that they make.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace storydiff::rules {

/// Bytes [begin, end) of a text.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const Range&, const Range&) = default;
};

/// A line that is not blank. Offsets are 32 bits: storydiff reads no text of more than 1 GiB.
struct Line {
  std::uint32_t begin = 0;  ///< without the white space around it
  std::uint32_t end = 0;
  std::uint32_t line_begin = 0;  ///< with its indentation
  std::uint32_t next_line = 0;   ///< where the line after it begins, blank or not
  std::uint32_t first = 0;       ///< index of the first line of its paragraph
  std::uint32_t last = 0;        ///< ... of the last one
  bool runs_on = false;          ///< the next line may carry on a sentence of this one
};

/// A run of lines, by index, both inclusive.
struct Lines {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// Borrows the text.
class Layout {
 public:
  /// `paragraphs` in text order. A paragraph with a line that is too long for hard-wrapped text
  /// counts as one paragraph for each line. O(text).
  Layout(std::string_view text, std::span<const Range> paragraphs);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(lines_.size()); }
  [[nodiscard]] const Line& operator[](std::uint32_t i) const { return lines_[i]; }
  [[nodiscard]] Range range(Lines of) const { return {lines_[of.first].begin, lines_[of.last].end}; }
  [[nodiscard]] std::size_t bytes(Lines of) const { return lines_[of.last].end - lines_[of.first].begin; }
  [[nodiscard]] std::string_view view(Range of) const { return text_.substr(of.begin, of.end - of.begin); }
  [[nodiscard]] bool starts_paragraph(std::uint32_t i) const { return lines_[i].first == i; }

  /// The bytes of `of` with every line break, tab and no-break space as plain spaces, byte for byte
  /// as long as the original. Borrows the text where nothing had to change, else `scratch`.
  [[nodiscard]] std::string_view flat(Range of, std::string& scratch) const;

 private:
  std::string_view text_;
  std::vector<Line> lines_;
};

/// True when `text` ends as a sentence does, with a full stop or an ellipsis, closing quotation
/// marks and brackets aside.
[[nodiscard]] bool ends_with_stop(std::string_view text);
/// ... or with a question or exclamation mark.
[[nodiscard]] bool ends_sentence(std::string_view text);
/// True for what can be a title, a label, an item of a list: short, no full stop, comma, colon or
/// semicolon at the end, no lower-case letter at the beginning.
[[nodiscard]] bool looks_like_title(std::string_view text, std::uint32_t lines);
/// True when a bullet begins `text`.
[[nodiscard]] bool starts_with_bullet(std::string_view text);

}  // namespace storydiff::rules
