#include "icu_facts.hpp"

#include <unicode/normalizer2.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <array>
#include <cstdint>
#include <random>
#include <string_view>

namespace storydiff_test {
namespace {

constexpr UChar32 kCodePoints = 0x110000;

/// FNV-1a over numbers.
class Fingerprint {
 public:
  void add(std::int64_t value) { hash_ = (hash_ ^ static_cast<std::uint64_t>(value)) * 0x100000001B3U; }
  void add(std::string_view bytes) {
    for (const char c : bytes) add(c);
  }
  [[nodiscard]] std::string line(const std::string& name) const { return name + " " + std::to_string(hash_); }

 private:
  std::uint64_t hash_ = 0xCBF29CE484222325U;
};

/// Up to three runs of characters, each of one script. Of scripts without spaces all that dictionaries cut are here.
icu::UnicodeString made_text(std::mt19937& random) {
  struct Range {
    UChar32 first;
    UChar32 last;
  };
  constexpr std::array<Range, 14> kRanges{{{0x20, 0x7E},
                                           {0xA1, 0x2AF},
                                           {0x370, 0x5FF},
                                           {0x600, 0x6FF},
                                           {0x900, 0x97F},
                                           {0xE01, 0xE5B},
                                           {0xE81, 0xEDF},
                                           {0x1000, 0x109F},
                                           {0x1780, 0x17FF},
                                           {0x2000, 0x2BFF},
                                           {0x3040, 0x30FF},
                                           {0x4E00, 0x9FFF},
                                           {0xAC00, 0xD7A3},
                                           {0x1F300, 0x1FAFF}}};
  icu::UnicodeString text;
  for (auto runs = 1 + random() % 3; runs > 0; --runs) {
    const Range& range = kRanges[random() % kRanges.size()];
    for (auto length = 1 + random() % 20; length > 0; --length)
      text.append(range.first +
                  static_cast<UChar32>(random() % static_cast<std::uint32_t>(range.last - range.first + 1)));
  }
  return text;
}

std::string breaks(const std::string& name, UBreakIteratorType type) {
  constexpr int kTexts = 10000;
  Fingerprint fingerprint;
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator* const iterator = ubrk_open(type, "", nullptr, 0, &status);
  fingerprint.add(status);
  std::mt19937 random(1);
  for (int i = 0; i < kTexts && U_SUCCESS(status); ++i) {
    std::string bytes;
    made_text(random).toUTF8String(bytes);
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, bytes.data(), static_cast<std::int64_t>(bytes.size()), &status);
    ubrk_setUText(iterator, &text, &status);
    for (std::int32_t end = ubrk_next(iterator); end != UBRK_DONE; end = ubrk_next(iterator)) fingerprint.add(end);
    utext_close(&text);
  }
  fingerprint.add(status);
  ubrk_close(iterator);
  return fingerprint.line(name);
}

std::string encoding(const char* name) {
  constexpr int kTexts = 50;
  constexpr std::int32_t kBytes = 200;
  Fingerprint fingerprint;
  UErrorCode status = U_ZERO_ERROR;
  UConverter* const converter = ucnv_open(name, &status);
  fingerprint.add(status);
  std::mt19937 random(1);
  for (int i = 0; i < kTexts && converter != nullptr; ++i) {
    std::string bytes(kBytes, '\0');
    for (char& c : bytes) c = static_cast<char>(i % 2 == 0 ? random() % 256 : 128 + random() % 128);
    std::string text(std::size_t{20} * kBytes, '\0');
    status = U_ZERO_ERROR;
    const std::int32_t size = ucnv_toAlgorithmic(UCNV_UTF8, converter, text.data(),
                                                 static_cast<std::int32_t>(text.size()), bytes.data(), kBytes, &status);
    fingerprint.add(status);
    fingerprint.add(size);
    fingerprint.add(text);
  }
  ucnv_close(converter);
  status = U_ZERO_ERROR;
  for (std::uint16_t i = 0; i < ucnv_countAliases(name, &status); ++i) fingerprint.add(ucnv_getAlias(name, i, &status));
  return fingerprint.line(name);
}

template <typename Answer>
std::string of_all_characters(const std::string& name, const Answer& answer) {
  Fingerprint fingerprint;
  for (UChar32 c = 0; c < kCodePoints; ++c) fingerprint.add(answer(c));
  return fingerprint.line(name);
}

std::string normalization(const std::string& name, const icu::Normalizer2* (*instance)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const normalizer = instance(status);
  Fingerprint fingerprint;
  fingerprint.add(status);
  for (UChar32 c = 0; c < kCodePoints && normalizer != nullptr; ++c) {
    icu::UnicodeString parts;
    if (!normalizer->getDecomposition(c, parts)) continue;
    for (std::int32_t i = 0; i < parts.length(); ++i) fingerprint.add(parts[i]);
  }
  return fingerprint.line(name);
}

}  // namespace

std::vector<std::string> icu_facts() {
  std::vector<std::string> facts{breaks("words", UBRK_WORD), breaks("characters", UBRK_CHARACTER)};
  for (std::int32_t i = 0; i < ucnv_countAvailable(); ++i) facts.push_back(encoding(ucnv_getAvailableName(i)));
  facts.push_back(of_all_characters("type", [](UChar32 c) { return u_charType(c); }));
  facts.push_back(of_all_characters("digit", [](UChar32 c) { return u_charDigitValue(c); }));
  for (int p = UCHAR_BINARY_START; p <= UCHAR_REGIONAL_INDICATOR; ++p)
    facts.push_back(of_all_characters("property " + std::to_string(p), [p](UChar32 c) {
      return u_hasBinaryProperty(c, static_cast<UProperty>(p)) ? 1 : 0;
    }));
  for (int p = UCHAR_INT_START; p <= UCHAR_VERTICAL_ORIENTATION; ++p)
    facts.push_back(of_all_characters("property " + std::to_string(p),
                                      [p](UChar32 c) { return u_getIntPropertyValue(c, static_cast<UProperty>(p)); }));
  facts.push_back(normalization("NFC", &icu::Normalizer2::getNFCInstance));
  facts.push_back(normalization("NFD", &icu::Normalizer2::getNFDInstance));
  facts.push_back(normalization("NFKC", &icu::Normalizer2::getNFKCInstance));
  facts.push_back(normalization("NFKC_CF", &icu::Normalizer2::getNFKCCasefoldInstance));
  return facts;
}

}  // namespace storydiff_test
