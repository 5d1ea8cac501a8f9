#include "analyse/figures/figure_dates.hpp"

#include <cstdint>
#include <string_view>

#include "language/code_point.hpp"

namespace storydiff {
namespace {

using enum CanonicalRole;

class DateReader {
 public:
  DateReader(const FigureSentence& in, FigureDate& date) : in_(in), date_(date) {}

  /// The rules, the longest first.
  std::size_t read(std::size_t i) {
    if (const std::size_t end = with_part(i); end != i) return end;
    if (const std::size_t end = span_of_months(i); end != i) return end;
    if (const std::size_t end = quarter(i); end != i) return end;
    if (const std::size_t end = day_of_week(i); end != i) return end;
    if (const std::size_t end = calendar(i); end != i) return end;
    if (const std::size_t end = season(i); end != i) return end;
    if (const std::size_t end = relative(i); end != i) return end;
    return year_alone(i);
  }

 private:
  bool month_name(std::size_t i) const {
    const CanonicalRole role = in_.role(i);
    return (role == kMonth || role == kDoubtfulMonth) && in_.at(i).capitalized;
  }
  std::uint8_t month(std::size_t i) const { return static_cast<std::uint8_t>(in_.at(i).number.number.mantissa); }
  std::uint8_t day(std::size_t i) const {
    const CanonicalFacts& facts = in_.at(i).number;
    const bool whole = (facts.role == kDigits && facts.digits != 0 && facts.digits <= 2) || facts.role == kOrdinal;
    return whole && facts.number.mantissa <= 31 ? static_cast<std::uint8_t>(facts.number.mantissa) : std::uint8_t{0};
  }
  std::uint16_t year(std::size_t i) const {
    const CanonicalFacts& facts = in_.at(i).number;
    // The grouped "1,997" has five bytes or more.
    const bool plain = facts.role == kDigits && facts.digits == 4 && in_.word(i).size() == 4;
    return plain && facts.number.mantissa >= 1000 && facts.number.mantissa < 2200
               ? static_cast<std::uint16_t>(facts.number.mantissa)
               : std::uint16_t{0};
  }
  std::size_t with_year(std::size_t i) {
    const std::size_t next = in_.past_comma(i);
    const std::size_t of = in_.role(next) == kOf ? next + 1 : next;
    if (year(of) != 0 && !in_.at(of + 1).percent) {
      date_.year = year(of);
      return of + 1;
    }
    if (of == next + 1 || next == i) return with_shift(i);
    return i;
  }
  // "of last year", "this year" after a month.
  std::size_t with_shift(std::size_t i) {
    const std::size_t k = in_.role(i) == kOf ? i + 1 : i;
    if (in_.at(k).shift == DateShift::kNone || in_.at(k + 1).date_unit != DateUnit::kYear) return i;
    date_.shift = in_.at(k).shift;
    date_.shift_unit = DateUnit::kYear;
    return k + 2;
  }

  // "early Thursday", "late in May", "end of the month", "mid-1990s", "last day of March"
  std::size_t with_part(std::size_t i) {
    const std::uint8_t part = in_.at(i).part;
    if (part == 0) {
      if (in_.is(i, {"last", "first"}) && in_.is(i + 1, {"day"}) && in_.role(i + 2) == kOf && month_name(i + 3)) {
        constexpr std::uint8_t kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        date_.month = month(i + 3);
        date_.day = in_.is(i, {"first"}) ? std::uint8_t{1} : kDays[date_.month - 1];
        return with_year(i + 4);
      }
      if (in_.is(i, {"through"}) && month_name(i + 1) && day(i + 2) == 0) {
        date_.part = 3;
        const std::size_t end = calendar(i + 1);
        if (end == i + 1) date_.part = 0;
        return end == i + 1 ? i : end;
      }
      return i;
    }
    std::size_t k = in_.past_hyphen(i + 1);
    if (in_.role(k) == kOf || in_.is(k, {"in", "on"})) ++k;
    if (in_.is(k, {"the"})) ++k;
    if (k > i + 1 && in_.role(k - 1) != kHyphen && in_.at(k).date_unit != DateUnit::kNone) {
      date_.part = part;
      date_.shift_unit = in_.at(k).date_unit;
      return k + 1;
    }
    DateReader inner(in_, date_);
    const std::size_t end = inner.after_part(k);
    if (end == k) return i;
    date_.part = part;
    return end;
  }
  std::size_t after_part(std::size_t i) {
    if (const std::size_t end = day_of_week(i); end != i) return end;
    if (const std::size_t end = calendar(i); end != i) return end;
    if (const std::size_t end = relative(i); end != i) return end;
    if (year(i) != 0) {
      date_.year = year(i);
      return i + 1;
    }
    return decade(i);
  }

  // "between July and September", "from May to July", "July through September", "April-June"
  std::size_t span_of_months(std::size_t i) {
    const bool opened = in_.is(i, {"between", "from"});
    const std::size_t first = opened ? i + 1 : i;
    if (!month_name(first) || day(in_.past_period(first + 1)) != 0) return i;
    const std::size_t joint = in_.past_period(first + 1);
    std::size_t second = joint;
    if (in_.is(joint, {"to", "through", "until"}) || (in_.role(joint) == kAnd && in_.is(i, {"between"})))
      second = joint + 1;
    if (second == joint) second = in_.past_hyphen(joint);
    if (second == joint || !month_name(second) || day(in_.past_period(second + 1)) != 0) return i;
    date_.month = month(first);
    date_.last_month = month(second);
    const std::size_t next = in_.past_period(second + 1);
    const std::size_t end = with_year(next);
    return end != next ? end : second + 1;
  }

  // "third quarter": its months.
  std::size_t quarter(std::size_t i) {
    const FigureFacts& facts = in_.at(i);
    const std::size_t next = in_.past_hyphen(i + 1);
    const std::uint64_t number = facts.number.role == kOrdinal ? facts.number.number.mantissa : facts.ordinal;
    if (number == 0 || number > 4 || !in_.is(next, {"quarter"})) return i;
    date_.month = static_cast<std::uint8_t>(number * 3 - 2);
    date_.last_month = static_cast<std::uint8_t>(number * 3);
    date_.shift_unit = DateUnit::kQuarter;
    return with_year(next + 1);
  }

  std::size_t day_of_week(std::size_t i) {
    std::size_t k = i;
    const DateShift shift = in_.at(i).shift;
    if (shift != DateShift::kNone && in_.at(i + 1).weekday != 0) ++k;
    if (in_.at(k).weekday == 0) return i;
    date_.weekday = in_.at(k).weekday;
    std::size_t end = k + 1;
    if (in_.at(end).day_part != 0) date_.day_part = in_.at(end++).day_part;
    std::size_t next = in_.past_comma(in_.past_period(end));
    if (in_.is(next, {"the"})) ++next;
    if (next < in_.size() && (month_name(next) || day(next) != 0)) {
      const std::size_t after = calendar(next);
      if (after != next && date_.day != 0) return after;
    }
    return end;
  }

  // Month, day and year, in either order; a month alone where it can be no other word.
  std::size_t calendar(std::size_t i) {
    const CanonicalFacts& first = in_.at(i).number;
    if (first.role == kDottedDate) {
      date_.day = static_cast<std::uint8_t>(first.number.mantissa % 100);
      date_.month = static_cast<std::uint8_t>(first.number.mantissa / 100 % 100);
      date_.year = static_cast<std::uint16_t>(first.number.mantissa / 10000);
      return i + 1;
    }
    if (month_name(i)) {
      std::size_t next = in_.past_period(i + 1);
      date_.month = month(i);
      if (in_.is(next, {"the"}) && in_.role(next + 1) == kOrdinal) ++next;  // "September the 11th"
      if (day(next) != 0 && !in_.at(next + 1).percent && !in_.at(next + 1).zone) {
        date_.day = day(next);
        return with_year(next + 1);
      }
      const std::size_t end = with_year(next);
      if (end != next) return end;
      if (is_month_alone(i)) return i + 1;
      date_.month = 0;
      return i;
    }
    if (year(i) != 0 && in_.role(i + 1) == kHyphen && in_.role(i + 3) == kHyphen && day(i + 2) != 0 &&
        day(i + 4) != 0 && in_.touches(i) && in_.touches(i + 1) && in_.touches(i + 2) && in_.touches(i + 3)) {
      date_.year = year(i);
      date_.month = day(i + 2);
      date_.day = day(i + 4);
      return i + 5;
    }
    if (day(i) == 0) return i;
    const std::size_t at = in_.role(i) == kOrdinal && in_.role(i + 1) == kOf ? i + 2 : i + 1;
    if (!month_name(at)) return i;
    date_.day = day(i);
    date_.month = month(at);
    const std::size_t end = in_.past_period(at + 1);
    const std::size_t after = with_year(end);
    return after != end ? after : at + 1;
  }

  bool is_month_alone(std::size_t i) const {
    if (in_.role(i) == kDoubtfulMonth) return false;
    const bool announced =
        i > 0 && (in_.is(i - 1, {"in",   "since",  "of",    "until", "till", "by",      "from",    "last",
                                 "next", "early",  "late",  "mid",   "and",  "between", "through", "during",
                                 "this", "before", "after", "to",    "for",  "every",   "each"}) ||
                  in_.role(i - 1) == kHyphen);
    const bool may_be_name = in_.is(i, {"may", "march", "april", "june", "august", "jan", "jun"});
    if (!may_be_name) return true;
    // "by June Carter", "with May", "August Wilson"
    return announced && !in_.capital_says_name(i + 1);
  }

  std::size_t season(std::size_t i) {
    if (in_.at(i).season == 0) return i;
    const std::size_t end = with_year(i + 1);
    const std::size_t after = end == i + 1 ? with_shift(i + 1) : end;
    const bool placed = i > 0 && (in_.at(i - 1).shift != DateShift::kNone ||
                                  (i > 1 && in_.is(i - 1, {"the"}) && in_.is(i - 2, {"in"})));
    if (after == i + 1 && (!placed || in_.role(after) == kOf)) return i;
    date_.season = in_.at(i).season;
    return after;
  }

  // "last month", "this week", "yesterday"
  std::size_t relative(std::size_t i) {
    const FigureFacts& facts = in_.at(i);
    struct DayWord {
      std::string_view word;
      DateShift shift;
    };
    constexpr DayWord kDays[] = {{"yesterday", DateShift::kLast},
                                 {"today", DateShift::kThis},
                                 {"tonight", DateShift::kThis},
                                 {"tomorrow", DateShift::kNext}};
    for (const DayWord& day_word : kDays) {
      if (facts.folded != day_word.word || facts.capitalized) continue;
      date_.shift = day_word.shift;
      date_.shift_unit = DateUnit::kDay;
      std::size_t end = i + 1;
      if (in_.at(end).day_part != 0) date_.day_part = in_.at(end++).day_part;
      return end;
    }
    if (facts.shift == DateShift::kNone) return i;
    const FigureFacts& next = in_.at(i + 1);
    if (next.date_unit != DateUnit::kNone) {
      // "The past year" is a length of time, "this century" and "the next decade" are hardly dates.
      if (in_.is(i, {"past", "coming"}) || next.date_unit == DateUnit::kCentury) return i;
      date_.shift = facts.shift;
      date_.shift_unit = next.date_unit;
      return i + 2;
    }
    if (month_name(i + 1) && !in_.is(i, {"past"})) {
      date_.month = month(i + 1);
      date_.shift = facts.shift;
      return i + 2;
    }
    if (next.season != 0 && !in_.is(i, {"past"})) {
      date_.season = next.season;
      date_.shift = facts.shift;
      date_.shift_unit = DateUnit::kSeason;
      return i + 2;
    }
    if (next.day_part != 0 && in_.is(i, {"last", "this"}) && !in_.is(i + 1, {"dawn", "dusk"})) {
      date_.shift = DateShift::kThis;
      date_.shift_unit = DateUnit::kDay;
      date_.day_part = next.day_part;
      if (in_.is(i, {"last"})) date_.shift = DateShift::kLast;
      return i + 2;
    }
    return i;
  }

  // "1990s", "the 1990s"
  std::size_t decade(std::size_t i) {
    const std::string_view word = in_.word(i);
    if (!in_.at(i).digits || word.size() != 5 || !word.ends_with("0s")) return i;
    std::uint16_t value = 0;
    for (std::size_t k = 0; k < 4; ++k) {
      if (!is_ascii_digit(static_cast<unsigned char>(word[k]))) return i;
      value = static_cast<std::uint16_t>(value * 10 + (word[k] - '0'));
    }
    date_.year = value;
    date_.last_year = static_cast<std::uint16_t>(value + 9);
    return i + 1;
  }

  std::size_t year_alone(std::size_t i) {
    if (const std::size_t end = decade(i); end != i) return end;
    const std::uint16_t value = year(i);
    if (value == 0) return i;
    const FigureFacts& next = in_.at(i + 1);
    if (next.percent || next.unit != nullptr || next.zone || next.number.role == kScale ||
        next.number.role == kPeople || next.number.role == kHour) {
      return i;
    }
    if (in_.role(in_.past_hyphen(i + 1)) == kSign || next.number.role == kDollar || next.number.role == kCurrency)
      return i;
    const bool placed = i > 0 && in_.is(i - 1, {"in",     "since", "until",   "till", "before", "after",   "by", "from",
                                                "around", "circa", "early",   "late", "during", "between", "of", "to",
                                                "and",    "about", "through", "for",  "the",    "about"});
    const bool modern = value >= 1900 && value < 2100;
    const bool counts = next.number.plural && next.number.role == kPlain;
    if (modern ? (counts && !placed) : !(placed && (!next.word || next.function))) return i;
    if (!modern && in_.is(i - 1, {"to", "of", "about", "the", "and"})) return i;
    date_.year = value;
    // "2004-2005", "2004-05", "2004/05"
    const std::size_t joint = i + 1;
    const bool joined =
        (in_.role(joint) == kHyphen || in_.role(joint) == kSlash) && in_.touches(i) && in_.touches(joint);
    if (joined && in_.at(joint + 1).number.role == kDigits) {
      const CanonicalFacts& last = in_.at(joint + 1).number;
      const std::uint64_t full = last.digits == 2 ? value / 100 * 100U + last.number.mantissa : last.number.mantissa;
      if ((last.digits == 2 || last.digits == 4) && full > value && full < value + 100U) {
        date_.last_year = static_cast<std::uint16_t>(full);
        return joint + 2;
      }
    }
    return i + 1;
  }

  const FigureSentence& in_;
  FigureDate& date_;
};

// "10:02", "4.30pm": hour and minute, false where it is none.
bool clock_digits(std::string_view word, char mark, unsigned& hour, unsigned& minute) {
  const std::size_t at = word.find(mark);
  if (at == 0 || at > 2 || at == std::string_view::npos || word.size() < at + 3) return false;
  const auto digit = [&](std::size_t i) { return is_ascii_digit(static_cast<unsigned char>(word[i])); };
  for (std::size_t i = 0; i < at; ++i)
    if (!digit(i)) return false;
  if (!digit(at + 1) || !digit(at + 2)) return false;
  const bool seconds = word.size() > at + 4 && word[at + 3] == '.' && digit(at + 4);  // "1:52.4" is a result
  if (word.size() > at + 3 && (seconds || digit(at + 3) || word[at + 3] == mark)) return false;
  hour = 0;
  for (std::size_t i = 0; i < at; ++i) hour = hour * 10 + static_cast<unsigned>(word[i] - '0');
  minute = static_cast<unsigned>(word[at + 1] - '0') * 10 + static_cast<unsigned>(word[at + 2] - '0');
  return hour < 25 && minute < 60;
}

}  // namespace

std::size_t read_date(const FigureSentence& sentence, std::size_t i, Figure& figure) {
  FigureDate date;
  const std::size_t end = DateReader(sentence, date).read(i);
  if (end == i) return i;
  figure.kind = FigureKind::kDate;
  figure.date = date;
  return end;
}

std::size_t read_time(const FigureSentence& in, std::size_t i, Figure& figure) {
  const auto done = [&](unsigned minutes, std::size_t end) {
    figure.kind = FigureKind::kTime;
    figure.minutes = static_cast<std::uint16_t>(minutes);
    if (in.at(end).zone || (in.is(end, {"local"}) && in.is(end + 1, {"time"}))) {
      const bool named = in.at(end).zone;
      if (named) figure.zone = in.word(end);
      end += named ? 1 : 2;
    }
    return end;
  };
  if (in.is(i, {"noon", "midday", "midnight"})) {
    figure.rough = in.is(i, {"midday"});
    return done(in.is(i, {"midnight"}) ? 0 : 12 * 60, i + 1);
  }
  const FigureFacts& facts = in.at(i);
  if (!facts.digits) return i;
  const std::string_view word = facts.folded;
  unsigned hour = 0;
  unsigned minute = 0;
  std::size_t end = i + 1;
  const std::string_view suffix = word.ends_with("am") || word.ends_with("pm") ? word.substr(word.size() - 2) : "";
  const bool meridian = !suffix.empty() || in.is(end, {"a.m.", "p.m.", "am", "pm", "a.m", "p.m"});
  const bool colon = clock_digits(word, ':', hour, minute);
  const bool dotted = !colon && meridian && clock_digits(word, '.', hour, minute);
  if (!colon && !dotted) {
    const CanonicalFacts& number = facts.number;
    if (number.role != kDigits || number.number.decimals != 0) return i;
    if (number.digits == 4 && in.at(end).zone && number.number.mantissa % 100 < 60 && number.number.mantissa < 2400) {
      return done(static_cast<unsigned>(number.number.mantissa / 100 * 60 + number.number.mantissa % 100), end);
    }
    if (!meridian || number.number.mantissa > 12 || number.number.mantissa == 0) return i;
    hour = static_cast<unsigned>(number.number.mantissa);
  }
  if (meridian) {
    const bool afternoon = suffix.empty() ? word.size() > 0 && in.word(end).front() == 'p' : suffix.front() == 'p';
    if (hour > 12) return i;
    hour = hour % 12 + (afternoon ? 12U : 0U);
    if (suffix.empty()) ++end;
    // The period of "p.m." may also end the sentence, and is a token then.
    if (in.is(end - 1, {"a.m", "p.m"})) end = in.past_period(end);
  }
  figure.half_day = meridian || hour > 12 || in.at(end).zone;
  return done(hour * 60 + minute, end);
}

}  // namespace storydiff
