#include "language/icu_text.hpp"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/stringoptions.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <utility>

#include "language/code_point.hpp"

namespace storydiff {
namespace {

// Composition cannot fail for valid text; without ICU's data the text stays as it is.
const icu::Normalizer2* composer() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
  return U_SUCCESS(status) ? instance : nullptr;
}

icu::StringPiece piece(std::string_view text) { return {text.data(), static_cast<int32_t>(text.size())}; }

}  // namespace

CharClass classify_with_icu(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  if (c == 0xAD || c == 0x034F || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
      (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF) {
    return CharClass::kIgnorable;
  }
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharClass::kUpper;
    case U_LOWERCASE_LETTER:
      return CharClass::kLower;
    case U_OTHER_LETTER: {
      const int kind = u_getIntPropertyValue(c, UCHAR_LINE_BREAK);
      const bool unspaced =
          kind == U_LB_IDEOGRAPHIC || kind == U_LB_COMPLEX_CONTEXT || kind == U_LB_CONDITIONAL_JAPANESE_STARTER;
      return unspaced ? CharClass::kUnspaced : CharClass::kLetter;
    }
    case U_MODIFIER_LETTER:
      // U+02BC and its like serve as apostrophes; the katakana length mark goes with its kana.
      if (c >= 0x02B9 && c <= 0x02BF) return CharClass::kOther;
      return c >= 0x3000 ? CharClass::kUnspaced : CharClass::kLetter;
    case U_DECIMAL_DIGIT_NUMBER:
      return CharClass::kDigit;
    case U_LETTER_NUMBER:
      return CharClass::kLetter;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CharClass::kMark;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_CONTROL_CHAR:
      return CharClass::kSpace;
    case U_FORMAT_CHAR:
      return CharClass::kIgnorable;
    default:
      break;
  }
  return u_hasBinaryProperty(c, UCHAR_S_TERM) ? CharClass::kTerminator : CharClass::kOther;
}

int digit_value(char32_t c) {
  if (c < 128) return is_ascii_digit(c) ? static_cast<int>(c - '0') : -1;
  return u_charDigitValue(static_cast<UChar32>(c));
}

std::string compose(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  static const icu::Normalizer2* const nfc = composer();
  if (nfc == nullptr) return std::string(text);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  nfc->normalizeUTF8(0, piece(text), sink, nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

std::string without_accents(std::string_view folded) {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const nfd = [] {
    UErrorCode code = U_ZERO_ERROR;
    const icu::Normalizer2* instance = icu::Normalizer2::getNFDInstance(code);
    return U_SUCCESS(code) ? instance : nullptr;
  }();
  if (nfd == nullptr) return std::string(folded);
  std::string decomposed;
  icu::StringByteSink<std::string> sink(&decomposed);
  nfd->normalizeUTF8(0, piece(folded), sink, nullptr, status);
  if (U_FAILURE(status)) return std::string(folded);

  // Letters that Unicode does not decompose.
  constexpr auto kPlain = std::to_array<std::pair<char32_t, std::string_view>>({{U'\u00E6', "ae"},
                                                                                {U'\u00F0', "d"},
                                                                                {U'\u00F8', "o"},
                                                                                {U'\u00FE', "th"},
                                                                                {U'\u0111', "d"},
                                                                                {U'\u0131', "i"},
                                                                                {U'\u0142', "l"},
                                                                                {U'\u0153', "oe"}});
  std::string out;
  bool after_latin = false;
  for (std::size_t i = 0; i < decomposed.size();) {
    const CodePoint c = decode_utf8(decomposed, i);
    const std::string_view bytes = std::string_view(decomposed).substr(i, c.length);
    i += c.length;
    const bool accent = c.value >= 0x0300 && c.value <= 0x036F;
    if (accent && after_latin) continue;
    if (!accent) after_latin = c.value < 0x0250;
    const auto found =
        std::find_if(kPlain.begin(), kPlain.end(), [&](const auto& entry) { return entry.first == c.value; });
    out += found == kPlain.end() ? bytes : found->second;
  }
  return compose(out);
}

std::string fold_case(std::string_view text) {
  std::string out;
  if (is_ascii(text)) {
    out.assign(text);
    for (char& c : out) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
  }
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(0, piece(text), sink, nullptr, status);
  return U_SUCCESS(status) ? compose(out) : std::string(text);
}

}  // namespace storydiff
