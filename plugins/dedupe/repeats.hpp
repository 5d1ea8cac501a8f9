/// \file repeats.hpp
/// Paragraphs that say once more, word for word, what the same text says elsewhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace storydiff::dedupe {

/// Bytes [begin, end) of a text.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

enum class Kind : std::uint8_t {
  kPullQuote,  ///< a quotation set apart, which stands in a longer paragraph as well
  kDisplay,    ///< a line without a full stop that repeats words of a longer paragraph
  kSentences,  ///< a paragraph of sentences that a longer one has as well
  kParagraph,  ///< a whole paragraph that stood before
};

struct Repeat {
  std::size_t paragraph = 0;  ///< index
  Kind kind = Kind::kParagraph;
};

/// Ascending by paragraph. Case, white space, quotation marks and other punctuation do not count. Shorter ones than six
/// words (quotations), eight (display lines) and twelve (the others) are never repeats, so that "He was not there." may
/// stand twice; nor are the first and the last paragraph, or one that a colon announces, pull quotes or display lines.
/// O(text): each run of six words is looked up at no more than 16 places.
[[nodiscard]] std::vector<Repeat> find_repeats(std::string_view text, std::span<const Range> paragraphs);

}  // namespace storydiff::dedupe
