#include "render/xml_text.hpp"

#include <unicode/utf8.h>

#include <cstdint>
#include <sstream>

namespace storydiff::cli {
namespace {

bool is_xml(UChar32 c) {
  return c == '\t' || c == '\n' || (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF;
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    if (c == '\r') {
      if (at == text.size() || text[at] != '\n') out += '\n';
    } else if (is_xml(c)) {
      out.append(text, begin, at - begin);
    } else {
      out += "\uFFFD";
    }
  }
  return out;
}

std::string xml_bytes(const pugi::xml_document& document, bool raw) {
  std::ostringstream out;
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  document.save(out, " ", (raw ? pugi::format_raw : pugi::format_indent) | pugi::format_no_declaration,
                pugi::encoding_utf8);
  std::string bytes = std::move(out).str();
  if (!bytes.ends_with('\n')) bytes += '\n';
  return bytes;
}

}  // namespace storydiff::cli
