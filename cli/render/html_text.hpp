/// \file html_text.hpp
/// What text must become before it may stand in a page.
#pragma once

#include <string>
#include <string_view>

namespace storydiff::cli {

/// For the content of an element or a quoted attribute.
[[nodiscard]] std::string html_text(std::string_view text);

/// JSON for the inside of a `<script>` element: the same value, written so that no text in it can end
/// the element, begin a comment, or (for who reads the page's source) turn the direction of writing.
/// `json` is valid UTF-8.
[[nodiscard]] std::string script_json(std::string_view json);

/// "sha256-..." as a content security policy names an inline script or style. `bytes` is UTF-8
/// without NUL.
[[nodiscard]] std::string csp_digest(std::string_view bytes);

/// RFC 4648 with padding, of the bytes that `hexadecimal` (lower case, an even number of digits) spells.
[[nodiscard]] std::string base64_of_hex(std::string_view hexadecimal);

}  // namespace storydiff::cli
