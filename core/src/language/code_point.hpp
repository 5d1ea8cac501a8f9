/// \file code_point.hpp
/// Walking UTF-8 that is known to be valid, one code point at a time.
///
///     for (std::size_t i = 0; i < text.size();) {
///       const CodePoint c = decode_utf8(text, i);
///       i += c.length;
///     }
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace storydiff {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 1;  ///< bytes
};

/// The code point at byte `i`. Precondition: `i < text.size()` and it begins a sequence. Never reads
/// past the end: a sequence cut short gives U+FFFD of length 1.
[[nodiscard]] inline CodePoint decode_utf8(std::string_view text, std::size_t i) {
  const auto at = [&](std::size_t k) { return static_cast<unsigned char>(text[i + k]); };
  const unsigned char lead = at(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t left = text.size() - i;
  const auto tail = [&](std::size_t k) { return static_cast<char32_t>(at(k) & 0x3FU); };
  if (lead >= 0xC2 && lead < 0xE0 && left >= 2) return {static_cast<char32_t>(lead & 0x1FU) << 6 | tail(1), 2};
  if (lead >= 0xE0 && lead < 0xF0 && left >= 3) {
    return {static_cast<char32_t>(lead & 0x0FU) << 12 | tail(1) << 6 | tail(2), 3};
  }
  if (lead >= 0xF0 && left >= 4) {
    return {static_cast<char32_t>(lead & 0x07U) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4};
  }
  return {0xFFFD, 1};
}

inline void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t value) { out.push_back(static_cast<char>(value)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

[[nodiscard]] inline bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

[[nodiscard]] constexpr bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_ascii_upper(char32_t c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_ascii_lower(char32_t c) { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_ascii_letter(char32_t c) { return is_ascii_upper(c) || is_ascii_lower(c); }

}  // namespace storydiff
