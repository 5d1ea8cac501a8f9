/// \file icu_text.hpp
/// What Unicode knows about characters: classes, case and composition. Adapter over ICU's uchar,
/// ustring and normalizer; the only place in the core that includes them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace storydiff {

/// What a tokenizer needs to know of one code point.
enum class CharClass : std::uint8_t {
  kSpace,       ///< white space, line ends and controls
  kUpper,       ///< upper-case or title-case letter
  kLower,       ///< lower-case letter
  kLetter,      ///< letter without case
  kDigit,       ///< decimal digit of any script
  kMark,        ///< combining mark: belongs to the letter before it
  kIgnorable,   ///< soft hyphen, zero-width characters, byte order mark: invisible
  kUnspaced,    ///< letter of a script that writes words without spaces (Han, kana, Thai, ...)
  kTerminator,  ///< ends sentences: . ! ? and those of other scripts
  kOther,       ///< punctuation and symbols
};

/// `classify` past ASCII. Constant time.
[[nodiscard]] CharClass classify_with_icu(char32_t c);

/// `classify` for ASCII, without ICU: every byte of a text goes through it.
inline constexpr std::array<CharClass, 128> kAsciiClasses = [] {
  std::array<CharClass, 128> classes{};
  for (unsigned c = 0; c < classes.size(); ++c) {
    CharClass kind = CharClass::kOther;
    if (c <= ' ' || c == 0x7F) kind = CharClass::kSpace;
    if (c >= 'A' && c <= 'Z') kind = CharClass::kUpper;
    if (c >= 'a' && c <= 'z') kind = CharClass::kLower;
    if (c >= '0' && c <= '9') kind = CharClass::kDigit;
    if (c == '.' || c == '!' || c == '?') kind = CharClass::kTerminator;
    classes[c] = kind;
  }
  return classes;
}();

/// Constant time.
[[nodiscard]] inline CharClass classify(char32_t c) { return c < 128 ? kAsciiClasses[c] : classify_with_icu(c); }

[[nodiscard]] constexpr bool is_letter(CharClass c) {
  return c == CharClass::kUpper || c == CharClass::kLower || c == CharClass::kLetter || c == CharClass::kUnspaced;
}

/// 0..9 for a decimal digit of any script, else -1.
[[nodiscard]] int digit_value(char32_t c);

/// Canonical composition (NFC). Input that is composed already comes back unchanged.
[[nodiscard]] std::string compose(std::string_view text);

/// Composed, and without the accents that newsrooms drop: "erdoğan" -> "erdogan", "łódź" -> "lodz".
/// Only Latin letters lose them. Lower-case input.
[[nodiscard]] std::string without_accents(std::string_view folded);

/// Full case folding, then composed: equal for texts that differ only in upper and lower case.
[[nodiscard]] std::string fold_case(std::string_view text);

}  // namespace storydiff
