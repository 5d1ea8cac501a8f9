/// \file page_file.hpp
/// What all our pages have in common: one file of HTML in UTF-8 that asks for nothing from anywhere.
#pragma once

#include <string>
#include <string_view>

namespace storydiff::cli {

/// What differs from page to page. All but `data` and `script` are plain text, made safe to show by `make_page`.
struct PageParts {
  std::string title;
  std::string heading;
  std::string standfirst;
  std::string data;         ///< JSON in valid UTF-8
  std::string_view script;  ///< the modules of this page, joined; those of all pages come before them
};

/// The policy lets only our own script and style run, by their digests, and forbids the script to make markup from
/// text. Same parts, same bytes.
[[nodiscard]] std::string make_page(const PageParts& parts);

}  // namespace storydiff::cli
