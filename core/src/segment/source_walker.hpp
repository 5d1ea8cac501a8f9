/// \file source_walker.hpp
/// Original spans of normalized ones that come in ascending order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "storydiff/source_map.hpp"

namespace storydiff {

/// Gives what `SourceMap::hull` gives, without its search: it walks the pieces in step with the
/// spans. Spans must ascend by `begin`. A map without pieces is the identity. Linear over a document
/// for spans that do not overlap.
class SourceWalker {
 public:
  explicit SourceWalker(const SourceMap& map) : pieces_(map.pieces()) {}

  [[nodiscard]] Span original(Span normalized) {
    while (next_ < pieces_.size() && pieces_[next_].normalized.end <= normalized.begin) ++next_;
    if (next_ == pieces_.size()) return pieces_.empty() ? normalized : Span{};
    Span whole = part(pieces_[next_], normalized);
    for (std::size_t i = next_ + 1; i < pieces_.size() && pieces_[i].normalized.begin < normalized.end; ++i) {
      whole = hull(whole, part(pieces_[i], normalized));
    }
    return whole;
  }

 private:
  static Span part(const SourcePiece& piece, Span normalized) {
    if (!piece.copied) return piece.original;
    const Offset begin = std::max(normalized.begin, piece.normalized.begin);
    const Offset end = std::min(normalized.end, piece.normalized.end);
    return {piece.original.begin + (begin - piece.normalized.begin),
            piece.original.begin + (end - piece.normalized.begin)};
  }

  const std::vector<SourcePiece>& pieces_;
  std::size_t next_ = 0;
};

}  // namespace storydiff
