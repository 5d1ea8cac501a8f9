#include "analyse/figures/figure_number.hpp"

#include <cmath>
#include <cstdint>

namespace storydiff {
namespace {

using enum CanonicalRole;

bool is_number_word(CanonicalRole role) { return role == kUnit || role == kTeen || role == kTens; }

double power_of_ten(std::uint32_t power) {
  double value = 1;
  for (; power > 0; --power) value *= 10;
  return value;
}

/// A scale or "hundred" or "dozen" at `i`: what it multiplies by, else 0.
double multiplier(const FigureSentence& in, std::size_t i, bool money) {
  const CanonicalFacts& facts = in.at(i).number;
  if (facts.role == kHundred) return 100;
  if (facts.role == kDozen) return 12;
  if (facts.role == kScale) return power_of_ten(facts.power);
  if (money && facts.role == kMeasure && facts.money_power != 0) return power_of_ten(facts.money_power);
  return 0;
}

void scale_by(FigureNumber& number, double factor) {
  number.low *= factor;
  number.high *= factor;
  number.grain *= factor;
  number.scale *= factor;
}

/// Multipliers after a number: "hundred thousand", "dozen", "-million".
void read_scales(const FigureSentence& in, FigureNumber& number, bool money) {
  for (int count = 0; count < 3; ++count) {
    const std::size_t next = in.past_hyphen(number.end);
    const double factor = multiplier(in, next, money);
    if (factor == 0) return;
    scale_by(number, factor);
    number.end = next + 1;
  }
}

bool is_currency(const FigureSentence& in, std::size_t i) {
  const CanonicalRole role = in.role(i);
  return role == kDollar || role == kCurrency || role == kCode || (role == kSign && i > 0 && in.touches(i - 1));
}

/// Past the words that name whose currency it is: "58.4m Canadian dollars".
bool money_follows(const FigureSentence& in, std::size_t i) {
  i = in.past_hyphen(i);
  for (int skipped = 0; skipped < 3 && in.at(i).capitalized; ++skipped) ++i;
  return is_currency(in, i);
}

std::optional<FigureNumber> read_digits(const FigureSentence& in, std::size_t i, bool money) {
  const CanonicalFacts& facts = in.at(i).number;
  FigureNumber number;
  const double unit = power_of_ten(facts.number.decimals);
  number.low = number.high = static_cast<double>(facts.number.mantissa) / unit;
  number.fraction = facts.number.decimals > 0;
  number.grain = number.fraction ? 1 / unit : grain_of(number.low);
  number.end = i + 1;
  // ".20": a fraction whose zero is left out.
  if (facts.digits != 0 && i > 0 && in.role(i - 1) == kPeriod && in.touches(i - 1) && (i < 2 || !in.touches(i - 2))) {
    number.grain = 1 / power_of_ten(facts.digits);
    number.low = number.high = number.low * number.grain;
    number.fraction = true;
  }
  std::uint32_t power = facts.power;
  if (power == 0 && facts.money_power != 0) {
    const FigureFacts& next = in.at(i + 1);
    // As in `Canonicalizer`: "2.6m boys" are millions, "a 2.6m wall" is not.
    const bool of_people = (next.number.role == kPeople || (next.number.plural && next.number.role == kPlain)) &&
                           (!facts.text.empty() || number.fraction);
    if (money || money_follows(in, i + 1) || of_people) power = facts.money_power;
  }
  if (power != 0) {
    scale_by(number, power_of_ten(power));
    return number;
  }
  if (!facts.text.empty()) {
    number.suffix = facts.text;
    return number;
  }
  // "23/32", and "1 5/8" where the second part is smaller than one.
  const auto whole = [&](std::size_t k) { return in.role(k) == kDigits && in.at(k).number.digits != 0; };
  const auto slash = [&](std::size_t k) {
    return whole(k) && in.role(k + 1) == kSlash && in.touches(k) && in.touches(k + 1) && whole(k + 2) &&
           in.at(k + 2).number.number.mantissa > 1;
  };
  const auto quotient = [&](std::size_t k) {
    return static_cast<double>(in.at(k).number.number.mantissa) /
           static_cast<double>(in.at(k + 2).number.number.mantissa);
  };
  if (slash(i)) {
    number.low = number.high = quotient(i);
    number.grain = 0.01;
    number.fraction = true;
    number.end = i + 3;
    return number;
  }
  if (whole(i) && slash(i + 1) && quotient(i + 1) < 1) {
    number.low = number.high = number.low + quotient(i + 1);
    number.grain = 0.01;
    number.fraction = true;
    number.end = i + 4;
  }
  read_scales(in, number, money || money_follows(in, number.end + 1));
  return number;
}

/// "one hundred and five", "three thousand one hundred", "twenty-one".
std::optional<FigureNumber> read_words(const FigureSentence& in, std::size_t i, double current) {
  double total = 0;
  double last_scale = 1e15;
  bool open_unit = current == 0;
  bool open_tens = current == 0;
  std::size_t end = i;
  for (std::size_t k = i; k < in.size();) {
    const CanonicalFacts& facts = in.at(k).number;
    const double factor = multiplier(in, k, false);
    if (facts.role == kUnit && open_unit) {
      current += static_cast<double>(facts.number.mantissa);
      open_unit = open_tens = false;
    } else if ((facts.role == kTeen || facts.role == kTens) && open_tens) {
      current += static_cast<double>(facts.number.mantissa);
      open_unit = facts.role == kTens;
      open_tens = false;
    } else if (factor == 100 && current > 0 && current < 100) {
      current *= 100;
      open_unit = open_tens = true;
    } else if (factor == 12 && current > 0) {
      current *= 12;
      end = k + 1;
      break;
    } else if (factor >= 1000 && current > 0 && factor < last_scale) {
      total += current * factor;
      current = 0;
      last_scale = factor;
      open_unit = open_tens = true;
    } else {
      break;
    }
    end = k + 1;
    k = in.past_hyphen(end);
    // "and" goes on only where a hundred or a scale stands before it: "twenty and thirty" are two.
    if (in.role(k) == kAnd && open_tens && is_number_word(in.role(k + 1)) && multiplier(in, k + 2, false) == 0) ++k;
    // "a million two years ago": after a scale only what has its own scale or hundred, or a joined part, goes on.
    if (last_scale < 1e15 && current == 0 && k == end && is_number_word(in.role(k)) && last_scale >= 1e6 &&
        multiplier(in, k + 1, false) == 0) {
      break;
    }
  }
  if (end == i) return std::nullopt;
  FigureNumber number;
  number.low = number.high = total + current;
  number.grain = grain_of(number.low);
  number.in_words = true;
  number.scale = last_scale < 1e15 ? last_scale : 1;
  number.end = end;
  return number;
}

/// "half a million", "half-a-dozen"
std::optional<FigureNumber> read_half(const FigureSentence& in, std::size_t i) {
  std::size_t k = in.past_hyphen(i + 1);
  if (in.role(k) == kArticle) k = in.past_hyphen(k + 1);
  const double factor = multiplier(in, k, false);
  if (factor == 0 || factor == 100) return std::nullopt;
  FigureNumber number;
  number.low = number.high = factor / 2;
  number.grain = grain_of(number.low);
  number.in_words = true;
  number.end = k + 1;
  return number;
}

/// "three quarters of a million", "a quarter of a billion"; the parts are its digits.
std::optional<FigureNumber> read_part_of_scale(const FigureSentence& in, std::size_t i) {
  std::size_t k = i;
  double count = 1;
  if (in.role(k) == kArticle) {
    ++k;
  } else if (in.role(k) == kUnit) {
    count = static_cast<double>(in.at(k).number.number.mantissa);
    k = in.past_hyphen(k + 1);
  }
  const double part = in.at(k).share;
  if (part == 0 || in.role(k + 1) != kOf || in.role(k + 2) != kArticle) return std::nullopt;
  const double factor = multiplier(in, k + 3, false);
  if (factor < 1000) return std::nullopt;
  FigureNumber number;
  number.low = number.high = std::round(count * part * factor);
  number.grain = part * factor;
  number.in_words = true;
  number.end = k + 4;
  return number;
}

/// "several hundred", "a few dozen", "tens of thousands", "dozens".
std::optional<FigureNumber> read_vague(const FigureSentence& in, std::size_t i) {
  FigureNumber number;
  number.vague = number.in_words = true;
  const VagueNumber* vague = in.at(i).vague;
  const bool article = in.role(i) == kArticle;
  if (article) vague = in.at(i + 1).vague;
  const bool needs_article =
      vague != nullptr && (vague->word == "couple" || vague->word == "pair" || vague->word == "handful");
  if (in.is(i, {"tens"}) && in.is(i + 1, {"of"}) && in.at(i + 2).vague != nullptr && in.at(i + 2).vague->low >= 1000) {
    vague = in.at(i + 2).vague;
    number.low = vague->low * 10;
    number.high = vague->high * 10;
    number.end = i + 3;
    return number;
  }
  if (in.is(i, {"hundreds"}) && in.is(i + 1, {"of"}) && in.at(i + 2).vague != nullptr &&
      in.at(i + 2).vague->low >= 1000) {
    vague = in.at(i + 2).vague;
    number.low = vague->low * 100;
    number.high = vague->high * 100;
    number.end = i + 3;
    return number;
  }
  if (article && in.is(i + 1, {"few"}) && multiplier(in, i + 2, false) != 0) {
    number.low = 3;
    number.high = 10;
    number.end = i + 2;
    read_scales(in, number, false);
    return number;
  }
  if (vague == nullptr || needs_article != article) return std::nullopt;
  number.low = vague->low;
  number.high = vague->high;
  number.vague = vague->low < vague->high;
  number.end = i + (article ? 2 : 1);
  if (needs_article && !in.is(number.end, {"of"}) && multiplier(in, number.end, false) == 0 &&
      (vague->word != "couple" || !in.at(number.end).number.plural)) {
    return std::nullopt;  // "the couple" are spouses
  }
  // "Scores" are also points, and "the thousands" say nothing without their noun.
  if (vague->word == "scores" && !in.is(number.end, {"of", "more"})) return std::nullopt;
  if (vague->word == "several" || needs_article) read_scales(in, number, false);
  return number;
}

void add_half(const FigureSentence& in, FigureNumber& number) {
  const std::size_t k = number.end;
  if (in.role(k) != kAnd || number.vague) return;
  const bool half = in.role(k + 1) == kArticle && in.role(k + 2) == kHalf;
  const bool quarter = in.role(k + 1) == kArticle && in.is(k + 2, {"quarter"});
  if (!half && !quarter) return;
  number.low += (half ? 0.5 : 0.25) * (number.scale > 1 ? number.scale : 1);
  number.high = number.low;
  number.grain = number.scale > 1 ? grain_of(number.low) : half ? 0.5 : 0.25;
  number.fraction = true;
  number.end = k + 3;
  if (number.scale == 1) read_scales(in, number, false);
}

}  // namespace

double grain_of(double whole) {
  double grain = 1;
  while (whole >= 10 && std::fmod(whole, 10) == 0) {
    whole /= 10;
    grain *= 10;
  }
  return grain;
}

std::optional<FigureNumber> read_number(const FigureSentence& in, std::size_t i, bool money) {
  std::optional<FigureNumber> number = read_vague(in, i);
  if (!number) number = read_part_of_scale(in, i);
  if (number) return number;
  switch (in.role(i)) {
    case kDigits:
      number = read_digits(in, i, money);
      break;
    case kHalf:
      number = read_half(in, i);
      break;
    case kArticle:
      if (const double factor = multiplier(in, i + 1, false); factor != 0) number = read_words(in, i + 1, 1);
      break;
    case kUnit:
    case kTeen:
    case kTens:
      number = read_words(in, i, 0);
      break;
    default:
      break;
  }
  if (number) add_half(in, *number);
  return number;
}

}  // namespace storydiff
