#include "language/canonical_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>

#include "language/code_point.hpp"
#include "language/language_words.hpp"

namespace storydiff {
namespace {

constexpr std::size_t kMostDigits = 15;

bool is_digit(char c) { return is_ascii_digit(static_cast<unsigned char>(c)); }

std::string_view key(const Vocabulary& vocabulary, const Word& word, Equivalence rung) {
  return vocabulary.key_text(word.keys[static_cast<std::size_t>(rung)]);
}

// The digits of `text` from its begin, and where they end. Too many of them, or "1.2.3": nothing.
std::optional<Decimal> leading_number(std::string_view text, std::size_t& end) {
  Decimal number;
  bool fraction = false;
  std::size_t digits = 0;
  for (end = 0; end < text.size(); ++end) {
    if (is_digit(text[end])) {
      if (++digits > kMostDigits) return std::nullopt;
      number.mantissa = number.mantissa * 10 + static_cast<std::uint64_t>(text[end] - '0');
      number.decimals += fraction ? 1 : 0;
    } else if (text[end] == '.' && !fraction && end + 1 < text.size() && is_digit(text[end + 1])) {
      fraction = true;
    } else {
      break;
    }
  }
  return number;
}

// "22.02.2014": 20140222.
std::optional<std::uint64_t> dotted_date(std::string_view text) {
  std::array<std::uint64_t, 3> parts{};
  std::array<std::size_t, 3> lengths{};
  std::size_t part = 0;
  for (const char c : text) {
    if (c == '.') {
      if (++part == parts.size()) return std::nullopt;
    } else if (is_digit(c) && lengths[part] < 4) {
      parts[part] = parts[part] * 10 + static_cast<std::uint64_t>(c - '0');
      ++lengths[part];
    } else {
      return std::nullopt;
    }
  }
  const bool valid = lengths[0] >= 1 && lengths[0] <= 2 && lengths[1] >= 1 && lengths[1] <= 2 && lengths[2] == 4 &&
                     parts[0] >= 1 && parts[0] <= 31 && parts[1] >= 1 && parts[1] <= 12;
  if (!valid) return std::nullopt;
  return (parts[2] * 100 + parts[1]) * 100 + parts[0];
}

// What the letters after the digits say; false where nothing is known of them.
bool read_suffix(const LanguageWords& words, std::string_view written, std::string_view folded, CanonicalFacts& facts) {
  if (facts.number.decimals == 0 && std::ranges::find(words.ordinal_endings, folded) != words.ordinal_endings.end()) {
    facts.role = CanonicalRole::kOrdinal;
    return true;
  }
  for (const CanonicalSuffix& suffix : words.suffixes) {
    if (suffix.letters != written) continue;
    facts.power = suffix.power;
    facts.money_power = suffix.money_power;
    facts.text = suffix.text;
    return true;
  }
  const CanonicalWord* word = find_canonical_word(words, folded);
  if (word == nullptr) return false;
  if (word->role == CanonicalRole::kScale) {
    facts.power = static_cast<std::uint8_t>(word->value);
  } else if (word->role == CanonicalRole::kMeasure) {
    facts.text = word->text;
  } else if (word->role == CanonicalRole::kSpeedMeasure && !word->second_text.empty()) {
    facts.text = word->second_text;
  } else {
    return false;
  }
  return true;
}

// A word that begins with a digit. What is no number that is understood stays plain.
void read_digits(const Vocabulary& vocabulary, const LanguageWords& words, const Word& word, CanonicalFacts& facts) {
  std::string_view text = key(vocabulary, word, Equivalence::kNumber);
  if (text.empty() || !is_digit(text.front())) text = key(vocabulary, word, Equivalence::kCase);
  if (text.empty() || !is_digit(text.front())) return;
  if (const auto date = dotted_date(text)) {
    facts.role = CanonicalRole::kDottedDate;
    facts.number.mantissa = *date;
    return;
  }
  std::size_t end = 0;
  const std::optional<Decimal> number = leading_number(text, end);
  if (!number) return;
  CanonicalFacts read = facts;
  read.role = CanonicalRole::kDigits;
  read.number = *number;
  if (end == text.size()) {
    read.digits = number->decimals == 0 ? static_cast<std::uint8_t>(end) : std::uint8_t{0};
    read.rewritten = read.digits == 2 && text.front() == '0';
  } else {
    const std::string_view folded = text.substr(end);
    const std::string_view written = key(vocabulary, word, Equivalence::kTypography);
    if (written.size() < folded.size()) return;
    if (!read_suffix(words, written.substr(written.size() - folded.size()), folded, read)) return;
  }
  facts = read;
}

// "vierzehntausend", whose number key has its digits.
void read_compound(std::string_view number, CanonicalFacts& facts) {
  if (number.empty() || number.find_first_not_of("0123456789") != std::string_view::npos) return;
  facts.role = CanonicalRole::kTeen;
  for (const char c : number) facts.number.mantissa = facts.number.mantissa * 10 + static_cast<std::uint64_t>(c - '0');
}

void read_contraction(std::string_view folded, CanonicalFacts& facts) {
  struct Ending {
    std::string_view letters;
    std::string_view word;
  };
  constexpr auto kEndings = std::to_array<Ending>(
      {{"n't", "not"}, {"'re", "are"}, {"'ve", "have"}, {"'ll", "will"}, {"'d", "'d"}, {"'m", "am"}});
  if (folded.find('\'') == std::string_view::npos || folded == "ain't") return;
  for (const Ending& ending : kEndings) {
    if (folded.size() <= ending.letters.size() || !folded.ends_with(ending.letters)) continue;
    if (ending.word == "am" && folded != "i'm") continue;
    facts.role = CanonicalRole::kContraction;
    facts.text = folded.substr(0, folded.size() - ending.letters.size());
    facts.second_text = ending.word;
    return;
  }
}

}  // namespace

std::optional<Decimal> Decimal::times(std::uint64_t factor, std::uint32_t power) const {
  Decimal product = *this;
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max() / 10;
  if (mantissa != 0 && factor > kMost / mantissa) return std::nullopt;
  product.mantissa *= factor;
  for (; product.decimals > 0 && (power > 0 || product.mantissa % 10 == 0); --product.decimals) {
    if (power > 0) {
      --power;
    } else {
      product.mantissa /= 10;
    }
  }
  for (; power > 0; --power) {
    if (product.mantissa > kMost) return std::nullopt;
    product.mantissa *= 10;
  }
  return product;
}

std::string Decimal::text() const {
  std::string digits = std::to_string(mantissa);
  if (decimals == 0) return digits;
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  return digits.insert(digits.size() - decimals, 1, '.');
}

CanonicalFacts canonical_facts(const Vocabulary& vocabulary, const Word& word) {
  CanonicalFacts facts;
  facts.counted = word.kind != WordKind::kPunctuation;
  facts.capitalized = word.capitalized;
  facts.role = facts.counted ? CanonicalRole::kPlain : CanonicalRole::kMark;
  const LanguageWords* words = language_words(vocabulary.language());
  if (words == nullptr) return facts;
  if (word.kind == WordKind::kNumber) {
    read_digits(vocabulary, *words, word, facts);
    return facts;
  }
  const std::string_view folded = key(vocabulary, word, Equivalence::kCase);
  facts.plural = word.kind == WordKind::kWord && !word.capitalized && !word.function_word && folded.size() > 3 &&
                 folded.ends_with('s') && !folded.ends_with("ss");
  if (const CanonicalWord* found = find_canonical_word(*words, folded)) {
    facts.role = found->role;
    facts.text = found->text;
    facts.second_text = found->second_text;
    if (found->role == CanonicalRole::kScale) {
      facts.power = static_cast<std::uint8_t>(found->value);
    } else if (found->role == CanonicalRole::kMeasure) {
      facts.money_power = static_cast<std::uint8_t>(found->value);
    } else {
      facts.number.mantissa = found->value;
    }
  } else if (words->compounds) {
    read_compound(key(vocabulary, word, Equivalence::kNumber), facts);
  } else if (vocabulary.language() == "en" && facts.counted) {
    read_contraction(folded, facts);
  }
  return facts;
}

}  // namespace storydiff
