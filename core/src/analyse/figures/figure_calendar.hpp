/// \file figure_calendar.hpp
/// "Wednesday", "yesterday" and "last month" against the day on which a text was written.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analyse/figures/figure.hpp"

namespace storydiff {

/// A day that a text fixes. `weekday` and `year` are 0 where nothing tells them.
struct KnownDay {
  std::uint16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  std::uint8_t weekday = 0;
};

/// The day in a dateline ("PARIS, Feb. 22, 2014 (Reuters) -"): an English month, a day, and a year if it
/// follows. O(text).
[[nodiscard]] std::optional<KnownDay> day_of_dateline(std::string_view text);

/// The day in a document's metadata: "2014-02-22", or "--02-22" without a year.
[[nodiscard]] std::optional<KnownDay> day_of_metadata(std::string_view date);

/// Whether `named` ("Wednesday", "yesterday", "last month", "last year") is the day, month or year that
/// `absolute` gives; nothing where the texts do not settle it. `written`: the named date's own text was
/// written then, if it says so. `known`: days of either text that have a weekday; a weekday is a day
/// within six days of one of them.
[[nodiscard]] std::optional<bool> names_the_same(const FigureDate& named, const FigureDate& absolute,
                                                 const std::optional<KnownDay>& written,
                                                 const std::vector<KnownDay>& known);

}  // namespace storydiff
