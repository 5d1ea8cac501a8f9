/// \file quotation_marks.hpp
/// Where a text quotes: what stands inside quotation marks, whatever the marks.
///
///     for (const Quotation& q : find_quotations(normalized.text, paragraph_spans))
///       use(slice(normalized.text, q.span));     // We go, | said of: "We go," he said.
///
/// Known are "straight", “curly”, ``wire'', 'single', ‘single curly’, « guillemets » and »inverted« ones, ‹ ›,
/// „low“ and ‚low single‘, 「corner」 and 『double corner』 marks; a mark of one kind may be closed by its
/// straight or curly brother. Apostrophes, possessives, elisions ('tis, '90s, rock 'n' roll), feet and
/// inches are none.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "storydiff/span.hpp"

namespace storydiff {

/// By the opening mark.
enum class QuoteMarks : std::uint8_t {
  kStraight,        ///< "…"
  kCurly,           ///< “…”, and ``…''
  kStraightSingle,  ///< '…'
  kCurlySingle,     ///< ‘…’
  kGuillemets,      ///< «…», »…«, ‹…›
  kLow,             ///< „…“
  kLowSingle,       ///< ‚…‘
  kCorner,          ///< 「…」, 『…』
};

/// One quotation, or one paragraph's part of a speech that runs over paragraphs.
struct Quotation {
  Span span;                ///< inside the marks, closing comma or period included, without outer white space
  Span outer;               ///< the same with its marks; where one is missing, as far as the words go
  std::uint32_t level = 0;  ///< 0: within no other quotation
  QuoteMarks marks = QuoteMarks::kStraight;
  bool unclosed = false;   ///< the closing mark is missing: it ends with the paragraph, or before the next of its kind
  bool continues = false;  ///< goes on with the speech of the quotation before it at the end of the last paragraph
  bool continued = false;  ///< its speech goes on in the next paragraph, so no closing mark is missing
};

/// Quotations of `text` in order of their opening marks, so an outer one stands before those within it. `paragraphs`
/// ascend and do not overlap (in `Segments` and `NormalizedDocument` they do); spans are of `text`. Marks with
/// nothing to read between them are none. A single mark opens only where its paragraph closes it too, or where the
/// next paragraph opens with one as well. O(text), whatever the marks.
[[nodiscard]] std::vector<Quotation> find_quotations(std::string_view text, std::span<const Span> paragraphs);

}  // namespace storydiff
