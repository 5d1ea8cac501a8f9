/// \file explanation.hpp
/// Why sentences were linked or left, for people at a terminal.
#pragma once

#include <string>

#include "storydiff/report.hpp"
#include "terminal_style.hpp"

namespace storydiff::cli {

/// The report's explanations, each with its answer first, then the candidates, best first; empty when it has none.
[[nodiscard]] std::string render_explanations(const Report& report, const TerminalStyle& style);

}  // namespace storydiff::cli
