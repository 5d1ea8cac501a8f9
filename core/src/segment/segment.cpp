#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "deadline_watch.hpp"
#include "language/icu_text.hpp"
#include "language/interner.hpp"
#include "segment/sentence_rules.hpp"
#include "segment/source_walker.hpp"
#include "segment/tokenizer.hpp"
#include "side_by_side.hpp"
#include "storydiff/normalized_document.hpp"
#include "storydiff/segments.hpp"

namespace storydiff {
namespace {

// English news copy has about one token in five bytes and one sentence in a hundred.
constexpr std::size_t kBytesPerToken = 5;
constexpr std::size_t kBytesPerSentence = 100;

/// Texts of fewer bytes in sum are cut sooner than a thread has started and their words have been numbered twice.
constexpr std::size_t kWorthThreads = 100'000;

std::string primary_language(std::string_view tag) { return fold_case(tag.substr(0, tag.find_first_of("-_"))); }

// Fills the three arrays; one object for one document. `number_of` gives the number of a word:
// `WordId(std::string_view)`.
template <class NumberOf>
class Segmenter {
 public:
  Segmenter(const NormalizedDocument& document, NumberOf number_of, const SegmentOptions& options)
      : document_(document),
        number_of_(std::move(number_of)),
        tokenizer_(primary_language(options.language)),
        rules_(options.language),
        paragraph_walker_(document.source_map),
        sentence_walker_(document.source_map) {
    segments_.source_map = document.source_map;
    segments_.paragraphs.reserve(document.paragraphs.size());
    segments_.sentences.reserve(document.text.size() / kBytesPerSentence + document.paragraphs.size());
    segments_.tokens.reserve(document.text.size() / kBytesPerToken);
  }

  Segments run() && {
    for (const Span span : document_.paragraphs) {
      check_deadline();
      add_paragraph(span);
    }
    return std::move(segments_);
  }

 private:
  void add_paragraph(Span span) {
    Paragraph paragraph;
    paragraph.span = span;
    paragraph.original = paragraph_walker_.original(span);
    paragraph.first_sentence = static_cast<std::uint32_t>(segments_.sentences.size());

    raw_.clear();
    last_tokens_.clear();
    tokenizer_.tokenize(document_.text, span, raw_);
    if (raw_.empty()) {
      // Only invisible characters: still a sentence, so that the paragraph has one.
      add_sentence(span, 0, 0);
    } else {
      rules_.cut(document_.text, raw_, last_tokens_);
      std::size_t first = 0;
      for (const std::uint32_t last : last_tokens_) {
        add_sentence(hull(raw_[first].span, raw_[last].span), first, last + 1);
        first = last + 1;
      }
    }
    paragraph.sentence_count = static_cast<std::uint32_t>(segments_.sentences.size()) - paragraph.first_sentence;
    segments_.paragraphs.push_back(paragraph);
  }

  void add_sentence(Span span, std::size_t first, std::size_t end) {
    Sentence sentence;
    sentence.span = span;
    sentence.original = sentence_walker_.original(span);
    sentence.paragraph = static_cast<std::uint32_t>(segments_.paragraphs.size());
    sentence.first_token = static_cast<std::uint32_t>(segments_.tokens.size());
    sentence.token_count = static_cast<std::uint32_t>(end - first);
    for (std::size_t i = first; i < end; ++i) {
      const Span token = raw_[i].span;
      segments_.tokens.push_back({token, number_of_(slice(document_.text, token))});
    }
    segments_.sentences.push_back(sentence);
  }

  const NormalizedDocument& document_;
  NumberOf number_of_;
  Tokenizer tokenizer_;
  SentenceRules rules_;
  SourceWalker paragraph_walker_;
  SourceWalker sentence_walker_;
  std::vector<RawToken> raw_;               ///< of the current paragraph
  std::vector<std::uint32_t> last_tokens_;  ///< of its sentences
  Segments segments_;
};

/// A document cut apart from the vocabulary: the words are numbered in order of first appearance.
struct Cut {
  Segments segments;
  Interner words;
};

}  // namespace

Segments segment(const NormalizedDocument& document, Vocabulary& vocabulary, const SegmentOptions& options) {
  return Segmenter(
             document, [&](std::string_view word) { return vocabulary.intern(word); }, options)
      .run();
}

std::vector<Segments> segment(std::span<const NormalizedDocument> documents, Vocabulary& vocabulary,
                              const SegmentOptions& options, unsigned threads) {
  std::size_t bytes = 0;
  for (const NormalizedDocument& document : documents) bytes += document.text.size();
  std::vector<Segments> result;
  if (threads < 2 || documents.size() < 2 || bytes < kWorthThreads) {
    for (const NormalizedDocument& document : documents) result.push_back(segment(document, vocabulary, options));
    return result;
  }

  std::vector<Cut> cuts(documents.size());
  run_side_by_side(threads, documents.size(), [&](std::size_t i) {
    Interner& words = cuts[i].words;
    cuts[i].segments = Segmenter(
                           documents[i], [&](std::string_view word) { return words.intern(word).id; }, options)
                           .run();
  });
  std::vector<std::span<const std::string_view>> words;
  for (const Cut& cut : cuts) words.push_back(cut.words.texts());
  const std::vector<std::vector<WordId>> numbers = vocabulary.intern_all(words, threads);
  run_side_by_side(threads, cuts.size(), [&](std::size_t i) {
    for (Token& token : cuts[i].segments.tokens) token.word = numbers[i][token.word];
  });
  for (Cut& cut : cuts) result.push_back(std::move(cut.segments));
  return result;
}

}  // namespace storydiff
