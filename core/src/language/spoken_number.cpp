#include "language/spoken_number.hpp"

namespace storydiff {

using enum CanonicalRole;

bool SpokenNumber::take(CanonicalRole role, std::uint64_t value, bool joined) {
  bool taken = false;
  switch (role) {
    case kUnit:
    case kTeen:
    case kTens:
    case kHundreds:
    case kCent:
      taken = take_value(value, joined);
      break;
    case kArticle:
      // "Un million", "trente et un", "cent un"; else the article begins something new.
      if (!started_ || joined || (grammar_ == SpokenGrammar::kFrench && place_ == 2)) taken = take_value(1, joined);
      break;
    case kHundred:
      if (place_ == 3 || (place_ == 0 && group_ > 1 && group_ < 10)) {
        group_ = (place_ == 3 ? 1 : group_) * 100;
        place_ = 2;
        taken = true;
      }
      break;
    case kScale:
      taken = take_scale(value);
      break;
    default:
      break;
  }
  started_ |= taken;
  return taken;
}

bool SpokenNumber::take_value(std::uint64_t value, bool joined) {
  const bool french = grammar_ == SpokenGrammar::kFrench;
  const std::uint64_t tens = group_ % 100;
  if (value == 0) {
    if (started_) return false;
    place_ = 0;
  } else if (value < 10) {
    const bool dix_sept = french && joined && value >= 7 && (tens == 10 || tens == 70 || tens == 90);
    if (place_ < 1 && !dix_sept) return false;
    place_ = 0;
  } else if (value < 100) {
    if (french && value == 20 && place_ == 0 && tens == 4) {
      group_ += 76;  // quatre-vingt
      place_ = 1;
      return true;
    }
    const bool counts_on = french && place_ == 1 && (tens == 60 || tens == 80) && value < 20;
    if (place_ < 2 && !counts_on) return false;
    place_ = value >= 20 && value % 10 == 0 ? 1 : 0;
  } else {
    if (place_ < 3 || (value >= 1000 && low_ > 0)) return false;
    place_ = value < 1000 && value % 100 == 0 ? 2 : 0;
  }
  group_ += value;
  return true;
}

bool SpokenNumber::take_scale(std::uint64_t power) {
  if (power == 3) {
    if (low_ > 0 || group_ >= 1000) return false;
    low_ = (group_ == 0 ? 1 : group_) * 1000;
  } else {
    // "Dos mil millones": the thousands belong to the millions.
    const std::uint64_t count = low_ + group_;
    if (count == 0 || power >= high_power_) return false;
    std::uint64_t scale = 1;
    for (std::uint64_t p = 0; p < power; ++p) scale *= 10;
    high_ += count * scale;
    high_power_ = power;
    low_ = 0;
  }
  group_ = 0;
  place_ = 3;
  return true;
}

bool SpokenNumber::joins(CanonicalRole role, std::uint64_t value) const {
  if (!started_) return false;
  switch (grammar_) {
    case SpokenGrammar::kSingleValues:
      return false;
    case SpokenGrammar::kFrench:
      return place_ == 1 && (role == kArticle || value == 11);
    case SpokenGrammar::kSpanish:
      return place_ == 1 && (role == kArticle || (role == kUnit && value > 0));
    case SpokenGrammar::kPortuguese:
      return role != kScale && role != kHundred && SpokenNumber(*this).take(role, value, true);
  }
  return false;
}

}  // namespace storydiff
