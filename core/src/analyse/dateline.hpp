/// \file dateline.hpp
/// The parts of a dateline: "BALLANDERRY, Aug 6 AAP -".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace storydiff {

struct Dateline {
  struct Day {
    unsigned month = 0;  ///< 1..12
    unsigned day = 0;    ///< 1..31
    friend bool operator==(Day, Day) = default;
  };
  std::string place;  ///< as written, up to the first comma, date, bracket or agency; may be empty
  std::optional<Day> day;
};

/// Reads English datelines ("Sept 4", "4 September"). O(text).
[[nodiscard]] Dateline read_dateline(std::string_view text);

}  // namespace storydiff
