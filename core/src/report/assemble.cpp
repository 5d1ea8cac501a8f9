#include "report/assemble.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/paragraphs.hpp"
#include "storydiff/compare.hpp"

namespace storydiff {
namespace {

/// A document's report, and the way from a stage's sentence numbers to the report's.
struct Assembled {
  ReportDocument document;
  std::vector<std::uint32_t> file_order;  ///< normalized sentence index -> report sentence index
};

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// The first visible byte of `text` within `span`, or `span.end`.
Offset first_visible(std::string_view text, Span span) {
  while (span.begin < span.end && is_space(text[span.begin])) ++span.begin;
  return span.begin;
}

std::vector<ReportParagraph> report_paragraphs(const Document& document, const NormalizedDocument& normalized) {
  std::vector<ReportParagraph> paragraphs;
  for (const Span span : find_paragraphs(document.text)) paragraphs.push_back({span, std::nullopt});

  // Pieces come in normalized order, so the first piece that touches a paragraph decides its rank:
  // paragraphs are collected by (normalized offset, file order).
  std::vector<std::pair<Offset, std::uint32_t>> surviving;
  std::optional<Span> last_replaced;
  for (const SourcePiece& piece : normalized.source_map.pieces()) {
    if (!piece.copied) {
      // All parts of one replacement stand for the same original: the first says it all.
      if (last_replaced == piece.original) continue;
      last_replaced = piece.original;
    }
    auto paragraph = std::partition_point(paragraphs.begin(), paragraphs.end(),
                                          [&](const ReportParagraph& p) { return p.span.end <= piece.original.begin; });
    for (; paragraph != paragraphs.end() && paragraph->span.begin < piece.original.end; ++paragraph) {
      if (paragraph->position) continue;
      const Span common{std::max(paragraph->span.begin, piece.original.begin),
                        std::min(paragraph->span.end, piece.original.end)};
      Offset at = piece.normalized.begin;
      if (piece.copied) {
        const Offset visible = first_visible(document.text, common);
        if (visible == common.end) continue;
        at += visible - piece.original.begin;
      }
      paragraph->position = 0;
      surviving.emplace_back(at, static_cast<std::uint32_t>(paragraph - paragraphs.begin()));
    }
  }
  std::sort(surviving.begin(), surviving.end());
  for (std::uint32_t rank = 0; rank < surviving.size(); ++rank) paragraphs[surviving[rank].second].position = rank;
  return paragraphs;
}

/// The paragraph that `offset` stands in, or the nearest one before it (the first when there is none).
std::uint32_t paragraph_at(const std::vector<ReportParagraph>& paragraphs, Offset offset) {
  const auto after = std::partition_point(paragraphs.begin(), paragraphs.end(),
                                          [&](const ReportParagraph& p) { return p.span.begin <= offset; });
  return after == paragraphs.begin() ? 0 : static_cast<std::uint32_t>(after - paragraphs.begin() - 1);
}

std::vector<ReportEdit> report_edits(const std::vector<LedgerEntry>& ledger) {
  std::vector<ReportEdit> edits;
  edits.reserve(ledger.size());
  for (const LedgerEntry& entry : ledger)
    edits.push_back(
        {entry.plugin, entry.rule, entry.action, entry.role, entry.span, entry.text, entry.replacement, entry.to});
  return edits;
}

Assembled assemble_document(const Document& document, const NormalizedDocument& normalized, const Segments& segments) {
  Assembled result;
  ReportDocument& report = result.document;
  report.path = document.path;
  report.sha256 = document.sha256;
  report.bytes = document.bytes;
  report.encoding = document.encoding;
  report.metadata = read_metadata(normalized);
  report.plugins = normalized.plugins;
  report.edits = report_edits(normalized.ledger);
  report.paragraphs = report_paragraphs(document, normalized);
  report.text = document.text;

  const std::vector<Sentence>& sentences = segments.sentences;
  // A normalizer may insert text where the original has no paragraph at all.
  if (report.paragraphs.empty() && !sentences.empty()) report.paragraphs.push_back({sentences.front().original, 0u});

  const std::vector<std::uint32_t> by_file = sentences_by_file(segments);
  result.file_order.resize(sentences.size());
  report.sentences.reserve(sentences.size());
  for (std::uint32_t place = 0; place < by_file.size(); ++place) {
    const Span original = sentences[by_file[place]].original;
    result.file_order[by_file[place]] = place;
    report.sentences.push_back({original, paragraph_at(report.paragraphs, original.begin), by_file[place]});
  }
  return result;
}

std::vector<std::uint32_t> in_file_order(const std::vector<std::uint32_t>& sentences, const Assembled& document) {
  std::vector<std::uint32_t> mapped;
  mapped.reserve(sentences.size());
  for (const std::uint32_t sentence : sentences) mapped.push_back(document.file_order[sentence]);
  std::sort(mapped.begin(), mapped.end());
  return mapped;
}

std::uint32_t words_in(const Segments& segments, std::uint32_t sentence, const Vocabulary& vocabulary) {
  const std::span<const Token> tokens = segments.tokens_of(segments.sentences[sentence]);
  return static_cast<std::uint32_t>(std::count_if(tokens.begin(), tokens.end(), [&](const Token& token) {
    return vocabulary[token.word].kind != WordKind::kPunctuation;
  }));
}

/// `own` and `other` give the documents that an unlinked sentence and its nearest miss belong to, `words` its length.
template <class Own, class Other, class Words>
std::vector<ReportUnlinked> report_unlinked(const std::vector<Unlinked>& unlinked, Own own, Other other, Words words) {
  std::vector<ReportUnlinked> result;
  result.reserve(unlinked.size());
  for (const Unlinked& entry : unlinked) {
    ReportUnlinked mapped{entry.document, own(entry.document).file_order[entry.sentence], std::nullopt, words(entry)};
    if (const auto& miss = entry.nearest)
      mapped.nearest =
          ReportMiss{miss->document, other(miss->document).file_order[miss->sentence], miss->score, miss->why};
    result.push_back(std::move(mapped));
  }
  std::stable_sort(result.begin(), result.end(), [](const ReportUnlinked& a, const ReportUnlinked& b) {
    return std::pair(a.document, a.sentence) < std::pair(b.document, b.sentence);
  });
  return result;
}

}  // namespace

std::vector<std::uint32_t> sentences_by_file(const Segments& segments) {
  const std::vector<Sentence>& sentences = segments.sentences;
  std::vector<std::uint32_t> by_file(sentences.size());
  std::iota(by_file.begin(), by_file.end(), 0u);
  std::stable_sort(by_file.begin(), by_file.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return sentences[a].original < sentences[b].original; });
  return by_file;
}

Report assemble_report(const AnalysisInput& input, AlignmentSet alignment, Analysis analysis,
                       const ReportOptions& options, std::vector<Explanation> explanations) {
  std::vector<Assembled> assembled;
  assembled.reserve(input.documents.size());
  for (std::size_t i = 0; i < input.documents.size(); ++i)
    assembled.push_back(assemble_document(*input.documents[i], input.normalized[i], input.segments[i]));
  const auto source = [&](std::uint32_t document) -> const Assembled& { return assembled[document]; };
  const auto target = [&](std::uint32_t) -> const Assembled& { return assembled.back(); };

  Report report;
  report.tool_name = "storydiff";
  report.tool_version = version();
  report.options = options;

  report.alignments.reserve(alignment.alignments.size());
  for (std::size_t i = 0; i < alignment.alignments.size(); ++i) {
    const Alignment& link = alignment.alignments[i];
    ReportAlignment mapped;
    mapped.id = static_cast<std::uint32_t>(i);
    mapped.relation = link.relation;
    mapped.source_document = link.source_document;
    mapped.source_sentences = in_file_order(link.source_sentences, source(link.source_document));
    mapped.target_sentences = in_file_order(link.target_sentences, assembled.back());
    mapped.score = link.score;
    mapped.moved = link.moved;
    mapped.evidence = link.evidence;
    if (i < analysis.edits.size()) mapped.edits = std::move(analysis.edits[i]);
    report.alignments.push_back(std::move(mapped));
  }
  report.passages = std::move(alignment.passages);
  report.quotations = std::move(analysis.quotations);
  report.figures = std::move(analysis.figures);
  report.names = std::move(analysis.names);
  report.attributions = std::move(analysis.attributions);
  report.polarity = std::move(analysis.polarity);
  report.furniture = std::move(analysis.furniture);
  report.findings = std::move(analysis.findings);
  report.unmatched = report_unlinked(alignment.unmatched, target, source, [&](const Unlinked& entry) {
    return words_in(input.segments.back(), entry.sentence, *input.vocabulary);
  });
  report.omitted = report_unlinked(alignment.omitted, source, target, [&](const Unlinked& entry) {
    return words_in(input.segments[entry.document], entry.sentence, *input.vocabulary);
  });
  report.summary = std::move(analysis.summary);
  report.closest_source = std::move(analysis.closest_source);
  if (report.closest_source)
    report.closest_source->sentences = in_file_order(report.closest_source->sentences, assembled.back());
  for (const std::string& bailout : alignment.bailouts) {
    std::vector<std::string>& known = report.summary.bailouts;
    if (std::find(known.begin(), known.end(), bailout) == known.end()) known.push_back(bailout);
  }

  for (Explanation& explanation : explanations) {
    SentenceRef& asked = explanation.sentence;
    const Assembled& own = asked.of_target ? assembled.back() : assembled[asked.document];
    asked.sentence = own.file_order[asked.sentence];
    for (ExplainedCandidate& candidate : explanation.candidates) {
      const Assembled& other = asked.of_target ? assembled[candidate.document] : assembled.back();
      candidate.sentence = other.file_order[candidate.sentence];
    }
  }
  report.explanations = std::move(explanations);

  report.target = std::move(assembled.back().document);
  assembled.pop_back();
  for (Assembled& document : assembled) report.sources.push_back(std::move(document.document));
  return report;
}

}  // namespace storydiff
