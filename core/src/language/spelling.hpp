/// \file spelling.hpp
/// The spelling rung for English: British and other variants in one (mostly American) spelling.
#pragma once

#include <string>
#include <string_view>

namespace storydiff {

/// The common spelling of a case-folded English word: "colours" -> "colors", "organised" ->
/// "organized", "café" -> "cafe", "per cent" -> "percent". A key, not good English: it may be a form
/// that nobody writes, but two different words never get the same one ("four" and "for", "prise" and
/// "prize", "tonne" and "ton" stay apart). O(word x table), called once for each distinct word.
[[nodiscard]] std::string english_spelling(std::string_view folded);

/// The step of it that looks within the word: "unfavourable" -> "unfavorable". Each pair of `kPartPairs`
/// (`spelling_tables.hpp`) once, in the order of the table: what a replacement brings about is seen by the pairs behind
/// it. Words of fewer than five bytes stay.
void replace_spelling_parts(std::string& word);

}  // namespace storydiff
