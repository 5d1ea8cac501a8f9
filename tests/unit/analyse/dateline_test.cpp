#include "analyse/dateline.hpp"

#include <string>

#include "support/catch.hpp"

using storydiff::Dateline;
using storydiff::read_dateline;

TEST_CASE("datelines: place and day") {
  struct Case {
    const char* text;
    const char* place;
    unsigned month;
    unsigned day;
  };
  const Case cases[] = {
      {"BALLANDERRY, Aug 6 AAP -", "BALLANDERRY", 8, 6},
      {"ORZABAD, Sept 4 (Reuters) -", "ORZABAD", 9, 4},
      {"PORT BEAULIEU, Corisande, April 28 (UPI) --", "PORT BEAULIEU", 4, 28},
      {"HARLAN SPRINGS, Ark. (AP) \u2014", "HARLAN SPRINGS", 0, 0},
      {"VIENNA AFP  ", "VIENNA", 0, 0},
      {"ST. JOHN'S, N.L. \u2014", "ST. JOHN'S", 0, 0},
      {"LYON, 3 May (AFP) -", "LYON", 5, 3},
      {"(Bloomberg) --", "", 0, 0},
      {"", "", 0, 0},
      {"MARCH, England (AP) \u2014", "", 3, 0},
      {"PARIS 99 Jan", "PARIS", 1, 0},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const Dateline dateline = read_dateline(c.text);
    CHECK(dateline.place == c.place);
    const bool dated = c.month != 0 && c.day != 0;
    CHECK(dateline.day.has_value() == dated);
    if (dateline.day && dated) CHECK(*dateline.day == Dateline::Day{c.month, c.day});
  }
}
