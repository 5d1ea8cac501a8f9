#include "analyse/figures/figure_calendar.hpp"

#include <optional>
#include <string_view>

#include "support/catch.hpp"

using namespace storydiff;

namespace {

struct DatelineRow {
  std::string_view text;
  int year;
  int month;
  int day;
};

constexpr DatelineRow kDatelines[] = {
    {"PARIS, Feb. 22, 2014 (Reuters) - ", 2014, 2, 22},
    {"MARSEILLE, France, March 3 (AP) — ", 0, 3, 3},
    {"Moscow. 7 September. INTERFAX - ", 0, 9, 7},
    {"KYIV (Reuters) - ", 0, 0, 0},
    {"MARIUPOL, Dec 45 - ", 0, 0, 0},
    {"", 0, 0, 0},
};

FigureDate weekday(int number) {
  FigureDate date;
  date.weekday = static_cast<std::uint8_t>(number);
  return date;
}
FigureDate calendar(int year, int month, int day) {
  FigureDate date;
  date.year = static_cast<std::uint16_t>(year);
  date.month = static_cast<std::uint8_t>(month);
  date.day = static_cast<std::uint8_t>(day);
  return date;
}
FigureDate relative(DateShift shift, DateUnit unit) {
  FigureDate date;
  date.shift = shift;
  date.shift_unit = unit;
  return date;
}

}  // namespace

TEST_CASE("the day of a dateline") {
  for (const DatelineRow& row : kDatelines) {
    INFO(row.text);
    const std::optional<KnownDay> day = day_of_dateline(row.text);
    CHECK(day.has_value() == (row.day != 0));
    if (!day) continue;
    CHECK(day->year == row.year);
    CHECK(day->month == row.month);
    CHECK(day->day == row.day);
  }
}

TEST_CASE("names of days, months and years against dates") {
  const KnownDay monday{0, 10, 16, 1};
  // A full date has its weekday, whatever the texts say.
  CHECK(names_the_same(weekday(2), calendar(2001, 9, 11), std::nullopt, {}) == true);
  CHECK(names_the_same(weekday(3), calendar(2001, 9, 11), std::nullopt, {}) == false);
  CHECK(names_the_same(weekday(4), calendar(2024, 2, 29), std::nullopt, {}) == true);
  // Another day of the same week, from one that is known.
  CHECK(names_the_same(weekday(4), calendar(0, 10, 19), std::nullopt, {monday}) == true);
  CHECK(names_the_same(weekday(5), calendar(0, 10, 13), std::nullopt, {monday}) == true);
  CHECK(names_the_same(weekday(4), calendar(0, 10, 18), std::nullopt, {monday}) == false);
  CHECK(names_the_same(weekday(4), calendar(0, 10, 26), std::nullopt, {monday}) == std::nullopt);
  CHECK(names_the_same(weekday(6), calendar(0, 2, 22), std::nullopt, {KnownDay{2014, 2, 22, 0}}) == true);
  // Counted from the day of writing.
  const KnownDay january{2015, 1, 1, 0};
  CHECK(names_the_same(relative(DateShift::kLast, DateUnit::kMonth), calendar(0, 12, 0), january, {}) == true);
  CHECK(names_the_same(relative(DateShift::kNext, DateUnit::kMonth), calendar(0, 3, 0), january, {}) == false);
  CHECK(names_the_same(relative(DateShift::kLast, DateUnit::kYear), calendar(2014, 0, 0), january, {}) == true);
  CHECK(names_the_same(relative(DateShift::kNext, DateUnit::kDay), calendar(0, 1, 2), january, {}) == true);
  CHECK(names_the_same(relative(DateShift::kLast, DateUnit::kYear), calendar(2014, 0, 0), std::nullopt, {}) ==
        std::nullopt);
}

TEST_CASE("the day of a document's metadata") {
  struct Row {
    const char* text;
    int year;
    int month;
    int day;
  };
  const Row rows[] = {{"2014-02-22", 2014, 2, 22}, {"--08-06", 0, 8, 6}, {"1999-12-31", 1999, 12, 31}};
  for (const Row& row : rows) {
    INFO(row.text);
    const auto day = storydiff::day_of_metadata(row.text);
    REQUIRE(day.has_value());
    CHECK(day->year == row.year);
    CHECK(day->month == row.month);
    CHECK(day->day == row.day);
  }
  for (const char* text : {"", "08-06", "2014-13-01", "2014-00-10", "--08-32", "yesterday", "2014/02/22", "--0a-06"}) {
    INFO(text);
    CHECK_FALSE(storydiff::day_of_metadata(text).has_value());
  }
}
