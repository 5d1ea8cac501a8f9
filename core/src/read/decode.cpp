#include "read/decode.hpp"

#include <algorithm>
#include <array>

#include "language/code_point.hpp"

namespace storydiff {
namespace {

// What windows-1252 has where iso-8859-1 has C1 controls: 0x80 to 0x9F.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

struct Alias {
  std::string_view name;
  Encoding encoding;
};
constexpr std::array<Alias, 11> kAliases = {{
    {"utf-8", Encoding::kUtf8},
    {"utf8", Encoding::kUtf8},
    {"ascii", Encoding::kUtf8},
    {"us-ascii", Encoding::kUtf8},
    {"windows-1252", Encoding::kWindows1252},
    {"windows1252", Encoding::kWindows1252},
    {"cp1252", Encoding::kWindows1252},
    {"cp-1252", Encoding::kWindows1252},
    {"iso-8859-1", Encoding::kIso88591},
    {"iso8859-1", Encoding::kIso88591},
    {"latin1", Encoding::kIso88591},
}};

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::optional<Encoding> parse_encoding(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(), ascii_lower);
  std::replace(lower.begin(), lower.end(), '_', '-');
  if (lower == "latin-1") lower = "latin1";
  for (const Alias& alias : kAliases) {
    if (alias.name == lower) return alias.encoding;
  }
  return std::nullopt;
}

std::string_view to_string(Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8:
      return "utf-8";
    case Encoding::kWindows1252:
      return "windows-1252";
    case Encoding::kIso88591:
      return "iso-8859-1";
  }
  return "";
}

std::string utf8_from_single_byte(std::string_view bytes, Encoding encoding) {
  std::string out;
  const auto high =
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) > 127; });
  out.reserve(bytes.size() + 2 * static_cast<std::size_t>(high));
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool from_table = encoding == Encoding::kWindows1252 && byte >= 0x80 && byte <= 0x9F;
    append_utf8(out, from_table ? kWindows1252[byte - 0x80U] : static_cast<char32_t>(byte));
  }
  return out;
}

bool has_wide_byte_order_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  return bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv) || bytes.starts_with("\0\0\xFE\xFF"sv);
}

}  // namespace storydiff
