/// \file icu_text.hpp
/// What Unicode knows about characters: classes, case and composition. Adapter over ICU's uchar,
/// ustring and normalizer; the only place in the core that includes them.
#pragma once

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

/// Constant time; a table look-up for ASCII.
[[nodiscard]] CharClass classify(char32_t c);

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
