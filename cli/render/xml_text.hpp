/// \file xml_text.hpp
/// What pugixml does not do for us: characters that XML can not have, and the bytes of a document.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace storydiff::cli {

/// `text` with U+FFFD for each control character, surrogate or non-character that XML 1.0 forbids, even
/// escaped, and for each byte that is no UTF-8. A carriage return becomes a line feed, as a reader would have it.
[[nodiscard]] std::string xml_text(std::string_view text);

/// `document` as UTF-8 with a declaration and a final line feed. White space is written as it stands in the
/// tree where `raw`, else elements are indented.
[[nodiscard]] std::string xml_bytes(const pugi::xml_document& document, bool raw);

}  // namespace storydiff::cli
