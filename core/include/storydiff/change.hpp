/// \file change.hpp
/// What became of one quotation, figure, name, attribution or negation, and what a person should know of it.
///
/// One shape serves five lists of the report, for a reader asks the same of each: what happened
/// (`status`), where it stands on either side, and the words before and after. Which statuses a list
/// has is said in `core/doc/analysis.md` and in the report's schema.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "storydiff/span.hpp"

namespace storydiff {

/// An entry of `quotations`, `figures`, `names`, `attributions` or `polarity`. Members that a list does
/// not use stay empty. Spans are original; a side that has nothing to show is absent.
struct Change {
  std::string kind;     ///< figures: "count", "money", ...
  std::string status;   ///< "same", "exact", "altered", ...: the words of the list
  std::string from;     ///< the source's words that matter ("said", "may", "over 14,000"); may be empty
  std::string to;       ///< the target's
  std::string speaker;  ///< quotations: who is said to have said it, in the target's words
  std::string verb;     ///< quotations: and with what verb
  std::optional<Span> target;
  std::optional<std::uint32_t> source_document;  ///< present when `source` is
  std::optional<Span> source;
  std::optional<std::uint32_t> alignment;  ///< index of the alignment that joins the two sides, if one does
};

/// How urgently a person should look.
enum class Severity : std::uint8_t {
  kInfo,    ///< worth knowing
  kReview,  ///< could mislead
  kAlert,   ///< the meaning changed
};
/// "info", "review", "alert".
[[nodiscard]] std::string_view to_string(Severity severity);

/// What a person should look at.
struct Finding {
  std::string kind;  ///< "quotation", "figure", "name", "attribution", "polarity", "correction", "credit"
  std::string rule;  ///< which rule raised it, such as "quotation-altered"
  Severity severity = Severity::kInfo;
  std::string message;  ///< one plain sentence that says what changed, and from what to what
  std::optional<std::uint32_t> source_document;
  std::optional<Span> source;  ///< original
  std::optional<Span> target;  ///< original
  std::optional<std::uint32_t> alignment;
};

}  // namespace storydiff
