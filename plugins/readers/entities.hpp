/// \file entities.hpp
/// Character references of HTML and XML: "&amp;", "&#8217;", "&#x2019;", "&eacute".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace storydiff::readers {

/// UTF-8 of a code point; U+FFFD for what is none or may not stand in a text (NUL, surrogates).
void append_code_point(std::string& out, char32_t value);

/// The reference at `text[at]`, which is '&': gives its length and appends what it stands for, or gives 0 where the
/// sign is only itself. Longest names first, as browsers do; numbers of 0x80 to 0x9F mean windows-1252. O(1).
[[nodiscard]] std::size_t decode_entity(std::string_view text, std::size_t at, std::string& out);

/// `text` with all its references replaced. For attributes and hints; stories keep their places.
[[nodiscard]] std::string decode_entities(std::string_view text);

}  // namespace storydiff::readers
