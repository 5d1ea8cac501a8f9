#include "analyse/quotations/speech_number.hpp"

#include <cstdint>

#include "language/code_point.hpp"

namespace storydiff {
namespace {

struct Suffix {
  std::string_view letters;
  double times;
};
// Source: the usual short forms of the AP, Reuters and Guardian style guides.
constexpr Suffix kSuffixes[] = {{"", 1}, {"k", 1e3}, {"m", 1e6}, {"mn", 1e6}, {"bn", 1e9}, {"b", 1e9}, {"tn", 1e12}};

std::optional<double> one_word(std::string_view key) {
  double value = 0, place = 0;  // place: of the next decimal; 0 before the point
  std::size_t i = 0;
  for (; i < key.size(); ++i) {
    const char c = key[i];
    if (c == '.' && place == 0 && i > 0) {
      place = .1;
    } else if (is_ascii_digit(static_cast<unsigned char>(c))) {
      value = place == 0 ? value * 10 + (c - '0') : value + place * (c - '0');
      if (place != 0) place /= 10;
    } else {
      break;
    }
  }
  if (i == 0) return std::nullopt;
  for (const Suffix& suffix : kSuffixes)
    if (key.substr(i) == suffix.letters) return value * suffix.times;
  return std::nullopt;
}

}  // namespace

std::optional<double> speech_number(std::span<const std::string_view> keys) {
  double total = 0, part = 0;
  bool any = false;
  for (const std::string_view key : keys) {
    if (any && key == "and") continue;
    const std::optional<double> value = one_word(key);
    if (!value) return std::nullopt;
    const bool multiplies = key == "1000" || key == "1000000" || key == "1000000000" || key == "1000000000000";
    if (key == "100" && any) {
      part *= *value;
    } else if (multiplies && any) {
      total += (part == 0 ? 1 : part) * *value;
      part = 0;
    } else {
      part += *value;
    }
    any = true;
  }
  if (!any) return std::nullopt;
  return total + part;
}

}  // namespace storydiff
