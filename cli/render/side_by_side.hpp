/// \file side_by_side.hpp
/// Sources on the left, the target on the right, for wide terminals.
#pragma once

#include <string>

#include "render/report_places.hpp"
#include "storydiff/report.hpp"
#include "terminal_style.hpp"

namespace storydiff::cli {

/// All story text in the order of the target: links, what is new (right alone) and what was left out (left
/// alone, behind the source sentence that it follows). Between the columns stands `|` where words changed, `~`
/// where something moved, `>` before what is new and `<` behind what was left out. Long verbatim stretches are folded
/// to one line.
[[nodiscard]] std::string render_side_by_side(const Report& report, const ReportPlaces& places,
                                              const TerminalStyle& style);

}  // namespace storydiff::cli
