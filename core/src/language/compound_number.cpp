#include "language/compound_number.hpp"

#include <array>

namespace storydiff {
namespace {

struct Part {
  std::string_view word;
  std::uint64_t value;
};

// Longer words before those that they begin with.
constexpr auto kTeens = std::to_array<Part>({{"zehn", 10},
                                             {"elf", 11},
                                             {"zwölf", 12},
                                             {"zwoelf", 12},
                                             {"dreizehn", 13},
                                             {"vierzehn", 14},
                                             {"fünfzehn", 15},
                                             {"fuenfzehn", 15},
                                             {"sechzehn", 16},
                                             {"siebzehn", 17},
                                             {"achtzehn", 18},
                                             {"neunzehn", 19}});
constexpr auto kTens = std::to_array<Part>({{"zwanzig", 20},
                                            {"dreissig", 30},
                                            {"vierzig", 40},
                                            {"fünfzig", 50},
                                            {"fuenfzig", 50},
                                            {"sechzig", 60},
                                            {"siebzig", 70},
                                            {"achtzig", 80},
                                            {"neunzig", 90}});
constexpr auto kUnits = std::to_array<Part>({{"eins", 1},
                                             {"eine", 1},
                                             {"ein", 1},
                                             {"zwei", 2},
                                             {"zwo", 2},
                                             {"drei", 3},
                                             {"vier", 4},
                                             {"fünf", 5},
                                             {"fuenf", 5},
                                             {"sechs", 6},
                                             {"sieben", 7},
                                             {"acht", 8},
                                             {"neun", 9}});

bool eat(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

template <std::size_t size>
std::uint64_t eat_one(std::string_view& text, const std::array<Part, size>& parts) {
  for (const Part& part : parts)
    if (eat(text, part.word)) return part.value;
  return 0;
}

// 1 to 99 from the begin of `text`, or 0 with `text` unchanged.
std::uint64_t eat_below_hundred(std::string_view& text) {
  if (const std::uint64_t teen = eat_one(text, kTeens)) return teen;
  if (const std::uint64_t tens = eat_one(text, kTens)) return tens;
  const std::uint64_t unit = eat_one(text, kUnits);
  if (unit == 0) return 0;
  std::string_view after = text;
  if (eat(after, "und")) {
    if (const std::uint64_t tens = eat_one(after, kTens)) {
      text = after;
      return tens + unit;
    }
  }
  return unit;
}

// 1 to 1999 ("neunzehnhundert"), or 0.
std::uint64_t eat_group(std::string_view& text) {
  std::uint64_t hundreds = eat_below_hundred(text);
  if (!eat(text, "hundert")) return hundreds;
  if (hundreds == 0) hundreds = 1;
  if (hundreds >= 20) return 0;
  std::string_view after = text;
  const bool has_and = eat(after, "und");
  const std::uint64_t rest = eat_below_hundred(after);
  if (rest != 0) text = after;
  return has_and && rest == 0 ? 0 : hundreds * 100 + rest;
}

}  // namespace

std::optional<std::uint64_t> compound_number(std::string_view folded) {
  if (folded == "ein" || folded == "eine") return std::nullopt;
  std::string_view text = folded;
  std::uint64_t number = eat_group(text);
  if (eat(text, "tausend")) {
    if (number == 0) number = 1;
    if (number >= 1000) return std::nullopt;
    number *= 1000;
    eat(text, "und");
    const std::uint64_t rest = eat_group(text);
    if (rest >= 1000 || (rest == 0 && folded.ends_with("und"))) return std::nullopt;
    number += rest;
  }
  if (number == 0 || !text.empty()) return std::nullopt;
  return number;
}

}  // namespace storydiff
