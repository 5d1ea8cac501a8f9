/// \file quotation_origin.hpp
/// Where in one source a target quotation comes from, and what became of it on the way.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyse/quotations/quotation_fit.hpp"
#include "analyse/quotations/quotation_search.hpp"
#include "analyse/quotations/quotation_verdict.hpp"
#include "analyse/quotations/spoken_text.hpp"
#include "storydiff/alignment.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

/// The status of a target quotation. Of two sources the one that is quoted better counts.
enum class QuotationStatus : std::uint8_t { kExact, kTruncated, kExtended, kAltered, kFromIndirect, kUnsupported };
/// "exact", "truncated", "extended", "altered", "from-indirect", "unsupported".
[[nodiscard]] std::string_view to_string(QuotationStatus status);

struct Origin {
  QuotationStatus status = QuotationStatus::kUnsupported;
  double share = 0;  ///< of the quotation's weight that the source has, 0..1
  std::string from;  ///< the source's differing words
  std::string to;    ///< the quotation's
  std::uint32_t document = 0;
  std::optional<WordRange> words;  ///< the counterpart, in `SpokenText::words`; absent for `kUnsupported`
  std::optional<Reading> reading;  ///< where the counterpart stands inside marks
};

/// Whether `a` says more than `b`: the better status, then the larger share, then the smaller cut.
[[nodiscard]] bool better(const Origin& a, const Origin& b);

/// Alignments by sentence.
using SentenceLinks = std::vector<std::vector<std::uint32_t>>;

/// Searches one source. Borrows everything. Not thread-safe.
class OriginFinder {
 public:
  OriginFinder(const SpokenText& target, const SpokenText& source, std::uint32_t document,
               const AlignmentSet& alignment, const SentenceLinks& target_links, const Vocabulary& vocabulary);

  /// `quotation`: an index into the target's. Cuts are not judged yet: a part is `kExact` here. O(words of the
  /// quotation), whatever the source; very long ones are read in pieces.
  [[nodiscard]] Origin find(std::uint32_t quotation) const;

 private:
  /// A run of the words of a quotation, short enough to be searched for.
  struct Piece {
    std::span<const SpokenWord> words;
    std::uint32_t content = 0;
    Edges edges;
    std::uint32_t after = kNowhere;  ///< where the piece before it ends, in `SpokenText::spoken`
  };
  struct Place {
    WordRange range;
    bool linked = false;  ///< expected: around the sentences that its own are linked with, or behind the last piece
  };
  struct Best {
    Place place;
    Fit fit;
  };

  [[nodiscard]] std::vector<Piece> pieces_of(std::uint32_t quotation) const;
  [[nodiscard]] Origin find(const Piece& piece) const;
  [[nodiscard]] Origin in_speech(const Piece& piece) const;
  [[nodiscard]] Origin in_prose(const Piece& piece) const;
  [[nodiscard]] Origin in_paraphrase(const Piece& piece) const;
  [[nodiscard]] std::vector<std::uint32_t> linked_sentences(const Piece& piece) const;
  [[nodiscard]] std::vector<std::uint32_t> sentence_in_place(const Piece& piece) const;
  [[nodiscard]] std::vector<Place> expected_places(const Piece& piece, bool in_speech) const;
  template <typename Enough>
  [[nodiscard]] std::optional<Best> best_fit(const Piece& piece, Likeness likeness, Enough enough) const;
  [[nodiscard]] bool holds_quotation(const Place& place, const Fit& fit) const;

  const SpokenText& target_;
  const SpokenText& source_;
  std::uint32_t document_;
  const std::vector<Alignment>& alignments_;
  const SentenceLinks& target_links_;
  const Vocabulary& vocabulary_;
  QuotationSearch search_;
  mutable Fitter fitter_;
  std::vector<const NearestMiss*> nearest_;  ///< by target sentence; null where it is linked or like nothing
  std::vector<bool> omitted_;                ///< by source sentence: without a link
  std::vector<bool> quotes_;                 ///< by source sentence: some of it stands inside marks
};

}  // namespace storydiff
