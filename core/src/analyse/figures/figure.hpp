/// \file figure.hpp
/// One figure of a text, read and normalized: what the comparison of figures works on.
///
///     "nearly four of the 23 districts"   kind count, qualifier nearly, low = high = 4, whole 23
///     "between 2 and 8 degrees Celsius"   two figures, 2 and 8, both of a temperature
///     "Monday, Oct. 16"                   kind date, weekday 1, month 10, day 16
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "storydiff/span.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

enum class FigureKind : std::uint8_t { kCount, kMoney, kPercent, kDate, kTime, kAge, kMeasure, kOrdinal };
/// "count", "money", ...: the words of the report.
[[nodiscard]] std::string_view to_string(FigureKind kind);

/// What the words around a number say of its bounds. Words that mean the same share one ("over" and
/// "more than").
enum class Qualifier : std::uint8_t {
  kNone,
  kAbout,     ///< about, some, roughly
  kNearly,    ///< nearly, almost, just under
  kJustOver,  ///< just over, slightly more than
  kAtLeast,   ///< at least, no fewer than, or more; more than and over
  kAtMost,    ///< up to, as many as, no more than; less than and under
};

/// What is measured. Units of one dimension can be converted.
enum class Dimension : std::uint8_t {
  kDuration,
  kLength,
  kMass,
  kSpeed,
  kTemperature,
  kArea,
  kVolume,
  kEnergy,
  kPower,
  kData,
  kPoints,       ///< of an index, a score, an interest rate
  kTimes,        ///< threefold, twice, doubled
  kMultiplicity  ///< once, twice: how often
};

/// Units of two systems are never the same words: 98 miles an hour is a conversion of 158 kph.
enum class UnitSystem : std::uint8_t { kCommon, kMetric, kImperial };

struct FigureUnit {
  std::string_view word;  ///< case-folded, singular where an s makes the plural
  Dimension dimension = Dimension::kDuration;
  UnitSystem system = UnitSystem::kCommon;
  double factor = 1;  ///< to the dimension's base unit
};

/// What befell those who are counted: 14,000 dead are not 14,000 displaced.
enum class Fate : std::uint8_t {
  kNone,
  kDead,
  kHurt,
  kDisplaced,
  kMissing,
  kArrested,
  kSaved,
  kCharged,
  kHired,
  kDismissed
};

/// "From" and "to" before a number, which a swap turns round.
enum class FigurePlace : std::uint8_t { kNone, kFrom, kTo };

enum class DateUnit : std::uint8_t {
  kNone,
  kDay,
  kWeek,
  kMonth,
  kQuarter,
  kYear,
  kDecade,
  kCentury,
  kWeekend,
  kSeason
};
enum class DateShift : std::uint8_t { kNone, kLast, kThis, kNext };

/// Fields are 0 where the text does not give them.
struct FigureDate {
  std::uint16_t year = 0;
  std::uint16_t last_year = 0;  ///< of "2004-05" and of a decade ("1990s": 1990 and 1999)
  std::uint8_t month = 0;       ///< 1..12
  std::uint8_t last_month = 0;  ///< "between July and September", "third quarter": 7 and 9
  std::uint8_t day = 0;         ///< 1..31
  std::uint8_t weekday = 0;     ///< 1 Monday .. 7 Sunday
  std::uint8_t season = 0;      ///< 1 spring .. 4 winter
  std::uint8_t part = 0;        ///< early, middle, late: 1, 2, 3
  std::uint8_t day_part = 0;    ///< morning, afternoon, evening, night: 1 .. 4
  DateShift shift = DateShift::kNone;
  DateUnit shift_unit = DateUnit::kNone;  ///< of `shift`, and what the name of a span says ("last month")
};

struct Figure {
  FigureKind kind = FigureKind::kCount;
  Qualifier qualifier = Qualifier::kNone;
  double low = 0;
  double high = 0;                   ///< above `low` for vague numbers only ("dozens")
  double grain = 1;                  ///< place value of the last digit that counts: 14,000 has 1,000
  bool negative = false;             ///< "-5", "minus 5"; `low` and `high` are without the sign
  bool fraction = false;             ///< written with decimals
  bool vague = false;                ///< "several", "dozens", "double-digit", "most"
  bool share = false;                ///< a share in words: "a third", "two in three"
  double whole = 0;                  ///< of "four of the 23 districts"; 0: none
  double other = -1;                 ///< second number of a score or of odds ("25-1"); negative: none
  bool points = false;               ///< percentage points
  const FigureUnit* unit = nullptr;  ///< of a measure
  std::string_view currency;         ///< of money: "dollar", "pound"
  char country = 0;                  ///< first letter of the country that the currency's name gives
  const FigureUnit* per = nullptr;   ///< of a rate, where it is a time: "a day"
  std::optional<WordId> noun;        ///< head of what is counted, where it is said
  bool noun_sure = false;            ///< it follows the number at once
  Fate fate = Fate::kNone;
  FigurePlace place = FigurePlace::kNone;
  FigureDate date;
  std::uint16_t minutes = 0;  ///< of a time of day
  std::string_view zone;      ///< "gmt", where the text says it
  bool half_day = true;       ///< whether the text says which half of the day
  bool rough = false;         ///< a time of day in words: "midday"
  std::uint32_t sentence = 0;
  std::uint32_t first_token = 0;  ///< index into `Segments::tokens`
  std::uint32_t end_token = 0;
  Span original;

  [[nodiscard]] bool is_date_or_time() const { return kind == FigureKind::kDate || kind == FigureKind::kTime; }
};

}  // namespace storydiff
