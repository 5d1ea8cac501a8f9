/// \file span.hpp
/// A half-open range of bytes, the one unit of place in storydiff.
///
/// Every stage speaks of places as `Span`s. Which text a span points into is said where the span
/// is declared: `original` spans point into `Document::text` (what the user's file holds, in
/// UTF-8), `normalized` spans into `NormalizedDocument::text`.
///
///     Span word{4, 9};                       // bytes 4, 5, 6, 7, 8
///     document.slice(word);                  // the text itself
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace storydiff {

/// Offsets are 32 bits: a document is at most `kMaximumDocumentBytes` long, and two thirds of
/// the memory of a token are its span.
using Offset = std::uint32_t;

/// 1 GiB. `read_document` refuses anything longer.
inline constexpr std::uint64_t kMaximumDocumentBytes = std::uint64_t{1} << 30;

/// Bytes `[begin, end)`. Invariant kept by all producers: `begin <= end`, and both lie on UTF-8
/// boundaries of the text they point into.
struct Span {
  Offset begin = 0;
  Offset end = 0;

  [[nodiscard]] constexpr Offset size() const noexcept { return end - begin; }
  [[nodiscard]] constexpr bool empty() const noexcept { return begin == end; }
  [[nodiscard]] constexpr bool contains(Span other) const noexcept { return begin <= other.begin && other.end <= end; }
  /// True when at least one byte is common; empty spans overlap nothing.
  [[nodiscard]] constexpr bool overlaps(Span other) const noexcept {
    return begin < other.end && other.begin < end && !empty() && !other.empty();
  }
  friend constexpr auto operator<=>(Span, Span) = default;
};

/// The bytes of `text` that `span` names. Precondition: `span.end <= text.size()`.
[[nodiscard]] constexpr std::string_view slice(std::string_view text, Span span) noexcept {
  return {text.data() + span.begin, span.size()};
}

/// The smallest span that holds both.
[[nodiscard]] constexpr Span hull(Span a, Span b) noexcept {
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace storydiff
