#include "analyse/quotations/quotations.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "analyse/quotations/made_indirect.hpp"
#include "analyse/quotations/quotation_origin.hpp"
#include "analyse/quotations/quotation_verdict.hpp"
#include "analyse/quotations/spoken_text.hpp"
#include "deadline_watch.hpp"

namespace storydiff {
namespace {

constexpr std::uint32_t kNearWords = 200;     ///< so far around a quotation may its own sentence tell the rest
constexpr std::uint32_t kNearQuotations = 6;  ///< so many before and behind may hold the rest of a sentence
class Comparison {
 public:
  /// `quotations`: of each text.
  Comparison(const AnalysisInput& input, std::vector<std::vector<Quotation>> quotations)
      : vocabulary_(*input.vocabulary), alignment_(*input.alignment), alignments_(alignment_.alignments) {
    SpokenTextReader reader(vocabulary_);
    for (std::size_t i = 0; i < input.segments.size(); ++i)
      texts_.push_back(reader.read(input.normalized[i], input.segments[i], std::move(quotations[i])));
    for (const SpokenText& text : texts_) links_.emplace_back(text.segments->sentences.size());
    for (std::uint32_t a = 0; a < alignments_.size(); ++a) {
      for (const std::uint32_t t : alignments_[a].target_sentences) links_.back()[t].push_back(a);
      for (const std::uint32_t s : alignments_[a].source_sentences)
        links_[alignments_[a].source_document][s].push_back(a);
    }
  }

  std::vector<Change> run() {
    const auto sources = static_cast<std::uint32_t>(texts_.size() - 1);
    const auto count = static_cast<std::uint32_t>(target().quotations.size());
    origins_.resize(count);
    for (std::uint32_t d = 0; count > 0 && d < sources; ++d) {
      const OriginFinder finder(target(), texts_[d], d, alignment_, links_.back(), vocabulary_);
      for (std::uint32_t q = 0; q < count; ++q) {
        check_deadline();
        Origin origin = finder.find(q);
        if (d == 0 || better(origin, origins_[q])) origins_[q] = std::move(origin);
      }
    }
    std::vector<std::string> lost;
    for (std::uint32_t q = 0; q < count; ++q) lost.push_back(lost_of(q));
    std::vector<Change> changes;
    for (std::uint32_t q = 0; q < count; ++q) {
      if (!lost[q].empty()) {
        origins_[q].status = QuotationStatus::kTruncated;
        origins_[q].from = lost[q];
      }
      changes.push_back(change_of(q));
    }
    for (std::uint32_t d = 0; d < sources; ++d)
      for (Change& change : made_indirect(texts_[d], target(), d, alignments_, links_[d], origins_, vocabulary_))
        changes.push_back(std::move(change));
    return changes;
  }

 private:
  const SpokenText& target() const { return texts_.back(); }
  std::span<const SpokenWord> words_of(std::uint32_t quotation) const {
    const WordRange range = target().quotation_words[quotation];
    return std::span(target().words).subspan(range.begin, range.size());
  }

  /// What a cut took away that the target does not tell elsewhere; empty for all but parts of quotations.
  std::string lost_of(std::uint32_t quotation) const {
    const Origin& origin = origins_[quotation];
    if (origin.status != QuotationStatus::kExact || !origin.reading) return {};
    if (origin.reading->cuts.empty() && origin.reading->omitted.empty()) return {};
    if (target().quotations[quotation].level > 0) return {};  // the quotation around it tells the rest
    const auto words = words_of(quotation);
    Told told;
    std::vector<SpokenWord> outside;
    const std::uint32_t begin = std::max(target().sentence_words[words.front().sentence],
                                         words.front().place - std::min(words.front().place, kNearWords));
    const std::uint32_t end =
        std::min(target().sentence_words[words.back().sentence + 1], words.back().place + kNearWords);
    for (std::uint32_t i = begin; i < end; ++i)
      if (target().words[i].quotation == kNowhere) outside.push_back(target().words[i]);
    told.words = outside;
    const std::uint32_t paragraph = target().paragraph_of(words.front());
    const auto last =
        std::min<std::uint32_t>(quotation + kNearQuotations + 1, static_cast<std::uint32_t>(origins_.size()));
    for (std::uint32_t q = quotation - std::min(quotation, kNearQuotations); q < last; ++q) {
      if (q == quotation || !origins_[q].reading || origins_[q].document != origin.document) continue;
      const std::uint32_t other = target().paragraph_of(words_of(q).front());
      if (other <= paragraph + 1 && paragraph <= other + 1) told.spoken.push_back(origins_[q].reading->spoken);
    }
    return lost_by_cuts(words, texts_[origin.document], *origin.reading, told);
  }

  std::optional<std::uint32_t> link(std::uint32_t document, WordRange source, std::span<const SpokenWord> words) const {
    const std::uint32_t first = texts_[document].words[source.begin].sentence;
    const std::uint32_t last = texts_[document].words[source.end - 1].sentence;
    for (std::uint32_t t = words.front().sentence; t <= words.back().sentence; ++t)
      for (const std::uint32_t a : links_.back()[t])
        if (alignments_[a].source_document == document)
          for (const std::uint32_t s : alignments_[a].source_sentences)
            if (first <= s && s <= last) return a;
    return std::nullopt;
  }

  Change change_of(std::uint32_t quotation) const {
    const Origin& origin = origins_[quotation];
    Change change;
    change.status = to_string(origin.status);
    change.from = origin.from;
    change.to = origin.to;
    change.target = target().document->source_map.hull(target().quotations[quotation].span);
    if (!origin.words) return change;
    const SpokenText& source = texts_[origin.document];
    WordRange words = *origin.words;
    if (origin.status == QuotationStatus::kTruncated)
      for (const WordRange cut : origin.reading->cuts)
        words = {std::min(words.begin, source.spoken[cut.begin].place),
                 std::max(words.end, source.spoken[cut.end - 1].place + 1)};
    change.source_document = origin.document;
    change.source = source.document->source_map.hull(source.span_within_marks(words));
    change.alignment = link(origin.document, words, words_of(quotation));
    return change;
  }

  const Vocabulary& vocabulary_;
  const AlignmentSet& alignment_;
  const std::vector<Alignment>& alignments_;
  std::vector<SpokenText> texts_;     ///< the sources, then the target
  std::vector<SentenceLinks> links_;  ///< alignments by sentence of each text
  std::vector<Origin> origins_;       ///< by target quotation
};

}  // namespace

std::vector<Change> compare_quotations(const AnalysisInput& input) {
  std::vector<std::vector<Quotation>> quotations;
  for (std::size_t i = 0; i < input.segments.size(); ++i)
    quotations.push_back(read_quotations(input.normalized[i], input.segments[i]));
  const bool none = std::all_of(quotations.begin(), quotations.end(), [](const auto& list) { return list.empty(); });
  return none ? std::vector<Change>{} : Comparison(input, std::move(quotations)).run();
}

}  // namespace storydiff
