/// \file batch_pair.hpp
/// One line of a batch's input, and the record that comes of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storydiff/document.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/report.hpp"
#include "storydiff/result.hpp"

namespace storydiff::cli {

/// A text of a pair: a path, or the text itself and a name for it.
struct PairText {
  std::string path;
  std::optional<std::string> text;
};

struct Pair {
  std::string id = "null";  ///< as JSON text: a string, a number, true, false or null; comes back as it is
  std::vector<PairText> sources;
  PairText target;
};

/// Fills `pair.id` even where the rest is wrong, so that the error can name the pair.
[[nodiscard]] Status read_pair(std::string_view line, Pair& pair);

/// The pair's documents; the last one is the target. `reading` is for files.
[[nodiscard]] Result<std::vector<Document>> read_documents(const Pair& pair, const ReadOptions& reading);

/// The report's line with the pair's id as its first member, line feed included. `select`: members to keep, all
/// where it is empty.
[[nodiscard]] std::string report_record(const std::string& id, const Report& report,
                                        const std::vector<std::string>& select);
/// {"id", "error"}: "line N: message".
[[nodiscard]] std::string error_record(const std::string& id, std::uint64_t line, const std::string& message);

/// What names a pair among others: its id, or "line N" where it has none.
[[nodiscard]] std::string pair_key(const std::string& id, std::uint64_t line);

/// A record of an earlier run, as far as it must be known to go on. `line` is a whole line.
struct RecordHead {
  std::string key;  ///< empty: it has no id, and is not about a line without one
  bool failed = false;
};
[[nodiscard]] std::optional<RecordHead> read_record_head(std::string_view line);

}  // namespace storydiff::cli
