/// \file terminal_style.hpp
/// How standard output likes its text: with colour or without, and how wide.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace storydiff::cli {

struct TerminalStyle {
  bool colour = false;
  std::size_t width = 80;   ///< columns, from 40
  std::size_t context = 1;  ///< verbatim sentences that are shown on either side of a change
};

/// Running text is folded here even in a wider window: longer lines are hard to read.
inline constexpr std::size_t kWidestText = 120;
/// From this width on two texts stand side by side.
inline constexpr std::size_t kSideBySide = 120;

/// What a stretch of text means; its looks follow from that.
enum class Ink { kPlain, kHeading, kQuiet, kDeleted, kInserted, kEquivalent, kWarning };

/// Whether standard output is a terminal.
[[nodiscard]] bool stdout_is_terminal();

/// `when` is "auto", "always" or "never". "auto": on a terminal, unless NO_COLOR is set and not
/// empty, or TERM is "dumb". The width is the terminal's, else that of COLUMNS, else 80; at most `widest`.
[[nodiscard]] TerminalStyle stdout_style(std::string_view when, std::size_t widest = kWidestText);

/// `text` in the colour of `ink`, or as it is where the style has no colour.
[[nodiscard]] std::string paint(std::string_view text, Ink ink, const TerminalStyle& style);

}  // namespace storydiff::cli
