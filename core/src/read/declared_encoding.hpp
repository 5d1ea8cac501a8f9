/// \file declared_encoding.hpp
/// What a web page or an XML file says of its own encoding. Adapter over ICU's converters; nothing else includes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace storydiff {

/// The charset of `<meta charset>`, `<meta http-equiv>` or an XML declaration in the first kilobytes, in small letters;
/// empty where there is none, where it says UTF-8, and for media types without such a thing. What calls itself
/// iso-8859-1 or ascii is windows-1252, as browsers know.
[[nodiscard]] std::string declared_encoding(std::string_view bytes, std::string_view media_type);

/// Nothing for a charset that ICU does not know or that is no superset of ASCII, since its name was read as ASCII.
/// Malformed sequences become U+FFFD. O(bytes).
[[nodiscard]] std::optional<std::string> utf8_from_charset(std::string_view bytes, const std::string& charset);

}  // namespace storydiff
