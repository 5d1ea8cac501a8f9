/// \file sentence_rules.hpp
/// Where the sentences of a paragraph end.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "segment/tokenizer.hpp"

namespace storydiff {

/// A sentence ends after a terminator and the quotation marks and brackets that close on it, where
/// what follows looks like a beginning and the word before is no abbreviation that goes on. See
/// `core/doc/segment.md` for the rules and what they get wrong.
class SentenceRules {
 public:
  /// `language`: a BCP 47 tag; only its primary subtag counts.
  explicit SentenceRules(std::string_view language);

  /// Appends the index of the last token of each sentence of a paragraph, ascending; the last is
  /// `tokens.size() - 1`. Precondition: `tokens` is one paragraph's, not empty. O(tokens).
  void cut(std::string_view text, std::span<const RawToken> tokens, std::vector<std::uint32_t>& last_tokens) const;

 private:
  std::string language_;
  bool ordinal_period_;  ///< "3. Oktober": a period after a number makes it an ordinal
};

}  // namespace storydiff
