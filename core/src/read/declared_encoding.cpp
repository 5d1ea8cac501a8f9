#include "read/declared_encoding.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <limits>

namespace storydiff {
namespace {

// Browsers look this far for a declaration; real pages need more at times.
constexpr std::size_t kSearched = 4096;
constexpr std::size_t kLongestName = 40;

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == ':';
}

/// The name behind `mark` and a "=".
std::string named_after(std::string_view head, std::string_view mark) {
  for (std::size_t at = head.find(mark); at != std::string_view::npos; at = head.find(mark, at + 1)) {
    std::size_t i = at + mark.size();
    const auto skip = [&](std::string_view signs) {
      while (i < head.size() && signs.find(head[i]) != std::string_view::npos) ++i;
    };
    skip(" \t\r\n");
    if (i >= head.size() || head[i] != '=') continue;
    ++i;
    skip(" \t\r\n\"'");
    std::size_t end = i;
    while (end < head.size() && end - i < kLongestName && is_name(head[end])) ++end;
    if (end > i) return std::string(head.substr(i, end - i));
  }
  return {};
}

/// Encodings in which the bytes of ASCII may mean something else, so that no declaration could be read.
bool is_ascii_based(std::string_view charset) {
  constexpr std::array<std::string_view, 8> kOthers = {"utf-16", "utf-32", "utf-7", "iso-2022",
                                                       "hz",     "ebcdic", "ibm",   "scsu"};
  return std::none_of(kOthers.begin(), kOthers.end(),
                      [&](std::string_view other) { return charset.starts_with(other); });
}

}  // namespace

std::string declared_encoding(std::string_view bytes, std::string_view media_type) {
  const bool html = media_type == "text/html";
  if (!html && !media_type.ends_with("+xml")) return {};
  std::string head(bytes.substr(0, kSearched));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  std::string name;
  if (head.find("<?xml") != std::string::npos) name = named_after(head.substr(0, head.find("?>")), "encoding");
  if (name.empty() && html) name = named_after(head, "charset");
  if (name == "utf-8" || name == "utf8") return {};
  if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii") return "windows-1252";
  return name;
}

std::optional<std::string> utf8_from_charset(std::string_view bytes, const std::string& charset) {
  constexpr std::size_t kMostBytes = std::numeric_limits<std::int32_t>::max() / 4;
  if (!is_ascii_based(charset) || bytes.size() > kMostBytes) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset.c_str(), &status);
  if (U_FAILURE(status) != 0) return std::nullopt;
  std::string text(3 * bytes.size() + 16, '\0');  // no such encoding needs more
  const std::int32_t size =
      ucnv_toAlgorithmic(UCNV_UTF8, converter, text.data(), static_cast<std::int32_t>(text.size()), bytes.data(),
                         static_cast<std::int32_t>(bytes.size()), &status);
  ucnv_close(converter);
  if (U_FAILURE(status) != 0) return std::nullopt;
  text.resize(static_cast<std::size_t>(size));
  if (text.find('\0') != std::string::npos) return std::nullopt;
  return text;
}

}  // namespace storydiff
