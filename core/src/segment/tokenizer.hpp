/// \file tokenizer.hpp
/// The words, numbers and marks of a paragraph, before anyone knows where its sentences end.
#pragma once

#include <cstdint>
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

struct RawToken {
  Span span;
  RawKind kind = RawKind::kOther;
};

/// - Words keep their inner apostrophes ("mustn't", "O'Brien"), but a possessive 's is a token.
/// - Numbers keep , . : between digits, and letters that follow ("14,000", "10:02", "2.6m", "1st").
/// - Hyphens part words, except before a line end within a word ("out-\nright" is one token), where
///   the left half is no prefix or number that keeps its hyphen ("two-\nthirds" is three).
/// - "per cent" is one token; so are URLs, e-mail addresses, domain names, "..." and "--".
/// - Words of scripts without spaces are those of ICU's dictionary.
class Tokenizer {
 public:
  /// Appends the tokens of `paragraph`. Every byte that is neither white space nor invisible is in
  /// exactly one. Precondition: `paragraph` lies in `text`, on UTF-8 boundaries. O(paragraph).
  void tokenize(std::string_view text, Span paragraph, std::vector<RawToken>& tokens);

 private:
  UnspacedWords unspaced_;
  std::vector<Offset> ends_;
};

}  // namespace storydiff
