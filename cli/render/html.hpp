/// \file html.hpp
/// A report as one page that an editor opens, understands and sends on.
#pragma once

#include <string>

#include "storydiff/report.hpp"

namespace storydiff::cli {

/// The page: one file of HTML in UTF-8 that asks for nothing from anywhere. Same report, same bytes.
///
/// Its policy lets only our own script and style run, by their digests, and forbids the script to
/// make markup from text. The report is data inside: the page's script (see `page/README.md`) shows
/// it, and puts every text of it in place as text. Without script the verdict can still be read.
[[nodiscard]] std::string render_html(const Report& report);

}  // namespace storydiff::cli
