#include "language/ladder.hpp"

#include <optional>

#include "language/code_point.hpp"
#include "language/icu_text.hpp"
#include "language/irregular.hpp"
#include "language/regional_spelling.hpp"
#include "language/spelling.hpp"
#include "language/typography.hpp"

namespace storydiff {
namespace {

std::string primary_subtag(std::string_view tag) { return fold_case(tag.substr(0, tag.find_first_of("-_"))); }

// "millions" has no digits; so that it still meets "million", the stem of a scale is that of its word.
std::string_view scale_word(std::string_view digits) {
  if (digits == "100") return "hundred";
  if (digits == "1000") return "thousand";
  if (digits == "1000000") return "million";
  if (digits == "1000000000") return "billion";
  if (digits == "1000000000000") return "trillion";
  return {};
}

}  // namespace

Ladder::Ladder(std::string_view language)
    : language_(primary_subtag(language)), number_style_(number_style(language_)), stemmer_(language_) {}

Ladder::Keys Ladder::keys(std::string_view surface) const {
  Keys keys;
  const auto key = [&](Equivalence rung) -> std::string& { return keys[static_cast<std::size_t>(rung)]; };
  key(Equivalence::kExact) = surface;
  key(Equivalence::kTypography) = typographic_form(key(Equivalence::kExact));
  key(Equivalence::kCase) = case_key(key(Equivalence::kTypography));
  key(Equivalence::kSpelling) = language_ == "en" ? english_spelling(key(Equivalence::kCase))
                                                  : regional_spelling(key(Equivalence::kCase), language_);
  const std::optional<std::string> number = number_form(key(Equivalence::kSpelling), number_style_);
  key(Equivalence::kNumber) = number ? *number : key(Equivalence::kSpelling);
  key(Equivalence::kInflection) = stem_key(key(Equivalence::kNumber));
  return keys;
}

std::string Ladder::case_key(std::string_view typography) const {
  // In lower case these abbreviations would be pronouns.
  if (language_ == "en" && (typography == "US" || typography == "WHO")) return std::string(typography);
  return fold_case(typography);
}

std::string Ladder::stem_key(std::string_view number) const {
  if (language_ != "en") return stemmer_.stem(number);
  const std::string_view scale = scale_word(number);
  if (!scale.empty()) return stemmer_.stem(scale);
  if (!number.empty() && is_ascii_digit(static_cast<unsigned char>(number.front()))) return std::string(number);
  return stemmer_.stem(regular_form(number));
}

}  // namespace storydiff
