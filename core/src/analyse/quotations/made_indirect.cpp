#include "analyse/quotations/made_indirect.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "analyse/quotations/indirect_speech.hpp"

namespace storydiff {
namespace {

constexpr double kReported = .5;        ///< support of the quotation's words outside the target sentence's marks
constexpr std::uint32_t kFewWords = 2;  ///< a quotation of so few content words must be there whole
constexpr double kExplained = .45;      ///< so little of the target sentence comes from around the quotation, and the
                                        ///< link can only be the quotation's own
constexpr std::uint32_t kMostWords = 200;

/// Words of a sentence outside marks; of a very long one, the first.
std::vector<SpokenWord> outside_marks(const SpokenText& text, std::uint32_t sentence) {
  std::vector<SpokenWord> words;
  const std::uint32_t begin = text.sentence_words[sentence];
  const std::uint32_t end = std::min(text.sentence_words[sentence + 1], begin + 4 * kMostWords);
  for (std::uint32_t i = begin; i < end && words.size() < kMostWords; ++i)
    if (text.words[i].quotation == kNowhere) words.push_back(text.words[i]);
  return words;
}

std::uint32_t content_of(std::span<const SpokenWord> words) {
  return static_cast<std::uint32_t>(
      std::count_if(words.begin(), words.end(), [](const SpokenWord& word) { return word.content; }));
}

/// Where a run of quoted words is reported.
struct Report {
  WordRange words;                    ///< of the source
  std::uint32_t sentence = kNowhere;  ///< of the target
  std::uint32_t alignment = 0;
};

class Reports {
 public:
  Reports(const SpokenText& source, const SpokenText& target, const std::vector<Alignment>& alignments,
          const SentenceLinks& links, const Vocabulary& vocabulary)
      : source_(source), target_(target), alignments_(alignments), links_(links), vocabulary_(vocabulary) {}

  /// `quoted`: by word of the source, what the target still has within marks.
  Report of(WordRange range, const std::vector<bool>& quoted) const {
    Report best{range, kNowhere, 0};
    const auto words = std::span(source_.words).subspan(range.begin, range.size());
    const std::uint32_t content = content_of(words);
    if (content == 0) return best;
    for (std::uint32_t i = range.begin; i < range.end; ++i)
      if (quoted[i] && source_.words[i].content) return best;  // told in part within marks: told as a quotation
    const std::uint32_t sentence = words.front().sentence;
    double most = -1;
    for (const std::uint32_t a : links_[sentence]) {
      for (const std::uint32_t t : alignments_[a].target_sentences) {
        const std::vector<SpokenWord> outside = outside_marks(target_, t);
        const double found = support(words, outside, vocabulary_);
        bool reported = found >= (content <= kFewWords ? 1 : kReported);
        if (!reported && content > kFewWords && content_of(outside) > kFewWords) {
          const std::vector<SpokenWord> around = outside_marks(source_, sentence);
          reported = content >= content_of(around) && support(outside, around, vocabulary_) < kExplained;
        }
        if (!reported || found <= most) continue;
        most = found;
        best.sentence = t;
        best.alignment = a;
      }
    }
    return best;
  }

 private:
  const SpokenText& source_;
  const SpokenText& target_;
  const std::vector<Alignment>& alignments_;
  const SentenceLinks& links_;
  const Vocabulary& vocabulary_;
};

}  // namespace

std::vector<Change> made_indirect(const SpokenText& source, const SpokenText& target, std::uint32_t document,
                                  const std::vector<Alignment>& alignments, const SentenceLinks& links,
                                  const std::vector<Origin>& origins, const Vocabulary& vocabulary) {
  std::vector<bool> quoted(source.words.size());
  for (const Origin& origin : origins)
    if (origin.words && origin.document == document)
      std::fill(quoted.begin() + origin.words->begin, quoted.begin() + origin.words->end, true);

  std::vector<Change> changes;
  const Reports reports(source, target, alignments, links, vocabulary);
  std::optional<Report> open;
  const auto close = [&] {
    if (!open) return;
    Change change;
    change.status = "made-indirect";
    change.target = target.segments->sentences[open->sentence].original;
    change.source_document = document;
    change.source = source.document->source_map.hull(source.span_within_marks(open->words));
    change.alignment = open->alignment;
    changes.push_back(std::move(change));
    open.reset();
  };
  for (std::uint32_t q = 0; q < source.quotations.size(); ++q) {
    if (source.quotations[q].level > 0) continue;
    const WordRange all = source.quotation_words[q];
    for (std::uint32_t i = all.begin; i < all.end;) {
      WordRange range{i, i};
      while (range.end < all.end && source.words[range.end].sentence == source.words[i].sentence) ++range.end;
      i = range.end;
      const Report report = reports.of(range, quoted);
      if (open && report.sentence != open->sentence) close();
      if (report.sentence == kNowhere) continue;
      if (open)
        open->words.end = range.end;
      else
        open = report;
    }
    close();
  }
  return changes;
}

}  // namespace storydiff
