/// \file page_sources.hpp
/// The page's own sources, compiled in by `page/embed.cmake` from the files of `render/page/`.
#pragma once

#include <string_view>

namespace storydiff::cli {

/// index.html, with `{{names}}` where values go.
[[nodiscard]] std::string_view page_template();
/// style.css
[[nodiscard]] std::string_view page_style();
/// The modules that every page has, joined in the order of `embed.cmake`; a page's own follow them.
[[nodiscard]] std::string_view common_script();
/// Those of the page of a report.
[[nodiscard]] std::string_view pair_script();
/// Those of the page of a chain.
[[nodiscard]] std::string_view chain_script();

}  // namespace storydiff::cli
