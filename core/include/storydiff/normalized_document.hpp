/// \file normalized_document.hpp
/// A document after its normalizers: the text to compare, and the way back to every original byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "storydiff/edit.hpp"
#include "storydiff/source_map.hpp"
#include "storydiff/span.hpp"

namespace storydiff {

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
