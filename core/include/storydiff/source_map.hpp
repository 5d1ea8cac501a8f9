/// \file source_map.hpp
/// The way back from a normalized text to the original one.
#pragma once

#include <vector>

#include "storydiff/span.hpp"

namespace storydiff {

/// A run of normalized text and where it comes from. `copied`: byte for byte the original's, same
/// length. Otherwise it is (a part of) a replacement that stands for the whole of `original`.
struct SourcePiece {
  Span normalized;
  Span original;
  bool copied = true;
  friend bool operator==(const SourcePiece&, const SourcePiece&) = default;
};

/// Maps normalized spans to original ones. Pieces cover the normalized text without gap or overlap
/// in ascending normalized order; copied pieces never share an original byte. A map without pieces is that of an empty
/// text; segments take it for the identity, so that made ones need none.
class SourceMap {
 public:
  SourceMap() = default;
  explicit SourceMap(std::vector<SourcePiece> pieces);
  /// The map of a text that nothing has touched.
  static SourceMap identity(Offset size);

  [[nodiscard]] const std::vector<SourcePiece>& pieces() const { return pieces_; }
  /// The original spans that make up `normalized`, in normalized order, neighbours joined.
  /// O(log pieces + result).
  [[nodiscard]] std::vector<Span> originals(Span normalized) const;
  /// The smallest original span that holds all of `originals(normalized)`. An empty span maps to
  /// an empty one. O(log pieces + pieces in the span).
  [[nodiscard]] Span hull(Span normalized) const;

 private:
  std::vector<SourcePiece> pieces_;
};

}  // namespace storydiff
