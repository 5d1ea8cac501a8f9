/// \file quotation_search.hpp
/// Where in a source a quotation may come from: few places, found by rare words, however long the text.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "analyse/quotations/spoken_text.hpp"

namespace storydiff {

/// Longest run of words that is searched for at once.
inline constexpr std::uint32_t kPieceWords = 256;

/// An index over content words and pairs of neighbouring words of one source, as far as quotations have them. Borrows
/// the source.
class QuotationSearch {
 public:
  /// Only the quotations of `target` can be searched for.
  QuotationSearch(const SpokenText& source, const SpokenText& target);

  /// Stretches of `SpokenText::spoken` (`in_speech`) or of `words` that share most with `target`, by rarity, the best
  /// first, each a few times as long as `target`; at most four. Precondition: at most `kPieceWords` words.
  [[nodiscard]] std::vector<WordRange> places(std::span<const SpokenWord> target, bool in_speech) const;

  [[nodiscard]] const SpokenText& text() const { return source_; }

 private:
  struct Posting {
    std::uint64_t feature = 0;
    std::uint32_t place = 0;
    friend bool operator<(const Posting& a, const Posting& b) {
      return std::pair(a.feature, a.place) < std::pair(b.feature, b.place);
    }
  };

  const SpokenText& source_;
  std::vector<Posting> postings_;
};

}  // namespace storydiff
