/// \file html.hpp
/// A report as one page that an editor opens, understands and sends on.
#pragma once

#include <string>

#include "storydiff/report.hpp"

namespace storydiff::cli {

/// The page, as `make_page` makes them all. Same report, same bytes.
///
/// The report is data inside: the page's script (see `page/README.md`) shows it, and puts every text
/// of it in place as text. Without script the verdict can still be read.
[[nodiscard]] std::string render_html(const Report& report);

}  // namespace storydiff::cli
