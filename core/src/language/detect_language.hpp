/// \file detect_language.hpp
/// Which language texts are written in, told by their function words and letters.
///
///     TextLanguages(texts).together().tag   // "de"
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace storydiff {

/// What the beginning of each text is read of: enough for any language, whatever the text's size.
inline constexpr std::size_t kDetectBytes = 20'000;

struct DetectedLanguage {
  enum class Sureness {
    kSure,
    kTooShort,  ///< `tag` is "en", whose rules are the complete ones
    kUnknown,   ///< enough words, but of no language in the tables: `tag` is "und"
  };

  std::string_view tag;  ///< BCP 47 primary subtag; a constant
  Sureness sureness = Sureness::kSure;
};

/// The languages of several texts, which are read once, when this is made. Counts distinct words, so saying a thing
/// twice adds nothing. Every language with a Snowball stemmer can be detected, and some that would else be taken for
/// one of these. Deterministic and thread-safe.
class TextLanguages {
 public:
  /// O(bytes read).
  explicit TextLanguages(std::span<const std::string_view> texts);
  ~TextLanguages();

  /// That of the texts taken together.
  [[nodiscard]] DetectedLanguage together() const;
  /// Whether one text, by its number, is for itself clearly in another language than `tag`.
  [[nodiscard]] bool is_clearly_not(std::size_t text, std::string_view tag) const;

 private:
  struct Tallies;
  std::unique_ptr<Tallies> tallies_;
};

/// Whether the word is one of the function words that the language is detected by, case-folded with
/// straight apostrophes ("l'" is "l" there). False for a language without a profile. Constant time.
[[nodiscard]] bool is_profile_word(std::string_view folded, std::string_view primary_language);

}  // namespace storydiff
