#include "render/html_text.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>

#include "storydiff/document.hpp"

namespace storydiff::cli {
namespace {

void add_unicode_escape(std::string& out, std::uint32_t code_point) {
  std::array<char, 8> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), "\\u%04x", static_cast<unsigned>(code_point));
  out.append(buffer.data(), static_cast<std::size_t>(size));
}

/// U+0080 to U+FFFF from the two or three bytes at the front of `text`; 0 for other lengths.
std::uint32_t code_point_at_front(std::string_view text, std::size_t& size) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
  size = 1;
  if (text.size() >= 2 && (byte(0) & 0xE0U) == 0xC0U) {
    size = 2;
    return (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU);
  }
  if (text.size() >= 3 && (byte(0) & 0xF0U) == 0xE0U) {
    size = 3;
    return (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
  }
  return 0;
}

/// C1 controls, line and paragraph separators, marks of direction, the byte order mark.
bool is_unseen(std::uint32_t c) {
  return (c >= 0x80 && c <= 0x9F) || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

std::uint32_t digit_value(char digit) {
  return static_cast<std::uint32_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string script_json(std::string_view json) {
  // The characters below stand only inside JSON strings, where an escape means the same.
  std::string out;
  out.reserve(json.size() + json.size() / 32);
  for (std::size_t at = 0; at < json.size();) {
    const char c = json[at];
    std::size_t size = 1;
    if (c == '<' || c == '>' || c == '&' || c == '\x7f') {
      add_unicode_escape(out, static_cast<unsigned char>(c));
    } else if (static_cast<unsigned char>(c) < 0x80) {
      out += c;
    } else if (const std::uint32_t code_point = code_point_at_front(json.substr(at), size); is_unseen(code_point)) {
      add_unicode_escape(out, code_point);
    } else {
      out += json.substr(at, size);
    }
    at += size;
  }
  return out;
}

std::string base64_of_hex(std::string_view hexadecimal) {
  static constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  // Three hexadecimal digits are twelve bits: two of base 64.
  for (std::size_t at = 0; at < hexadecimal.size(); at += 3) {
    std::uint32_t bits = 0;
    for (std::size_t i = at; i < at + 3; ++i)
      bits = bits << 4U | (i < hexadecimal.size() ? digit_value(hexadecimal[i]) : 0);
    out += kDigits[bits >> 6U];
    if (hexadecimal.size() - at >= 2) out += kDigits[bits & 63U];
  }
  while (out.size() % 4 != 0) out += '=';
  return out;
}

std::string csp_digest(std::string_view bytes) {
  // A document knows its SHA-256; no other part of the library needs to show one.
  const Result<Document> document = make_document("", std::string(bytes), {});
  return document ? "sha256-" + base64_of_hex(document->sha256) : std::string();
}

}  // namespace storydiff::cli
