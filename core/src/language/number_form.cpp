#include "language/number_form.hpp"

#include <algorithm>
#include <array>

#include "language/code_point.hpp"
#include "language/compound_number.hpp"
#include "language/icu_text.hpp"
#include "language/language_words.hpp"

namespace storydiff {
namespace {

struct EnglishNumber {
  std::string_view word;
  std::string_view digits;
};

constexpr std::array kCardinals = std::to_array<EnglishNumber>({
    {"zero", "0"},
    {"one", "1"},
    {"two", "2"},
    {"three", "3"},
    {"four", "4"},
    {"five", "5"},
    {"six", "6"},
    {"seven", "7"},
    {"eight", "8"},
    {"nine", "9"},
    {"ten", "10"},
    {"eleven", "11"},
    {"twelve", "12"},
    {"thirteen", "13"},
    {"fourteen", "14"},
    {"fifteen", "15"},
    {"sixteen", "16"},
    {"seventeen", "17"},
    {"eighteen", "18"},
    {"nineteen", "19"},
    {"twenty", "20"},
    {"thirty", "30"},
    {"forty", "40"},
    {"fifty", "50"},
    {"sixty", "60"},
    {"seventy", "70"},
    {"eighty", "80"},
    {"ninety", "90"},
    {"hundred", "100"},
    {"thousand", "1000"},
    {"million", "1000000"},
    {"billion", "1000000000"},
    {"trillion", "1000000000000"},
});

constexpr std::array kOrdinals = std::to_array<EnglishNumber>({
    {"first", "1st"},        {"second", "2nd"},      {"third", "3rd"},       {"fourth", "4th"},
    {"fifth", "5th"},        {"sixth", "6th"},       {"seventh", "7th"},     {"eighth", "8th"},
    {"ninth", "9th"},        {"tenth", "10th"},      {"eleventh", "11th"},   {"twelfth", "12th"},
    {"thirteenth", "13th"},  {"fourteenth", "14th"}, {"fifteenth", "15th"},  {"sixteenth", "16th"},
    {"seventeenth", "17th"}, {"eighteenth", "18th"}, {"nineteenth", "19th"}, {"twentieth", "20th"},
    {"thirtieth", "30th"},   {"fortieth", "40th"},   {"fiftieth", "50th"},   {"hundredth", "100th"},
});

template <std::size_t size>
std::string_view digits_of(const std::array<EnglishNumber, size>& words, std::string_view word) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const EnglishNumber& w) { return w.word == word; });
  return found == words.end() ? std::string_view{} : found->digits;
}

// "twenty-one" -> "21"; tens are the cardinals "20" to "90", units "1" to "9".
std::optional<std::string> compound_cardinal(std::string_view word) {
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos) return std::nullopt;
  const std::string_view tens = digits_of(kCardinals, word.substr(0, hyphen));
  const std::string_view unit = digits_of(kCardinals, word.substr(hyphen + 1));
  if (tens.size() != 2 || tens[0] == '1' || unit.size() != 1 || unit == "0") return std::nullopt;
  return std::string{tens[0], unit[0]};
}

std::optional<std::string> english_word_form(std::string_view folded) {
  if (folded == "%" || folded == "per cent") return "percent";
  if (folded == "&") return "and";
  if (is_ascii_digit(static_cast<unsigned char>(folded.front()))) {
    for (const EnglishNumber& ordinal : kOrdinals) {
      if (ordinal.digits == folded) return std::string(ordinal.word);
    }
    return std::nullopt;
  }
  if (const std::string_view digits = digits_of(kCardinals, folded); !digits.empty()) return std::string(digits);
  return compound_cardinal(folded);
}

// A number word of another language, or an ordinal in digits as its word.
std::optional<std::string> word_form(std::string_view folded, const LanguageWords& words) {
  if (is_ascii_digit(static_cast<unsigned char>(folded.front()))) {
    const auto found = std::ranges::lower_bound(words.ordinals, folded, {}, &NumberWord::digits);
    if (found == words.ordinals.end() || found->digits != folded) return std::nullopt;
    return std::string(found->word);
  }
  if (folded == "%") return fold_case(words.percent);
  if (const CanonicalWord* found = find_canonical_word(words, folded)) {
    switch (found->role) {
      case CanonicalRole::kUnit:
      case CanonicalRole::kTeen:
      case CanonicalRole::kTens:
      case CanonicalRole::kHundred:
      case CanonicalRole::kHundreds:
        return std::to_string(found->value);
      case CanonicalRole::kScale:
        return "1" + std::string(found->value, '0');
      default:
        return std::nullopt;
    }
  }
  if (!words.compounds) return std::nullopt;
  const std::optional<std::uint64_t> number = compound_number(folded);
  if (!number) return std::nullopt;
  return std::to_string(*number);
}

// Digits of every script as 0-9, the rest unchanged.
std::string with_ascii_digits(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    const int value = digit_value(c.value);
    if (value >= 0) {
      out.push_back(static_cast<char>('0' + value));
    } else {
      out += text.substr(i, c.length);
    }
    i += c.length;
  }
  return out;
}

std::size_t digit_run(std::string_view text, std::size_t i) {
  std::size_t end = i;
  while (end < text.size() && is_ascii_digit(static_cast<unsigned char>(text[end]))) ++end;
  return end - i;
}

// Drops the group marks of a well-formed number ("14,000", "1,234,567.8"); "1,50" or "12,34" keep
// theirs, since nobody knows what they mean. The fraction's mark becomes a period.
std::string plain_digits(std::string_view text, const NumberStyle& style) {
  std::size_t i = digit_run(text, 0);
  std::string whole(text.substr(0, i));
  const bool groupable = i >= 1 && i <= 3;
  const char group = i < text.size() && style.groups.find(text[i]) != std::string_view::npos ? text[i] : '\0';
  while (groupable && group != '\0' && i < text.size() && text[i] == group && digit_run(text, i + 1) == 3) {
    whole += text.substr(i + 1, 3);
    i += 4;
  }
  if (group != '\0' && i < text.size() && text[i] == group) return std::string(text);
  if (i < text.size() && text[i] == style.decimal && digit_run(text, i + 1) > 0) {
    whole += '.';
    ++i;
  }
  return whole.append(text.substr(i));
}

}  // namespace

NumberStyle number_style(std::string_view primary_language) {
  // Periods group digits, and spaces where they are written; the Swiss write 14'000.
  constexpr std::array<std::string_view, 16> kCommaFraction = {"da", "de", "el", "es", "hr", "id", "it", "nl",
                                                               "pt", "ro", "sl", "sr", "tr", "vi", "ca", "gl"};
  NumberStyle style;
  if (std::ranges::find(kCommaFraction, primary_language) != kCommaFraction.end() ||
      groups_by_space(primary_language)) {
    style.groups = primary_language == "de" ? ". '" : ". ";
    style.decimal = ',';
  }
  style.english_words = primary_language == "en";
  if (!style.english_words) style.words = language_words(primary_language);
  return style;
}

bool groups_by_space(std::string_view primary_language) {
  constexpr auto kSpaces = std::to_array<std::string_view>(
      {"bg", "cs", "et", "fi", "fr", "hu", "lt", "lv", "nb", "nn", "no", "pl", "ru", "sk", "sv", "uk"});
  return std::ranges::find(kSpaces, primary_language) != kSpaces.end();
}

std::optional<std::string> number_form(std::string_view folded, const NumberStyle& style) {
  if (folded.empty()) return std::nullopt;
  if (style.english_words) {
    if (std::optional<std::string> form = english_word_form(folded)) return form;
  } else if (style.words != nullptr) {
    if (std::optional<std::string> form = word_form(folded, *style.words)) return form;
  }
  if (digit_value(decode_utf8(folded, 0).value) < 0) return std::nullopt;
  return plain_digits(is_ascii(folded) ? std::string(folded) : with_ascii_digits(folded), style);
}

}  // namespace storydiff
