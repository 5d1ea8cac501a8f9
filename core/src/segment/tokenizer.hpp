/// \file tokenizer.hpp
/// The words, numbers and marks of a paragraph, before anyone knows where its sentences end.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "segment/icu_breaks.hpp"
#include "storydiff/span.hpp"

namespace storydiff {

enum class RawKind : std::uint8_t {
  kWord,
  kNumber,
  kDotted,      ///< abbreviation with inner periods, its last one included: "U.S.", "a.m."
  kTerminator,  ///< . ! ? ... and those of other scripts
  kQuote,       ///< any quotation mark or apostrophe that stands alone
  kOpen,        ///< opening bracket
  kClose,       ///< closing bracket
  kDash,        ///< hyphen, dash, bullet
  kInner,       ///< , ; : / : never at the start of a sentence
  kOther,       ///< any other symbol
};

/// The white space that may stand between the digits of one number.
enum class GroupMark : std::uint8_t { kNone, kUnbroken, kAnySpace };

struct RawToken {
  Span span;
  RawKind kind = RawKind::kOther;
};

/// - Words keep their inner apostrophes ("mustn't", "O'Brien"), but a possessive 's is a token.
/// - Numbers keep , . : between digits, and letters that follow ("14,000", "10:02", "2.6m", "1st").
/// - Hyphens part words, except before a line end within a word ("out-\nright" is one token), where
///   the left half is no prefix or number that keeps its hyphen ("two-\nthirds" is three).
/// - "per cent" is one token; so are URLs, e-mail addresses, domain names, "..." and "--".
/// - In the languages that elide, an elided word is a token: "l'accord" is two, with the apostrophe in the first.
/// - Where the language groups digits by spaces, "14 000" is one token; spaces that do not break count so
///   everywhere but in English.
/// - Words of scripts without spaces are those of ICU's dictionary.
class Tokenizer {
 public:
  /// `language`: a primary subtag.
  explicit Tokenizer(std::string_view language);

  /// Appends the tokens of `paragraph`. Every byte that is neither white space nor invisible is in
  /// exactly one. Precondition: `paragraph` lies in `text`, on UTF-8 boundaries. O(paragraph).
  void tokenize(std::string_view text, Span paragraph, std::vector<RawToken>& tokens);

 private:
  UnspacedWords unspaced_;
  std::span<const std::string_view> elisions_;  ///< of the language, case-folded
  GroupMark groups_;
  std::vector<Offset> ends_;
};

}  // namespace storydiff
