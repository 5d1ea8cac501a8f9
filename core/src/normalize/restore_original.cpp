#include <algorithm>
#include <vector>

#include "storydiff/normalized_document.hpp"

namespace storydiff {

std::string_view to_string(PluginRun::Status status) {
  switch (status) {
    case PluginRun::Status::kOk:
      return "ok";
    case PluginRun::Status::kFailed:
      return "failed";
    case PluginRun::Status::kSkipped:
      return "skipped";
  }
  return "";
}

std::string restore_original(const NormalizedDocument& normalized) {
  // Every original byte is either copied into the text or hidden by exactly one ledger entry, so
  // putting both in the order of their original places is the whole way back.
  struct Part {
    Span original;
    std::string_view text;
  };
  std::vector<Part> parts;
  for (const SourcePiece& piece : normalized.source_map.pieces())
    if (piece.copied) parts.push_back({piece.original, slice(normalized.text, piece.normalized)});
  for (const LedgerEntry& entry : normalized.ledger)
    if (entry.hides_original) parts.push_back({entry.span, entry.text});
  std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.original < b.original; });

  std::string original;
  for (const Part& part : parts) original += part.text;
  return original;
}

}  // namespace storydiff
