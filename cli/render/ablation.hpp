/// \file ablation.hpp
/// What each plugin explained, as a small table for people at a terminal.
#pragma once

#include <string>

#include "storydiff/report.hpp"
#include "terminal_style.hpp"

namespace storydiff::cli {

/// A heading, one row a plugin, and below it the findings that come or go without it; empty when the
/// report has no ablation.
[[nodiscard]] std::string render_ablation(const Report& report, const TerminalStyle& style);

}  // namespace storydiff::cli
