#include "analyse/figures/figure_date_status.hpp"

#include <cstdlib>

namespace storydiff {
namespace {

using enum FigureStatus;

/// Counts of the fields that two dates have in common, contradict, or have alone.
struct Fields {
  int common = 0;
  int conflicts = 0;
  int source_only = 0;
  int target_only = 0;

  void field(int source, int target) {
    if (source == 0 && target == 0) return;
    if (source == 0) {
      ++target_only;
    } else if (target == 0) {
      ++source_only;
    } else {
      ++(source == target ? common : conflicts);
    }
  }
  /// A span of years or months and a part of it.
  void span(int source, int source_last, int target, int target_last) {
    if (source == 0 || target == 0 || (source == target && source_last == target_last)) return field(source, target);
    // Months may run over the turn of the year: December to February.
    const auto end_of = [](int first, int last) { return last == 0 ? first : last < first ? last + 12 : last; };
    const int s_last = end_of(source, source_last);
    const int t_last = end_of(target, target_last);
    if (source <= target && t_last <= s_last) {
      ++common;
      ++target_only;
    } else if (target <= source && s_last <= t_last) {
      ++common;
      ++source_only;
    } else {
      ++conflicts;
    }
  }
};

/// How long the named span is, whatever it is called.
DateUnit length(const FigureDate& date) {
  if (date.day != 0 || date.weekday != 0) return DateUnit::kDay;
  if (date.last_month != 0) return DateUnit::kQuarter;
  if (date.month != 0) return DateUnit::kMonth;
  if (date.season != 0) return DateUnit::kSeason;
  if (date.last_year != 0) return DateUnit::kDecade;
  if (date.year != 0) return DateUnit::kYear;
  return date.shift_unit;
}

}  // namespace

FigureVerdict judge_dates(const Figure& source, const Figure& target) {
  const FigureDate& s = source.date;
  const FigureDate& t = target.date;
  // A company's "third quarter" may be other months than the calendar's.
  const bool quarters = s.last_month != 0 && t.last_month != 0 && s.shift_unit != t.shift_unit && s.month != t.month;
  if (quarters) return {true, kConverted};
  Fields fields;
  fields.span(s.year, s.last_year, t.year, t.last_year);
  fields.span(s.month, s.last_month, t.month, t.last_month);
  fields.field(s.day, t.day);
  fields.field(s.weekday, t.weekday);
  fields.field(s.season, t.season);
  if (s.shift_unit != DateUnit::kNone && s.shift_unit == t.shift_unit) {
    fields.field(static_cast<int>(s.shift), static_cast<int>(t.shift));
    if (s.shift == t.shift && s.shift == DateShift::kNone) ++fields.common;
  } else if (s.shift_unit == DateUnit::kYear && t.shift_unit == DateUnit::kNone && t.year == 0) {
    ++fields.source_only;
  } else if (t.shift_unit == DateUnit::kYear && s.shift_unit == DateUnit::kNone && s.year == 0) {
    ++fields.target_only;
  }
  // Parts are told or left out freely; only a contradiction is a change.
  if (s.day_part != 0 && t.day_part != 0 && s.day_part != t.day_part && !(s.day_part >= 3 && t.day_part >= 3)) {
    ++fields.conflicts;
  }
  if (s.part != 0 && t.part != 0 && s.part != t.part) ++fields.conflicts;

  const bool of_one_length = length(s) == length(t) && length(s) != DateUnit::kNone;
  if (fields.common == 0) {
    // Two weekdays, two days of a month, two years: a change. "Monday" and "Oct. 16": two names of a day.
    if (fields.conflicts > 0) return {of_one_length, kChanged};
    return {of_one_length, kConverted};
  }
  if (fields.conflicts > 0) return {true, kChanged};
  if (fields.target_only > 0) return {true, kMorePrecise};
  return {true, fields.source_only > 0 ? kLessPrecise : kSame};
}

FigureVerdict judge_times(const Figure& source, const Figure& target) {
  const int day = source.half_day && target.half_day ? 24 * 60 : 12 * 60;
  const int difference = std::abs(int{source.minutes} - int{target.minutes}) % day;
  if (difference == 0) return {true, kSame};
  // Two zones' clocks, a whole number of half hours apart.
  if (!source.zone.empty() && !target.zone.empty() && source.zone != target.zone && difference % 30 == 0)
    return {true, kConverted};
  return {true, kChanged};
}

}  // namespace storydiff
