/// \file verdict.hpp
/// The whole of a report in one to four plain sentences.
#pragma once

#include <string>

#include "render/report_places.hpp"
#include "storydiff/report.hpp"

namespace storydiff::cli {

/// How much of the target is taken, how, and from where; what moved; what was left out. File names
/// are as in the report: make them visible before showing.
[[nodiscard]] std::string verdict(const Report& report, const ReportPlaces& places);

/// The same in a few words, for a headline: how much came from which agency, and whether it is credited ("About a
/// quarter comes from AP, uncredited"); the verdict's class ("Partially derived") where the report knows no agency,
/// or several sources; the whole verdict for a target without story text.
[[nodiscard]] std::string headline(const Report& report, const ReportPlaces& places);

/// "1 sentence", "2 sentences": `noun` with an s where `count` asks for it.
[[nodiscard]] std::string counted(std::size_t count, const std::string& noun);

}  // namespace storydiff::cli
