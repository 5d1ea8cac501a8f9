/// \file folded_text.hpp
/// Running text folded at the terminal's width, with stretches of ink.
///
///     FoldedText text(style, "  ", "      ");   // indent of the first line, of the others
///     text.add("The ferry ");
///     text.add("sank", Ink::kInserted);
///     out += text.finish();
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "terminal_style.hpp"

namespace storydiff::cli {

class FoldedText {
 public:
  FoldedText(const TerminalStyle& style, std::string first_indent, std::string indent);

  /// Adds text from anywhere: it is made visible (see `terminal_text.hpp`), and its white space only
  /// parts words. What follows without white space between belongs to the same word.
  void add(std::string_view text, Ink ink = Ink::kPlain);
  /// Parts what stands before from what follows.
  void space();
  struct Line {
    std::string text;  ///< painted, without line feed
    std::size_t width = 0;
  };
  /// The folded lines; a single one of the indent alone when nothing was added.
  [[nodiscard]] std::vector<Line> lines() const;
  /// The same, each with its line feed.
  [[nodiscard]] std::string finish() const;

 private:
  struct Run {
    std::string text;
    Ink ink;
  };
  struct Word {
    std::vector<Run> runs;
    std::size_t width = 0;
  };

  TerminalStyle style_;
  std::string first_indent_;
  std::string indent_;
  std::vector<Word> words_;
  bool parted_ = true;
};

}  // namespace storydiff::cli
