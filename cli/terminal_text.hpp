/// \file terminal_text.hpp
/// What a terminal makes of a text: how wide it is, and what must never reach it raw. Beside
/// `render/xml_text` the one file of the program that includes ICU.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace storydiff::cli {

/// `text` on one line, safe to show: white space becomes a space; other control characters,
/// direction overrides and bytes that are no UTF-8 become escapes like `\x1b` and `\u202e`. A text
/// that is compared may come from anywhere, and a terminal obeys what it is sent.
[[nodiscard]] std::string visible_line(std::string_view text);

/// The same, but line feeds and tabs stay.
[[nodiscard]] std::string visible_text(std::string_view text);

/// JSON text with the control characters that JSON itself lets through (DEL, C1) as `\u` escapes:
/// the same value, safe to show.
[[nodiscard]] std::string visible_json(std::string_view json);

/// Columns that `text` takes. Combining marks take none, wide East Asian characters and emoji two; what a
/// reader takes for one character (a grapheme cluster) is measured as one.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The length in bytes of the longest beginning of `text` that is at most `columns` wide and does
/// not part a grapheme cluster; at least one of them.
[[nodiscard]] std::size_t fitting_bytes(std::string_view text, std::size_t columns);

/// `visible_line(text)`, cut to `columns` with "..." where it is longer.
[[nodiscard]] std::string excerpt(std::string_view text, std::size_t columns);

}  // namespace storydiff::cli
