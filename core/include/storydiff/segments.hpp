/// \file segments.hpp
/// A normalized document cut into paragraphs, sentences and tokens.
///
/// Three flat arrays; a paragraph names a run of sentences, a sentence a run of tokens. All are in
/// normalized order. Paragraphs and sentences know their original spans as well; a token's is looked up.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "storydiff/source_map.hpp"
#include "storydiff/span.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

struct NormalizedDocument;

struct Token {
  Span span;        ///< normalized
  WordId word = 0;  ///< in the comparison's vocabulary
};

struct Sentence {
  Span span;      ///< normalized; from its first to its last visible byte, closing quotation mark included
  Span original;  ///< smallest original span that holds all of it
  std::uint32_t paragraph = 0;
  std::uint32_t first_token = 0;
  std::uint32_t token_count = 0;
};

struct Paragraph {
  Span span;  ///< normalized
  Span original;
  std::uint32_t first_sentence = 0;
  std::uint32_t sentence_count = 0;
};

struct Segments {
  std::vector<Paragraph> paragraphs;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  SourceMap source_map;  ///< the document's; without pieces it is the identity

  [[nodiscard]] std::span<const Token> tokens_of(const Sentence& sentence) const {
    return {tokens.data() + sentence.first_token, sentence.token_count};
  }
  /// The smallest original span that holds all of a token. O(log pieces of the map + those in the token).
  [[nodiscard]] Span original_of(const Token& token) const {
    const std::vector<SourcePiece>& pieces = source_map.pieces();
    if (pieces.size() != 1 || !pieces.front().copied) return pieces.empty() ? token.span : source_map.hull(token.span);
    // Most texts are one piece from which nothing was taken away but at its ends.
    const Offset shift = pieces.front().original.begin;
    return {token.span.begin + shift, token.span.end + shift};
  }
};

struct SegmentOptions {
  /// BCP 47; chooses the sentence rules and abbreviations.
  std::string language = "en";
};

/// Cuts `document` and interns its words in `vocabulary`. Total: any valid UTF-8 can be segmented.
/// Near linear in the text. Every token lies within exactly one sentence, every sentence within
/// exactly one paragraph; spans ascend and do not overlap.
[[nodiscard]] Segments segment(const NormalizedDocument& document, Vocabulary& vocabulary,
                               const SegmentOptions& options);

/// The same for several documents, on up to `threads` threads where the texts are long. Segments and vocabulary are as
/// if they had been cut one after the other.
[[nodiscard]] std::vector<Segments> segment(std::span<const NormalizedDocument> documents, Vocabulary& vocabulary,
                                            const SegmentOptions& options, unsigned threads);

}  // namespace storydiff
