#include "language/typography.hpp"

#include <algorithm>
#include <array>

#include "language/code_point.hpp"
#include "language/icu_text.hpp"

namespace storydiff {
namespace {

struct Form {
  char32_t from;
  std::string_view to;
};

// Ascending by `from`.
constexpr std::array kForms = std::to_array<Form>({
    {U'`', "'"},        {U'\u00AB', "\""}, {U'\u00B4', "'"},  {U'\u00BB', "\""}, {U'\u02B9', "'"},   {U'\u02BB', "'"},
    {U'\u02BC', "'"},   {U'\u02BD', "'"},  {U'\u2010', "-"},  {U'\u2011', "-"},  {U'\u2012', "-"},   {U'\u2013', "-"},
    {U'\u2014', "-"},   {U'\u2015', "-"},  {U'\u2018', "'"},  {U'\u2019', "'"},  {U'\u201A', "'"},   {U'\u201B', "'"},
    {U'\u201C', "\""},  {U'\u201D', "\""}, {U'\u201E', "\""}, {U'\u201F', "\""}, {U'\u2026', "..."}, {U'\u2032', "'"},
    {U'\u2033', "\""},  {U'\u2035', "'"},  {U'\u2036', "\""}, {U'\u2039', "'"},  {U'\u203A', "'"},   {U'\u2212', "-"},
    {U'\u300C', "\""},  {U'\u300D', "\""}, {U'\uFB00', "ff"}, {U'\uFB01', "fi"}, {U'\uFB02', "fl"},  {U'\uFB03', "ffi"},
    {U'\uFB04', "ffl"}, {U'\uFB05', "st"}, {U'\uFB06', "st"},
});

bool is_line_end(char c) { return c == '\n' || c == '\r'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || is_line_end(c); }

// The end of the white space at `i`, if there is a line end in it; else `i`.
std::size_t skip_line_break(std::string_view text, std::size_t i) {
  std::size_t end = i;
  bool line_end = false;
  while (end < text.size() && is_blank(text[end])) line_end |= is_line_end(text[end++]);
  return line_end ? end : i;
}

void append_form(std::string& out, CodePoint c, std::string_view bytes) {
  const auto found = std::lower_bound(kForms.begin(), kForms.end(), c.value,
                                      [](const Form& form, char32_t value) { return form.from < value; });
  if (found != kForms.end() && found->from == c.value) {
    out += found->to;
  } else if (c.value >= 0xFF01 && c.value <= 0xFF5E) {
    out.push_back(static_cast<char>(c.value - 0xFF01 + '!'));  // full-width forms
  } else {
    out += bytes;
  }
}

// "U.S." and "U.S" are "US", "Ph.D." is "PhD": letters with a period between each two groups.
bool is_dotted_abbreviation(std::string_view text) {
  bool inner = false;
  bool letter = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '.') {
      if (!letter) return false;
      letter = false;
      inner |= i + 1 < text.size();
    } else if (is_ascii_letter(static_cast<unsigned char>(text[i]))) {
      letter = true;
    } else {
      return false;
    }
  }
  return inner && text.size() <= 8;
}

}  // namespace

std::string typographic_form(std::string_view surface) {
  // Most words are letters or digits of ASCII, which stand for themselves.
  if (std::all_of(surface.begin(), surface.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return is_ascii_letter(byte) || is_ascii_digit(byte);
      }))
    return std::string(surface);
  std::string out;
  out.reserve(surface.size());
  for (std::size_t i = 0; i < surface.size();) {
    const CodePoint c = decode_utf8(surface, i);
    const std::string_view bytes = surface.substr(i, c.length);
    i += c.length;
    const CharClass kind = classify(c.value);
    if (kind == CharClass::kIgnorable) {
      if (c.value == 0xAD) i = skip_line_break(surface, i);
      continue;
    }
    if (kind == CharClass::kSpace) {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
      continue;
    }
    if ((c.value == '-' || c.value == 0x2010) && !out.empty()) {
      if (const std::size_t next = skip_line_break(surface, i); next != i && next < surface.size()) {
        i = next;
        continue;
      }
    }
    append_form(out, c, bytes);
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();

  if (out.size() > 1 && out.find_first_not_of('-') == std::string::npos) return "-";
  if (out == "''") return "\"";
  if (is_dotted_abbreviation(out)) std::erase(out, '.');
  return compose(out);
}

}  // namespace storydiff
