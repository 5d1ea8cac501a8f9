/// \file figure_words.hpp
/// What part a single word can play in a figure, beyond the number words of `language/canonical_words`.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analyse/figures/figure.hpp"
#include "language/canonical_words.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

/// A number that a word gives without saying it exactly, or the name of a small set ("pair").
struct VagueNumber {
  std::string_view word;
  double low = 0;
  double high = 0;
};

/// Facts of one distinct word. Pointers are into constant tables, null where the word plays no such part.
struct FigureFacts {
  CanonicalFacts number;
  std::string_view folded;
  const FigureUnit* unit = nullptr;
  const VagueNumber* vague = nullptr;
  double share = 0;           ///< half, third, tenth: as a fraction of 1
  std::uint8_t ordinal = 0;   ///< first .. twentieth
  std::uint8_t weekday = 0;   ///< 1 Monday .. 7 Sunday, full names and the short ones
  std::uint8_t day_part = 0;  ///< morning .. night
  std::uint8_t part = 0;      ///< early, mid, late
  std::uint8_t season = 0;
  DateShift shift = DateShift::kNone;
  DateUnit date_unit = DateUnit::kNone;
  Fate fate = Fate::kNone;
  bool word = false;      ///< no punctuation
  bool function = false;  ///< of, the, and
  bool capitalized = false;
  bool digits = false;  ///< begins with a digit
  bool zone = false;    ///< GMT
  bool percent = false;
  bool opens = false;             ///< a figure, or what is to be told from one, may begin with the word
  bool ends_qualifier = false;    ///< the last word of one of `leading_qualifiers`
  bool begins_qualifier = false;  ///< the first word of one of `trailing_qualifiers`
};

/// Reads each word of the vocabulary once, when it is made. Borrows the vocabulary, which must not grow meanwhile.
class FigureWords {
 public:
  /// O(words of the vocabulary).
  explicit FigureWords(const Vocabulary& vocabulary);
  [[nodiscard]] const FigureFacts& facts(WordId word) const { return facts_[word]; }
  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  /// The unit of a canonical name ("kilometer", "celsius"), or null.
  [[nodiscard]] static const FigureUnit* unit_named(std::string_view name);

 private:
  const Vocabulary& vocabulary_;
  std::vector<FigureFacts> facts_;  ///< by word
};

/// Words before a number that qualify it, such as "no fewer than"; `words` are separated by one space.
struct QualifierPhrase {
  std::string_view words;
  Qualifier qualifier = Qualifier::kNone;
};
/// Longer phrases first where one ends like another.
[[nodiscard]] std::span<const QualifierPhrase> leading_qualifiers();
/// Words after the number and its unit: "or more".
[[nodiscard]] std::span<const QualifierPhrase> trailing_qualifiers();

}  // namespace storydiff
