#include "language/stock_phrases.hpp"

#include <algorithm>

namespace storydiff {

const StockPhrases& StockPhrases::of(std::string_view primary_language) {
  static constexpr StockPhraseStarts kNoStarts{};
  static constexpr StockPhrases kNone({}, {}, kNoStarts);
  return primary_language == "en" ? english() : kNone;
}

std::size_t StockPhrases::match(std::span<const std::uint64_t> stems, std::size_t at) const {
  if (at + 1 >= stems.size()) return 0;
  const std::span<const std::uint64_t> text = stems.subspan(at);
  const std::uint64_t start = start_of_phrase(text);
  if (!starts_->may_have(start)) return 0;
  for (auto phrase = std::ranges::lower_bound(phrases_, start, {}, &StockPhrase::start);
       phrase != phrases_.end() && phrase->start == start; ++phrase)
    if (phrase->size <= text.size() &&
        std::ranges::equal(words_.subspan(phrase->begin, phrase->size), text.first(phrase->size)))
      return phrase->size;
  return 0;
}

}  // namespace storydiff
