#include "terminal_text.hpp"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <memory>

namespace storydiff::cli {
namespace {

/// The next code point of `text` from `at`, which it moves on; negative for bytes that are no UTF-8.
UChar32 next_code_point(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 c = 0;
  U8_NEXT(bytes, at, text.size(), c);
  return c;
}

std::size_t width_of(UChar32 c) {
  const int type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  // The later letters of a Hangul syllable stand in the square of the first.
  const int hangul = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (hangul == U_HST_VOWEL_JAMO || hangul == U_HST_TRAILING_JAMO) return 0;
  const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_FULLWIDTH || east_asian == U_EA_WIDE ? 2 : 1;
}

/// Of what a reader takes for one character: the sum of its code points, but an emoji is one picture however
/// many people, skin colours and letters it is made of.
std::size_t width_of_cluster(std::string_view cluster) {
  constexpr UChar32 kShownAsEmoji = 0xFE0F;
  constexpr std::size_t kPicture = 2;
  std::size_t width = 0;
  bool first = true;
  for (std::size_t at = 0; at < cluster.size(); first = false) {
    const UChar32 c = next_code_point(cluster, at);
    if (c == kShownAsEmoji && !first) return kPicture;
    if (first && c > 0x7F && u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION)) return kPicture;
    width += width_of(c);
  }
  return width;
}

struct CloseBreaks {
  void operator()(UBreakIterator* breaks) const { ubrk_close(breaks); }
};
struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

/// Calls `visit(begin, end, width)` for each grapheme cluster of `text`, until it says false.
template <typename Visit>
void for_each_cluster(std::string_view text, Visit visit) {
  const auto is_plain = [&](std::size_t i) { return text[i] >= 0x20 && text[i] < 0x7F; };
  std::size_t plain = 0;
  // A letter that marks may follow is not yet one of these.
  for (; plain < text.size() && is_plain(plain) && (plain + 1 == text.size() || is_plain(plain + 1)); ++plain)
    if (!visit(plain, plain + 1, 1)) return;
  if (plain == text.size()) return;

  UErrorCode status = U_ZERO_ERROR;
  thread_local const std::unique_ptr<UBreakIterator, CloseBreaks> breaks(
      ubrk_open(UBRK_CHARACTER, "", nullptr, 0, &status));
  const std::string_view rest = text.substr(plain);
  const std::unique_ptr<UText, CloseText> opened(
      utext_openUTF8(nullptr, rest.data(), static_cast<std::int64_t>(rest.size()), &status));
  if (breaks) ubrk_setUText(breaks.get(), opened.get(), &status);
  if (!breaks || U_FAILURE(status)) {
    // Without ICU's data every code point stands alone.
    for (std::size_t at = plain; at < text.size();) {
      const std::size_t begin = at;
      const UChar32 c = next_code_point(text, at);
      if (!visit(begin, at, width_of(c))) return;
    }
    return;
  }
  std::int32_t begin = ubrk_first(breaks.get());
  for (std::int32_t end = ubrk_next(breaks.get()); end != UBRK_DONE; end = ubrk_next(breaks.get())) {
    const std::size_t from = static_cast<std::size_t>(begin);
    const std::size_t to = static_cast<std::size_t>(end);
    if (!visit(plain + from, plain + to, width_of_cluster(rest.substr(from, to - from)))) return;
    begin = end;
  }
}

bool is_control(UChar32 c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

/// Characters that reorder or break what stands around them.
bool is_treacherous(UChar32 c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029;
}

void append_escape(std::string& out, const char* format, unsigned value) {
  std::array<char, 16> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), format, value);
  out.append(buffer.data(), static_cast<std::size_t>(size));
}

std::string visible(std::string_view text, bool keep_lines) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const UChar32 c = next_code_point(text, at);
    if (c < 0) {
      for (std::size_t i = begin; i < at; ++i) append_escape(out, "\\x%02x", static_cast<unsigned char>(text[i]));
    } else if (c == '\n' || c == '\t' || c == '\r' || c == '\v' || c == '\f') {
      if (!keep_lines)
        out += ' ';
      else if (c == '\n' || c == '\t')
        out += static_cast<char>(c);
      else
        append_escape(out, "\\x%02x", static_cast<unsigned>(c));
    } else if (is_control(c) && c < 0x80) {
      append_escape(out, "\\x%02x", static_cast<unsigned>(c));
    } else if (is_control(c) || is_treacherous(c)) {
      append_escape(out, "\\u%04x", static_cast<unsigned>(c));
    } else {
      out.append(text, begin, at - begin);
    }
  }
  return out;
}

}  // namespace

std::string visible_line(std::string_view text) { return visible(text, false); }
std::string visible_text(std::string_view text) { return visible(text, true); }

std::string visible_json(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t begin = at;
    const UChar32 c = next_code_point(json, at);
    if (c >= 0x20 && (is_control(c) || is_treacherous(c)))
      append_escape(out, "\\u%04x", static_cast<unsigned>(c));
    else
      out.append(json, begin, at - begin);
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for_each_cluster(text, [&](std::size_t, std::size_t, std::size_t width) {
    columns += width;
    return true;
  });
  return columns;
}

std::size_t fitting_bytes(std::string_view text, std::size_t columns) {
  std::size_t taken = 0;
  std::size_t bytes = text.size();
  for_each_cluster(text, [&](std::size_t begin, std::size_t, std::size_t width) {
    taken += width;
    if (taken <= columns || begin == 0) return true;
    bytes = begin;
    return false;
  });
  return bytes;
}

std::string excerpt(std::string_view text, std::size_t columns) {
  // What comes after can not be shown anyway, and escapes only make a text longer.
  const std::string line = visible_line(text.substr(0, columns * 8));
  if (text.size() <= columns * 8 && display_width(line) <= columns) return line;
  constexpr std::size_t kDots = 3;
  return line.substr(0, fitting_bytes(line, columns > kDots ? columns - kDots : 1)) + "...";
}

}  // namespace storydiff::cli
