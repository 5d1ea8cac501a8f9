/// \file normalized_document.hpp
/// A document after its normalizers: the text to compare, and the way back to every original byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "storydiff/edit.hpp"
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
/// in ascending normalized order; copied pieces never share an original byte.
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

/// A role that a normalizer gave to text which stays, in normalized offsets.
struct Mark {
  Span span;
  std::string role;
  std::string rule;
  std::uint32_t plugin = 0;  ///< index into `NormalizedDocument::plugins`
};

/// How one plugin's turn on one document ended.
struct PluginRun {
  enum class Status : std::uint8_t { kOk, kFailed, kSkipped };
  std::string id;
  std::string version;
  Status status = Status::kOk;
  std::string message;      ///< why it failed or was skipped; empty when ok
  std::uint32_t edits = 0;  ///< edits carried out; 0 unless ok
};

/// "ok", "failed", "skipped": the words of the report.
[[nodiscard]] std::string_view to_string(PluginRun::Status status);

struct NormalizedDocument {
  std::string text;                 ///< UTF-8
  SourceMap source_map;             ///< `text` -> `Document::text`
  std::vector<Span> paragraphs;     ///< normalized; without surrounding white space; in text order
  std::vector<Mark> marks;          ///< ascending by span
  std::vector<LedgerEntry> ledger;  ///< in the order in which the edits were made
  std::vector<PluginRun> plugins;   ///< in the order in which they ran
};

/// The original bytes, from the normalized text and the ledger alone (never from the `Document`):
/// the property that makes the ledger trustworthy. O(size).
[[nodiscard]] std::string restore_original(const NormalizedDocument& normalized);

}  // namespace storydiff
