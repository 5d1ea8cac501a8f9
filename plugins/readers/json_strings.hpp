/// \file json_strings.hpp
/// The strings of a JSON text with their places in the raw file, which no JSON library at hand tells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readers/span.hpp"

namespace storydiff::readers {

/// A string value.
struct JsonString {
  std::string key;  ///< of the nearest object around it
  /// Keys from the outermost object to the one that `key` is in, joined by "/"; lists add nothing.
  std::string path;
  Span span;  ///< between its quotation marks
};

struct JsonStrings {
  std::vector<JsonString> values;  ///< in file order
  std::string error;               ///< empty, or one line: what is wrong and at which byte
};

/// Reads all of `json`. Checks what a reader relies on: brackets, quotation marks, escapes. Values in front of an error
/// are given all the same. Objects below `kDeepestJson` levels are refused. O(bytes).
[[nodiscard]] JsonStrings read_json_strings(std::string_view json);
inline constexpr std::size_t kDeepestJson = 64;

/// A string without its escapes, and where each piece of it comes from.
struct DecodedJson {
  /// `size` bytes of the text that stand for `raw`. Where `escaped`, for all of it; else byte for byte.
  struct Piece {
    std::size_t begin = 0;  ///< in `text`
    Span raw;
    bool escaped = false;
  };
  std::string text;           ///< UTF-8 without NUL
  std::vector<Piece> pieces;  ///< ascending, without gap

  /// Where `span` of the text stands in the raw file. Edges within an escape take all of it. O(log pieces).
  [[nodiscard]] Span raw(Span span) const;
};

[[nodiscard]] DecodedJson decode_json(std::string_view json, Span string);

}  // namespace storydiff::readers
