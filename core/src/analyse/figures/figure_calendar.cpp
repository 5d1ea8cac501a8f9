#include "analyse/figures/figure_calendar.hpp"

#include <array>
#include <cstdlib>

#include "language/code_point.hpp"

namespace storydiff {
namespace {

/// Days since 1 March of the year 0, in the Gregorian calendar.
int day_number(int year, int month, int day) {
  if (month <= 2) {
    --year;
    month += 12;
  }
  return 365 * year + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + day - 1;
}

/// 1 Monday .. 7 Sunday. 1 March of the year 0 was a Wednesday.
int weekday_of(int number) { return (number + 2) % 7 + 1; }

constexpr std::uint16_t kAnyYear = 2023;  ///< where only the distance of two days matters

int number_of(const KnownDay& day, std::uint16_t year) { return day_number(year, day.month, day.day); }

std::optional<bool> same_weekday(const FigureDate& named, const FigureDate& absolute,
                                 const std::vector<KnownDay>& known) {
  if (absolute.month == 0 || absolute.day == 0) return std::nullopt;
  if (absolute.year != 0) {
    return weekday_of(day_number(absolute.year, absolute.month, absolute.day)) == named.weekday;
  }
  for (const KnownDay& day : known) {
    const std::uint16_t year = day.year != 0 ? day.year : kAnyYear;
    const int here = number_of(day, year);
    const int distance = day_number(year, absolute.month, absolute.day) - here;
    if (std::abs(distance) > 6) continue;
    const int weekday = day.weekday != 0 ? day.weekday : weekday_of(here);
    return (weekday - 1 + distance + 7) % 7 + 1 == named.weekday;
  }
  return std::nullopt;
}

int steps(DateShift shift) { return shift == DateShift::kLast ? -1 : shift == DateShift::kNext ? 1 : 0; }

}  // namespace

std::optional<KnownDay> day_of_metadata(std::string_view date) {
  // Month and day are the last five bytes; a year, if there is one, the four before the hyphen.
  constexpr std::size_t kDayBytes = 5;
  constexpr std::size_t kYearBytes = 4;
  if (date.size() < kDayBytes + 2) return std::nullopt;
  const auto number = [](std::string_view digits) {
    unsigned value = 0;
    for (const char c : digits) {
      if (!is_ascii_digit(static_cast<unsigned char>(c))) return 0U;
      value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
  };
  const std::string_view tail = date.substr(date.size() - kDayBytes);
  const unsigned month = number(tail.substr(0, 2));
  const unsigned day = number(tail.substr(3));
  if (tail[2] != '-' || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  KnownDay known;
  known.month = static_cast<std::uint8_t>(month);
  known.day = static_cast<std::uint8_t>(day);
  if (date.size() == kYearBytes + 1 + kDayBytes)
    known.year = static_cast<std::uint16_t>(number(date.substr(0, kYearBytes)));
  return known;
}

std::optional<KnownDay> day_of_dateline(std::string_view text) {
  constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                        "jul", "aug", "sep", "oct", "nov", "dec"};
  KnownDay day;
  std::uint8_t day_before = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto at = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
    std::size_t end = i;
    if (is_ascii_digit(at(i))) {
      unsigned value = 0;
      while (end < text.size() && end - i < 5 && is_ascii_digit(at(end))) value = value * 10 + (at(end++) - '0');
      const std::size_t digits = end - i;
      if (digits <= 2 && value >= 1 && value <= 31) {
        if (day.month != 0 && day.day == 0) day.day = static_cast<std::uint8_t>(value);
        day_before = static_cast<std::uint8_t>(value);
      }
      if (digits == 4 && value >= 1800 && value < 2200 && day.day != 0) day.year = static_cast<std::uint16_t>(value);
    } else if (is_ascii_letter(at(i))) {
      while (end < text.size() && is_ascii_letter(at(end))) ++end;
      const std::string_view word = text.substr(i, end - i);
      // "Feb" and "February", but neither "MARSEILLE" nor "Mayor": a month is short, or has its own length.
      constexpr std::array<std::size_t, 12> kLengths = {7, 8, 5, 5, 3, 4, 4, 6, 9, 7, 8, 8};
      for (std::size_t m = 0; m < kMonths.size() && word.size() >= 3 && day.month == 0; ++m) {
        bool begins = word.size() == 3 || word.size() == kLengths[m] || word == "Sept" || word == "SEPT";
        for (std::size_t k = 0; k < 3; ++k)
          begins = begins && (at(i + k) | 0x20) == static_cast<unsigned char>(kMonths[m][k]);
        if (!begins) continue;
        day.month = static_cast<std::uint8_t>(m + 1);
        day.day = day_before;
      }
    }
    i = end == i ? i + 1 : end;
  }
  if (day.month == 0 || day.day == 0) return std::nullopt;
  return day;
}

std::optional<bool> names_the_same(const FigureDate& named, const FigureDate& absolute,
                                   const std::optional<KnownDay>& written, const std::vector<KnownDay>& known) {
  if (named.weekday != 0) return same_weekday(named, absolute, known);
  if (!written || named.shift == DateShift::kNone) return std::nullopt;
  switch (named.shift_unit) {
    case DateUnit::kDay: {
      if (absolute.month == 0 || absolute.day == 0) return std::nullopt;
      const std::uint16_t year = written->year != 0 ? written->year : kAnyYear;
      return day_number(year, absolute.month, absolute.day) == number_of(*written, year) + steps(named.shift);
    }
    case DateUnit::kMonth:
      if (absolute.month == 0 || absolute.last_month != 0) return std::nullopt;
      return (written->month - 1 + steps(named.shift) + 12) % 12 + 1 == absolute.month;
    case DateUnit::kYear:
      if (absolute.year == 0 || absolute.last_year != 0 || written->year == 0) return std::nullopt;
      return written->year + steps(named.shift) == absolute.year;
    default:
      return std::nullopt;
  }
}

}  // namespace storydiff
