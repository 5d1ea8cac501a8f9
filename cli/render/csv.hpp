/// \file csv.hpp
/// Links and findings as tables for spreadsheets.
///
/// RFC 4180: commas, lines that end in CR LF, fields in quotation marks where they need them, a first line
/// that names the columns. In UTF-8 behind a byte order mark, without which a spreadsheet would guess. A
/// text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, or such a character
/// in full width) gets an apostrophe before it; control characters stand as escapes like `\x1b`.
#pragma once

#include <string>

#include "storydiff/report.hpp"

namespace storydiff::cli {

/// A row for each link, in the order of the target; then one for each new sentence ("new") and for each that
/// was left out ("left-out").
[[nodiscard]] std::string render_csv_links(const Report& report);
/// A row for each finding, in the report's order.
[[nodiscard]] std::string render_csv_findings(const Report& report);

}  // namespace storydiff::cli
