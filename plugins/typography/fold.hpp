/// \file fold.hpp
/// Which characters of a text have a plainer form, and what it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace storydiff::typography {

/// Which kinds are folded.
struct Choice {
  bool quotes = true;     ///< curly, low and angle quotation marks become " and '
  bool dashes = true;     ///< dashes and minus signs become - or --, an ellipsis three points
  bool spaces = true;     ///< any space becomes a plain one; soft hyphens and zero-width spaces go
  bool ligatures = true;  ///< the ligatures of old fonts become their letters
  bool accents = true;    ///< a letter and its combining marks become one character (NFC)
};

/// Bytes [begin, end) stand as `text`.
struct Replacement {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
  std::string_view rule;  ///< "quotes", "dashes", "spaces", "ligatures", "accents"
};

/// Ascending, without overlap; neighbours of one rule are one replacement. `text` is valid UTF-8. O(text).
[[nodiscard]] std::vector<Replacement> fold(std::string_view text, const Choice& choice);

}  // namespace storydiff::typography
