/// \file text_places.hpp
/// Byte offsets of a text as other programs count: lines, columns, characters.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "storydiff/span.hpp"

namespace storydiff::cli {

/// Borrows the text. A character is a code point. Each question costs O(log lines) and at most
/// `kStep` bytes of counting.
class TextPlaces {
 public:
  explicit TextPlaces(std::string_view text);

  /// From 1.
  [[nodiscard]] std::size_t line(Offset offset) const;
  /// Characters from the line's start, from 1.
  [[nodiscard]] std::size_t column(Offset offset) const;
  /// Characters before `offset`.
  [[nodiscard]] std::size_t characters(Offset offset) const;

 private:
  static constexpr std::size_t kStep = 1024;

  std::string_view text_;
  std::vector<Offset> line_starts_;
  std::vector<std::size_t> counted_;  ///< characters before each multiple of `kStep`
};

}  // namespace storydiff::cli
