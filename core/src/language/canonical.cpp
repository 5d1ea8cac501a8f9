#include "language/canonical.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "language/language_words.hpp"
#include "language/spoken_number.hpp"
#include "side_by_side.hpp"

namespace storydiff {
namespace {

using enum CanonicalRole;

bool is_number_word(CanonicalRole role) { return role == kUnit || role == kTeen || role == kTens; }
bool is_factor(CanonicalRole role) { return role == kHundred || role == kScale; }

}  // namespace

/// One sentence being read. Each rule takes the place where it may begin and gives the place where it
/// ended, or the same place where it does not apply.
class Canonicalizer::Reading {
 public:
  Reading(Canonicalizer& canonicalizer, std::span<const Token> tokens, std::vector<CanonicalStem>& out)
      : canonicalizer_(canonicalizer),
        vocabulary_(canonicalizer.vocabulary_),
        words_(*canonicalizer.words_),
        english_(&words_ == &english_words()),
        tokens_(tokens),
        out_(out) {}

  void read() {
    for (std::size_t i = 0; i < tokens_.size();) {
      std::size_t next = i;
      switch (role(i)) {
        case kPlain:
          keep(i);
          ++i;
          continue;
        case kMark:
        case kHyphen:
        case kPeriod:
        case kComma:
        case kSlash:
          ++i;
          continue;
        case kContraction:
          next = contraction(i);
          break;
        case kNumero:
          next = numero(i);
          break;
        case kWeekday:
        case kDoubtfulWeekday:
          next = weekday(i);
          break;
        default:
          next = date(i);
          if (next == i) next = amount(i);
          if (next == i) next = short_month(i);
          break;
      }
      if (next == i) {
        if (at(i).counted) keep(i);
        ++next;
      }
      i = next;
    }
  }

 private:
  struct Number {
    Decimal value;
    std::size_t end = 0;
    std::string_view unit;  ///< that is written in the same token
  };

  const CanonicalFacts& at(std::size_t i) const {
    static constexpr CanonicalFacts kEnd = [] {
      CanonicalFacts end;
      end.role = kMark;
      return end;
    }();
    return i < tokens_.size() ? canonicalizer_.facts(tokens_[i].word) : kEnd;
  }
  CanonicalRole role(std::size_t i) const { return i < tokens_.size() ? canonicalizer_.role(tokens_[i].word) : kMark; }
  /// Nothing stands between the tokens `i` and `i + 1`.
  bool touches(std::size_t i) const {
    return i + 1 < tokens_.size() && tokens_[i].span.end == tokens_[i + 1].span.begin;
  }
  /// Past the hyphen at `i` that joins two words, or `i`.
  std::size_t past_hyphen(std::size_t i) const {
    return role(i) == kHyphen && i > 0 && touches(i - 1) && touches(i) ? i + 1 : i;
  }

  void emit(WordId word, std::size_t i) {
    out_.push_back({vocabulary_.stem(word), word, static_cast<std::uint32_t>(i)});
  }
  void keep(std::size_t i) { emit(tokens_[i].word, i); }
  void write(std::string_view text, std::size_t i) { emit(vocabulary_.intern(text), i); }

  std::size_t contraction(std::size_t i) {
    const CanonicalFacts& facts = at(i);
    write(facts.text, i);
    write(facts.second_text, i);
    return i + 1;
  }

  // "No. 1", and "No 10" within a sentence: at its start "No 10 people" is more likely.
  std::size_t numero(std::size_t i) {
    const bool period = role(i + 1) == kPeriod && touches(i);
    if (!period && !(at(i).capitalized && i > 0)) return i;
    const std::size_t next = i + (period ? 2 : 1);
    if (at(next).digits == 0) return i;
    write("number", i);
    return next;
  }

  std::size_t weekday(std::size_t i) {
    const CanonicalFacts& facts = at(i);
    if (!facts.capitalized) return i;
    if (facts.role == kDoubtfulWeekday) {
      std::size_t next = i + 1;
      while (role(next) == kPeriod || role(next) == kComma) ++next;
      if (day_of(next) != 0) ++next;
      if (!is_month(next)) return i;
    }
    write(facts.text, i);
    return i + 1;
  }

  // --- dates

  bool is_month(std::size_t i) const {
    const CanonicalFacts& facts = at(i);
    return (facts.role == kMonth || facts.role == kDoubtfulMonth) && (facts.capitalized || !words_.capital_months);
  }
  std::uint64_t day_of(std::size_t i) const {
    const CanonicalFacts& facts = at(i);
    const bool whole = (facts.role == kDigits && facts.digits != 0 && facts.digits <= 2) || facts.role == kOrdinal;
    return whole && facts.number.mantissa <= 31 ? facts.number.mantissa : 0;
  }
  bool is_year(std::size_t i) const {
    const CanonicalFacts& facts = at(i);
    return facts.role == kDigits && facts.digits == 4 && facts.number.mantissa >= 1000 && facts.number.mantissa < 3000;
  }
  std::size_t past_period(std::size_t i) const { return role(i) == kPeriod ? i + 1 : i; }

  void write_date(std::uint64_t day, std::size_t day_at, std::uint64_t month, std::size_t month_at) {
    write(std::to_string(day), day_at);
    write(words_.months[month - 1], month_at);
  }
  // The year after a day and a month that end before `i`, if there is one.
  std::size_t year(std::size_t i) {
    const std::size_t next = role(i) == kComma || (!english_ && role(i) == kOf) ? i + 1 : i;
    if (!is_year(next)) return i;
    keep(next);
    return next + 1;
  }

  std::size_t date(std::size_t i) {
    const CanonicalFacts& first = at(i);
    if (first.role == kDottedDate) {
      write_date(first.number.mantissa % 100, i, first.number.mantissa / 100 % 100, i);
      write(std::to_string(first.number.mantissa / 10000), i);
      return i + 1;
    }
    if (words_.month_first && is_month(i)) {
      const std::size_t day = past_period(i + 1);
      if (day_of(day) == 0) return i;
      write_date(day_of(day), day, first.number.mantissa, i);
      return year(day + 1);
    }
    if (first.role != kDigits && first.role != kOrdinal) return i;
    if (const std::size_t end = numeric_date(i); end != i) return end;
    if (day_of(i) == 0) return i;
    std::size_t month = i + 1;
    if (words_.day_period && role(month) == kPeriod && touches(i)) ++month;
    if (role(month) == kOf && (first.role == kOrdinal || !english_)) ++month;
    if (!is_month(month)) return i;
    write_date(day_of(i), i, at(month).number.mantissa, month);
    const std::size_t end = past_period(month + 1);
    const std::size_t after = year(end);
    return after != end ? after : month + 1;
  }

  // 2014-02-22, 22/02/2014, and 02/22/2014 where no other reading is possible.
  std::size_t numeric_date(std::size_t i) {
    const CanonicalRole mark = role(i + 1);
    if ((mark != kHyphen && mark != kSlash) || role(i + 3) != mark) return i;
    for (std::size_t k = i; k < i + 4; ++k)
      if (!touches(k)) return i;
    std::size_t day = i;
    std::size_t month = i + 2;
    std::size_t year_at = i + 4;
    if (is_year(i)) {
      day = i + 4;
      year_at = i;
    } else if (day_of(month) > 12) {
      day = i + 2;
      month = i;
    } else if (words_.month_first && day_of(day) <= 12 && day_of(day) != day_of(month)) {
      return i;
    }
    if (!is_year(year_at) || day_of(day) == 0 || day_of(month) == 0 || day_of(month) > 12) return i;
    write_date(day_of(day), day, day_of(month), month);
    keep(year_at);
    return i + 5;
  }

  std::size_t short_month(std::size_t i) {
    if (!is_month(i) || at(i).text.empty()) return i;
    if (role(i) == kDoubtfulMonth && !is_year(past_period(i + 1))) return i;
    write(at(i).text, i);
    return i + 1;
  }

  // --- numbers

  std::optional<Number> number(std::size_t i, bool money) const {
    const CanonicalFacts& facts = at(i);
    if (facts.role == kDigits) return digits(i, facts, money);
    if (!english_) return spoken(i);
    if (facts.role == kHalf) return half(i);
    if (facts.role == kArticle && (is_factor(role(i + 1)) || role(i + 1) == kDozen)) return words(i + 1, 1);
    if (is_number_word(facts.role)) return words(i, 0);
    return std::nullopt;
  }

  std::optional<Number> digits(std::size_t i, const CanonicalFacts& facts, bool money) const {
    std::uint32_t power = facts.power != 0 ? facts.power : money ? facts.money_power : 0U;
    if (power == 0 && facts.money_power != 0 && is_million_of_people(i, facts)) power = facts.money_power;
    if (power != 0) return scaled(facts.number, 1, power, i + 1);
    if (!facts.text.empty() || facts.money_power != 0) {
      if (facts.money_power != 0 && (facts.text.empty() || role(i + 1) != kMetreWord)) return std::nullopt;
      return Number{facts.number, i + 1, facts.text};
    }
    std::size_t end = past_hyphen(i + 1);
    std::uint64_t factor = 1;
    if (role(end) == kDozen) {
      factor = 12;
      ++end;
    } else {
      if (role(end) == kHundred) {
        power += 2;
        ++end;
      }
      if (role(end) == kScale) {
        power += at(end).power;
        ++end;
        if (!english_ && role(end) == kScale && at(end).power > at(end - 1).power)
          power += at(end++).power;  // "2 mil millones"
      } else if (money && at(end).money_power != 0) {
        power += at(end).money_power;
        ++end;
      }
      if (power == 0) return Number{facts.number, i + 1, {}};
    }
    return scaled(facts.number, factor, power, end);
  }

  // "2.6m boys" are millions, "a 2.6m wall" and "100m hurdles" are not; of "4b" only "4.8b" is likely.
  bool is_million_of_people(std::size_t i, const CanonicalFacts& facts) const {
    const CanonicalFacts& next = at(i + 1);
    if (facts.text.empty()) return facts.number.decimals != 0;
    return next.role == kPeople || (next.plural && next.role == kPlain);
  }

  static std::optional<Number> scaled(Decimal value, std::uint64_t factor, std::uint32_t power, std::size_t end) {
    const std::optional<Decimal> product = value.times(factor, power);
    if (!product) return std::nullopt;
    return Number{*product, end, {}};
  }

  // "half a million", "half-a-dozen", "half million"
  std::optional<Number> half(std::size_t i) const {
    std::size_t k = past_hyphen(i + 1);
    if (role(k) == kArticle) k = past_hyphen(k + 1);
    if (role(k) == kDozen) return Number{{6, 0}, k + 1, {}};
    if (role(k) == kScale) return scaled({5, 1}, 1, at(k).power, k + 1);
    return std::nullopt;
  }

  // A number in words; `current` is what the article before it says. `place` is the highest power of
  // ten that has not been said yet in a group of three digits.
  std::optional<Number> words(std::size_t i, std::uint64_t current) const {
    std::uint64_t total = 0;
    std::uint32_t place = current == 0 ? 3 : 0;
    std::uint32_t last_power = 15;
    std::size_t end = i;
    for (std::size_t k = i;;) {
      const CanonicalFacts& facts = at(k);
      const std::uint32_t needed = facts.role == kUnit ? 1U : 2U;
      if (is_number_word(facts.role) && place >= needed && (total == 0 || place < 3 || goes_on(k, last_power))) {
        current += facts.number.mantissa;
        place = facts.role == kTens ? 1 : 0;
      } else if (facts.role == kHundred && current > 0 && current < 20) {
        current *= 100;
        place = 2;
      } else if (facts.role == kScale && current > 0 && facts.power < last_power) {
        std::uint64_t scale = 1;
        for (std::uint32_t p = 0; p < facts.power; ++p) scale *= 10;
        total += current * scale;
        current = 0;
        place = 3;
        last_power = facts.power;
      } else if (facts.role == kDozen && current > 0 && total == 0) {
        return Number{{current * 12, 0}, k + 1, {}};
      } else {
        break;
      }
      end = ++k;
      if (const std::size_t next = past_hyphen(k); next != k && is_said(role(next))) k = next;
      if (role(k) == kAnd && may_add(k + 1, place, total)) ++k;
    }
    if (end == i) return std::nullopt;
    return Number{{total + current, 0}, end, {}};
  }

  // A number in words of a language other than English.
  std::optional<Number> spoken(std::size_t i) const {
    const auto value = [&](std::size_t k) {
      return role(k) == kScale ? std::uint64_t{at(k).power} : at(k).number.mantissa;
    };
    if (role(i) == kArticle && !(role(i + 1) == kScale && at(i + 1).power > 3)) return std::nullopt;
    SpokenNumber number(words_.numbers);
    std::size_t end = i;
    bool joined = false;
    for (std::size_t k = i; number.take(role(k), value(k), joined);) {
      end = ++k;
      const std::size_t next = past_hyphen(k);
      joined = next != k;
      if (role(next) == kAnd) {
        const std::size_t last = past_hyphen(next + 1);
        if (!number.joins(role(last), value(last)) || (number.after_scale() && leads_to_scale(last))) break;
        joined = true;
        k = last;
      } else if (joined) {
        k = next;
      }
    }
    if (end == i) return std::nullopt;
    return Number{{number.value(), 0}, end, {}};
  }

  // "entre mil e dois mil": the second number has a scale of its own.
  bool leads_to_scale(std::size_t k) const {
    while (is_number_word(role(k)) || role(k) == kAnd || role(k) == kHundreds || role(k) == kCent) ++k;
    return role(k) == kScale;
  }

  static bool is_said(CanonicalRole r) { return is_number_word(r) || is_factor(r) || r == kDozen; }

  // "one million two hundred thousand", but not "a million two years ago".
  bool goes_on(std::size_t k, std::uint32_t last_power) const {
    if (last_power < 6 || role(k - 1) == kAnd) return true;
    std::size_t next = k;
    while (is_number_word(role(next)) || (role(next) == kHyphen && past_hyphen(next) != next)) ++next;
    return is_factor(role(next));
  }

  // "one hundred and five", "two thousand and six", but not "between one hundred and two hundred".
  bool may_add(std::size_t k, std::uint32_t place, std::uint64_t total) const {
    const bool after_hundred = place == 2;
    const bool after_scale = place == 3 && total > 0;
    if (!(after_hundred || after_scale) || !is_number_word(role(k))) return false;
    std::size_t next = k;
    while (is_number_word(role(next)) || (role(next) == kHyphen && past_hyphen(next) != next)) ++next;
    return !(role(next) == kHundred || (role(next) == kScale && after_scale));
  }

  // --- amounts

  // The currency before a number, and the number: "$5", "US$5", "EUR 5".
  std::size_t amount(std::size_t i) {
    std::size_t sign = i;
    std::string_view prefix;
    if (const CanonicalFacts& facts = at(i); role(i + 1) == kSign && touches(i) && facts.capitalized) {
      if (facts.role == kUnitedStates || ((facts.role == kLetter || facts.role == kArticle) && !facts.text.empty())) {
        prefix = facts.role == kUnitedStates ? std::string_view{} : facts.text;
        ++sign;
      }
    }
    const CanonicalFacts& currency = at(sign);
    if (currency.role == kSign || currency.role == kCode) {
      const std::optional<Number> value = number(sign + 1, true);
      if (!value) return i;
      const std::size_t end = write_number(sign + 1, *value);
      if (!prefix.empty()) write(prefix, i);
      write(currency.text, sign);
      return end;
    }
    if (role(i) == kTens) {
      const std::size_t unit = past_hyphen(i + 1);
      if (unit != i + 1 && role(unit) == kOrdinalUnit) {
        const std::string tens = std::to_string(at(i).number.mantissa / 10);
        write(tens + std::string(at(unit).text), i);
        return unit + 1;
      }
    }
    const std::optional<Number> value = number(i, is_money(i + 1) || is_money(past_hyphen(i + 1)));
    if (!value) return i;
    return unit_after(write_number(i, *value));
  }

  bool is_money(std::size_t i) const {
    const CanonicalRole r = role(i);
    return r == kDollar || r == kCurrency || r == kCode || (r == kSign && touches(i - 1)) ||
           (r == kUnitedStates && role(i + 1) == kDollar);
  }

  std::size_t write_number(std::size_t i, const Number& value) {
    const bool unchanged =
        value.end == i + 1 && value.unit.empty() && !at(i).rewritten && at(i).power == 0 && at(i).money_power == 0;
    if (unchanged) {
      keep(i);
      return value.end;
    }
    write(value.value.text(), i);
    if (value.unit == "celsius" || value.unit == "fahrenheit") write("degree", i);
    if (!value.unit.empty()) write(value.unit, i);
    return value.end;
  }

  // The unit of the number before `i`, where its name has a longer form.
  std::size_t unit_after(std::size_t i) {
    const std::size_t unit = past_hyphen(i);
    const CanonicalFacts& facts = at(unit);
    switch (facts.role) {
      case kMeasure:
      case kSign:
      case kCode:
        write(facts.text, unit);
        return unit + 1;
      case kSpeedMeasure: {
        const CanonicalRole by = role(unit + 1);
        const bool rate = by == kPer || by == kArticle || by == kSlash;
        if (rate && (role(unit + 2) == kHour || at(unit + 2).text == "hour")) {
          write(facts.text, unit);
          return unit + 3;
        }
        if (facts.second_text.empty()) return i;
        write(facts.second_text, unit);
        return unit + 1;
      }
      case kPer:
        if (role(unit + 1) != kCent && role(unit + 1) != kHundred) return i;
        write(words_.percent, unit);
        return unit + 2;
      case kDegrees:
      case kDegreeSign:
        write("degree", unit);
        if (const CanonicalFacts& scale = at(unit + 1); scale.role == kLetter && scale.capitalized) {
          write(scale.second_text, unit + 1);
          return unit + 2;
        }
        return unit + 1;
      case kUnitedStates:
        return role(unit + 1) == kDollar ? unit + 1 : i;
      default:
        return i;
    }
  }

  Canonicalizer& canonicalizer_;
  Vocabulary& vocabulary_;
  const LanguageWords& words_;
  const bool english_;
  std::span<const Token> tokens_;
  std::vector<CanonicalStem>& out_;
};

Canonicalizer::Canonicalizer(Vocabulary& vocabulary)
    : vocabulary_(vocabulary), words_(language_words(vocabulary.language())) {}

void Canonicalizer::make_room() {
  facts_.resize(vocabulary_.size());
  roles_.resize(vocabulary_.size(), kUnread);
}

void Canonicalizer::read_word(WordId word) {
  facts_[word] = canonical_facts(vocabulary_, vocabulary_[word]);
  roles_[word] = facts_[word].role;
}

const CanonicalFacts& Canonicalizer::facts(WordId word) {
  if (word >= facts_.size()) make_room();
  if (roles_[word] == kUnread) read_word(word);
  return facts_[word];
}

std::size_t Canonicalizer::read_words(unsigned threads) {
  make_room();
  const std::size_t words = facts_.size();
  run_side_by_side(threads, threads, [&](std::size_t part) {
    for (std::size_t word = words * part / threads; word < words * (part + 1) / threads; ++word)
      read_word(static_cast<WordId>(word));
  });
  return static_cast<std::size_t>(
      std::count_if(roles_.begin(), roles_.end(), [](auto role) { return role != kUnread; }));
}

void Canonicalizer::append(std::span<const Token> tokens, std::vector<CanonicalStem>& out) {
  if (words_ != nullptr) {
    Reading(*this, tokens, out).read();
    return;
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const WordId word = tokens[i].word;
    if (facts(word).counted) out.push_back({vocabulary_.stem(word), word, static_cast<std::uint32_t>(i)});
  }
}

}  // namespace storydiff
