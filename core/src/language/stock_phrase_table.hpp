/// \file stock_phrase_table.hpp
/// Makes the table of stock phrases from a list, while storydiff is built.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/stock_phrases.hpp"

namespace storydiff {

/// What a `StockPhrases` borrows.
struct StockPhraseTable {
  std::vector<std::uint64_t> words;
  std::vector<StockPhrase> phrases;
  StockPhraseStarts starts{};
};

/// The phrases of a list, one an entry: words, and in brackets choices of words, of which one may be
/// empty: "[last|this] week", "declined to comment [further|]".
[[nodiscard]] StockPhraseTable make_stock_phrases(std::span<const std::string_view> phrases, std::string_view language);

}  // namespace storydiff
