/// \file sarif.hpp
/// Findings as SARIF 2.1.0, which continuous integration and editors read.
#pragma once

#include <string>

#include "storydiff/report.hpp"

namespace storydiff::cli {

/// One run with a result for each finding: its rule, its level (alert: error, review: warning, info: note),
/// its place in the target, or in the source where it has none there, and the other place as a related one. Regions
/// count lines and columns in code points from 1, characters from 0, and bytes where the file is UTF-8. Bailouts are
/// notifications.
[[nodiscard]] std::string render_sarif(const Report& report);

}  // namespace storydiff::cli
