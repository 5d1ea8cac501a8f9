#include "readers/entities.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "readers/entity_table.hpp"

namespace storydiff::readers {
namespace {

constexpr std::size_t kLongestName = 31;  // "CounterClockwiseContourIntegral"

constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 99;
}

std::size_t decode_number(std::string_view text, std::size_t at, std::string& out) {
  constexpr char32_t kTooLarge = 0x110000;
  std::size_t i = at + 2;
  const bool hexadecimal = i < text.size() && (text[i] == 'x' || text[i] == 'X');
  if (hexadecimal) ++i;
  const int base = hexadecimal ? 16 : 10;
  const std::size_t first = i;
  char32_t value = 0;
  for (; i < text.size() && digit_of(text[i]) < base; ++i)
    value =
        std::min<char32_t>(kTooLarge, value * static_cast<char32_t>(base) + static_cast<char32_t>(digit_of(text[i])));
  if (i == first) return 0;
  if (i < text.size() && text[i] == ';') ++i;
  append_code_point(out, value >= 0x80 && value <= 0x9F ? kWindows1252[value - 0x80] : value);
  return i - at;
}

}  // namespace

void append_code_point(std::string& out, char32_t value) {
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = 0xFFFD;
  const auto add = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (value < 0x80) {
    add(value);
  } else if (value < 0x800) {
    add(0xC0 | (value >> 6));
    add(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    add(0xE0 | (value >> 12));
    add(0x80 | ((value >> 6) & 0x3F));
    add(0x80 | (value & 0x3F));
  } else {
    add(0xF0 | (value >> 18));
    add(0x80 | ((value >> 12) & 0x3F));
    add(0x80 | ((value >> 6) & 0x3F));
    add(0x80 | (value & 0x3F));
  }
}

std::size_t decode_entity(std::string_view text, std::size_t at, std::string& out) {
  if (at + 1 >= text.size()) return 0;
  if (text[at + 1] == '#') return decode_number(text, at, out);
  std::size_t length = 0;
  while (length < kLongestName && at + 1 + length < text.size() && is_alphanumeric(text[at + 1 + length])) ++length;
  for (; length > 1; --length) {
    const std::string_view name = text.substr(at + 1, length);
    const auto* found = std::lower_bound(std::begin(kNamedEntities), std::end(kNamedEntities), name,
                                         [](const NamedEntity& e, std::string_view key) { return e.name < key; });
    if (found == std::end(kNamedEntities) || found->name != name) continue;
    const bool closed = at + 1 + length < text.size() && text[at + 1 + length] == ';';
    if (!closed && !found->bare) continue;
    append_code_point(out, found->first);
    if (found->second != 0) append_code_point(out, found->second);
    return 1 + length + (closed ? 1 : 0);
  }
  return 0;
}

std::string decode_entities(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t sign = std::min(text.find('&', i), text.size());
    out.append(text, i, sign - i);
    if (sign == text.size()) break;
    const std::size_t length = decode_entity(text, sign, out);
    if (length == 0) out += '&';
    i = sign + std::max<std::size_t>(length, 1);
  }
  return out;
}

}  // namespace storydiff::readers
