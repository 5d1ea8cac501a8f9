#include "analyse/dateline.hpp"

#include <array>
#include <cstddef>

#include "analyse/agencies.hpp"
#include "language/code_point.hpp"

namespace storydiff {
namespace {

/// 1..12 for a month's name or its first three letters and more, else 0.
unsigned month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                        "may",       "june",     "july",     "august",
                                                        "september", "october",  "november", "december"};
  std::string folded;
  for (const char c : word)
    folded += is_ascii_upper(static_cast<unsigned char>(c)) ? static_cast<char>(c - 'A' + 'a') : c;
  constexpr std::size_t kShortest = 3;
  if (folded.size() < kShortest) return 0;
  for (unsigned i = 0; i < kMonths.size(); ++i)
    if (kMonths[i].starts_with(folded)) return i + 1;
  return 0;
}

unsigned day_of(std::string_view word) {
  unsigned day = 0;
  constexpr std::size_t kMostDigits = 2;
  if (word.empty() || word.size() > kMostDigits) return 0;
  for (const char c : word) {
    if (!is_ascii_digit(static_cast<unsigned char>(c))) return 0;
    day = day * 10 + static_cast<unsigned>(c - '0');
  }
  constexpr unsigned kLastDay = 31;
  return day <= kLastDay ? day : 0;
}

}  // namespace

Dateline read_dateline(std::string_view text) {
  Dateline dateline;
  bool in_place = true;
  unsigned month = 0;
  unsigned day = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    const bool inside = byte >= 0x80 || is_ascii_letter(byte) || is_ascii_digit(byte) || c == '\'' || c == '.';
    if (!inside) {
      if (c == ',' || c == '(' || c == '/') in_place = dateline.place.empty() && in_place;
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size()) {
      const auto next = static_cast<unsigned char>(text[end]);
      if (next < 0x80 && !is_ascii_letter(next) && !is_ascii_digit(next) && next != '\'' && next != '.') break;
      ++end;
    }
    std::string_view word = text.substr(i, end - i);
    i = end;
    if (word == "\u2014" || word == "\u2013") break;  // a dash ends it
    std::string_view bare = word;
    while (bare.ends_with('.')) bare.remove_suffix(1);
    const unsigned named = month == 0 ? month_of(bare) : 0;
    const unsigned numbered = day == 0 ? day_of(bare) : 0;
    if (named != 0) month = named;
    if (numbered != 0) day = numbered;
    const bool number = is_ascii_digit(static_cast<unsigned char>(word.front()));
    if (named != 0 || number || agencies_named(word) != 0) in_place = false;
    if (!in_place) continue;
    if (!dateline.place.empty()) dateline.place += ' ';
    dateline.place += word;
  }
  if (month != 0 && day != 0) dateline.day = Dateline::Day{month, day};
  return dateline;
}

}  // namespace storydiff
