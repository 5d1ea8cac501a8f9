#include <algorithm>
#include <utility>

#include "storydiff/source_map.hpp"

namespace storydiff {
namespace {

/// The part of a piece's original that stands for `normalized`, which must overlap the piece.
Span original_part(const SourcePiece& piece, Span normalized) {
  if (!piece.copied) return piece.original;
  const Offset begin = std::max(normalized.begin, piece.normalized.begin);
  const Offset end = std::min(normalized.end, piece.normalized.end);
  return {piece.original.begin + (begin - piece.normalized.begin),
          piece.original.begin + (end - piece.normalized.begin)};
}

/// The first piece that ends behind `offset`.
auto piece_at(const std::vector<SourcePiece>& pieces, Offset offset) {
  return std::partition_point(pieces.begin(), pieces.end(),
                              [&](const SourcePiece& piece) { return piece.normalized.end <= offset; });
}

}  // namespace

SourceMap::SourceMap(std::vector<SourcePiece> pieces) : pieces_(std::move(pieces)) {}

SourceMap SourceMap::identity(Offset size) {
  if (size == 0) return SourceMap{};
  return SourceMap({SourcePiece{{0, size}, {0, size}, true}});
}

std::vector<Span> SourceMap::originals(Span normalized) const {
  std::vector<Span> spans;
  if (normalized.empty()) return spans;
  for (auto piece = piece_at(pieces_, normalized.begin);
       piece != pieces_.end() && piece->normalized.begin < normalized.end; ++piece) {
    const Span part = original_part(*piece, normalized);
    if (!spans.empty() && spans.back().end == part.begin) {
      spans.back().end = part.end;
    } else if (spans.empty() || spans.back() != part) {
      spans.push_back(part);
    }
  }
  return spans;
}

Span SourceMap::hull(Span normalized) const {
  auto piece = piece_at(pieces_, normalized.begin);
  if (normalized.empty() || piece == pieces_.end()) {
    if (piece != pieces_.end()) {
      const Offset at = piece->copied && normalized.begin > piece->normalized.begin
                            ? piece->original.begin + (normalized.begin - piece->normalized.begin)
                            : piece->original.begin;
      return {at, at};
    }
    const Offset at = pieces_.empty() ? 0 : pieces_.back().original.end;
    return {at, at};
  }
  Span result = original_part(*piece, normalized);
  for (++piece; piece != pieces_.end() && piece->normalized.begin < normalized.end; ++piece)
    result = storydiff::hull(result, original_part(*piece, normalized));
  return result;
}

}  // namespace storydiff
