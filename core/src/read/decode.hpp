/// \file decode.hpp
/// Encodings other than UTF-8, and how `read_document` converts them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace storydiff {

enum class Encoding : std::uint8_t { kUtf8, kWindows1252, kIso88591 };

/// "utf-8", "windows-1252", "iso-8859-1" and their usual aliases, in any case; nothing for others.
[[nodiscard]] std::optional<Encoding> parse_encoding(std::string_view name);
/// The first of the names above: what `Document::encoding` says.
[[nodiscard]] std::string_view to_string(Encoding encoding);

/// Every byte becomes one code point. Bytes that windows-1252 leaves undefined become the C1
/// controls of the same number, as browsers do, so that no input fails.
[[nodiscard]] std::string utf8_from_single_byte(std::string_view bytes, Encoding encoding);

/// True for text that starts with a UTF-16 or UTF-32 byte order mark.
[[nodiscard]] bool has_wide_byte_order_mark(std::string_view bytes);

}  // namespace storydiff
