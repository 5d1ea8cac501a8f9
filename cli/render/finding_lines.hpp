/// \file finding_lines.hpp
/// Findings one a line, for editors and continuous integration.
#pragma once

#include <string>

#include "storydiff/report.hpp"

namespace storydiff::cli {

/// "opinion.txt:12:5: alert: A figure changed: ... [figure-changed]" for each finding, in the report's order. The
/// place is that in the target, else that in the source; columns count code points from 1. Control
/// characters of texts and paths are shown, never sent.
[[nodiscard]] std::string render_finding_lines(const Report& report);

}  // namespace storydiff::cli
