/// \file utf8.hpp
/// The few questions about UTF-8 bytes that several stages ask.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace storydiff {

/// True when `offset` does not lie inside a sequence. Precondition: `text` is valid UTF-8 and
/// `offset <= text.size()`.
[[nodiscard]] constexpr bool is_utf8_boundary(std::string_view text, std::size_t offset) noexcept {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

/// Offset of the first byte that begins no valid sequence (overlong forms, surrogates and code
/// points above U+10FFFF are invalid), or nothing. O(size).
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text) noexcept;

}  // namespace storydiff
