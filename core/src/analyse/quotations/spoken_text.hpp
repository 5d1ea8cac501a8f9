/// \file spoken_text.hpp
/// A document as its words, with who stands inside quotation marks: what quotations are compared on.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analyse/quotations/quotation_marks.hpp"
#include "language/interner.hpp"
#include "storydiff/normalized_document.hpp"
#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

inline constexpr std::uint32_t kNowhere = 0xFFFFFFFF;
/// Quotations within so many others are the last that are read: nobody quotes so, and each level costs its words again.
inline constexpr std::uint32_t kDeepestLevel = 7;

/// One word, or one of the two that a contraction stands for.
struct SpokenWord {
  std::uint32_t key = 0;   ///< equal up to spelling and number form
  std::uint32_t stem = 0;  ///< equal up to inflection
  WordId word = 0;
  std::uint32_t token = 0;
  std::uint32_t sentence = 0;
  std::uint32_t place = 0;             ///< index into `SpokenText::words`
  std::uint32_t quotation = kNowhere;  ///< the outermost that holds it
  std::uint32_t spoken = kNowhere;     ///< index into `SpokenText::spoken`
  std::uint16_t traits = 0;            ///< `SpeechTrait`
  std::uint8_t reported = 0;           ///< see `SpeechFacts`
  bool content = false;                ///< no function word
  bool bracketed = false;              ///< in brackets: an editor's word, not the speaker's
  bool after_omission = false;         ///< "..." stands before it
};

/// A run of `SpokenText::words` or `spoken`.
struct WordRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

/// Borrows document and segments.
struct SpokenText {
  const NormalizedDocument* document = nullptr;
  const Segments* segments = nullptr;
  std::vector<Quotation> quotations;
  std::vector<WordRange> quotation_words;     ///< of each quotation, in `words`
  std::vector<SpokenWord> words;              ///< every word, in text order
  std::vector<SpokenWord> spoken;             ///< those within outermost quotations: speech without its attributions
  std::vector<std::uint32_t> sentence_words;  ///< first word of each sentence; one more entry for the end

  [[nodiscard]] Span span_of(const SpokenWord& word) const { return segments->tokens[word.token].span; }
  [[nodiscard]] std::uint32_t paragraph_of(const SpokenWord& word) const {
    return segments->sentences[word.sentence].paragraph;
  }
  /// Normalized text from `first` to `last`, both included, white space made single.
  [[nodiscard]] std::string text(const SpokenWord& first, const SpokenWord& last) const;
  /// The same for a run of `spoken`, without what stands between quotations.
  [[nodiscard]] std::string speech(WordRange range) const;
  /// Normalized span of `range` (of `words`, not empty); to the marks where it reaches them, and with a
  /// comma or period that follows within them.
  [[nodiscard]] Span span_within_marks(WordRange range) const;
  /// Whether speech goes on from one spoken word to the next: within one quotation, around an attribution in the same
  /// paragraph, or over paragraphs that share a speech.
  [[nodiscard]] bool joined(const SpokenWord& before, const SpokenWord& after) const;
};

/// The quotations of a document as far as anyone reads them: none that stands deeper than `kDeepestLevel`. O(text).
[[nodiscard]] std::vector<Quotation> read_quotations(const NormalizedDocument& document, const Segments& segments);

/// Reads documents of one comparison, so that keys are comparable between them. Borrows the vocabulary.
class SpokenTextReader {
 public:
  explicit SpokenTextReader(const Vocabulary& vocabulary) : vocabulary_(vocabulary), facts_(vocabulary.size()) {}

  /// `quotations`: those of the document, see `read_quotations`. O(text).
  [[nodiscard]] SpokenText read(const NormalizedDocument& document, const Segments& segments,
                                std::vector<Quotation> quotations);

 private:
  /// What a token is besides its words.
  enum class Mark : std::uint8_t { kNone, kPeriod, kOmission, kOpens, kCloses };
  /// Of one distinct word.
  struct Facts {
    SpokenWord words[2];
    std::uint8_t count = 0;
    Mark mark = Mark::kNone;
    bool read = false;
  };
  const Facts& facts(WordId word);
  SpokenWord make(WordId id, std::string_view key, std::string_view stem, bool content);

  const Vocabulary& vocabulary_;
  Interner keys_;
  std::vector<Facts> facts_;  ///< by word; read when first met
};

}  // namespace storydiff
