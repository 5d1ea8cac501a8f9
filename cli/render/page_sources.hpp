/// \file page_sources.hpp
/// The page's own sources, compiled in by `page/embed.cmake` from the files of `render/page/`.
#pragma once

#include <string_view>

namespace storydiff::cli {

/// index.html, with `{{names}}` where values go.
[[nodiscard]] std::string_view page_template();
/// style.css
[[nodiscard]] std::string_view page_style();
/// The modules joined into one script, in the order of `embed.cmake`.
[[nodiscard]] std::string_view page_script();

}  // namespace storydiff::cli
