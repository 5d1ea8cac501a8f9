#include "storydiff/compare.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "corridor.hpp"
#include "deadline_watch.hpp"
#include "language/language_choice.hpp"
#include "report/assemble.hpp"
#include "side_by_side.hpp"
#include "storydiff/alignment.hpp"
#include "storydiff/analysis.hpp"
#include "storydiff/normalized_document.hpp"
#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

namespace {

LanguageChoice choose_language(std::string_view asked, std::span<const Document* const> documents,
                               std::span<const NormalizedDocument> normalized) {
  std::vector<NamedText> texts;
  for (std::size_t i = 0; i < documents.size(); ++i) texts.push_back({documents[i]->path, normalized[i].text});
  return choose_language(asked, texts);
}

/// The sentences to explain by their normalized numbers, which the stages count in.
Result<std::vector<SentenceRef>> normalized_refs(std::span<const Document* const> documents,
                                                 std::span<const Segments> segments,
                                                 const std::vector<SentenceRef>& asked) {
  std::vector<SentenceRef> refs;
  for (SentenceRef ref : asked) {
    const std::size_t sources = documents.size() - 1;
    if (!ref.of_target && ref.document >= sources)
      return Error{ErrorCode::kUsage, "there is no source " + std::to_string(ref.document + 1) +
                                          " to explain: there are " + std::to_string(sources)};
    const std::size_t document = ref.of_target ? sources : ref.document;
    const std::size_t count = segments[document].sentences.size();
    if (ref.sentence >= count)
      return Error{ErrorCode::kUsage, documents[document]->path + ": there is no sentence " +
                                          std::to_string(std::uint64_t{ref.sentence} + 1) + " to explain: " +
                                          (count == 0 ? "it has none" : "it has 1 to " + std::to_string(count))};
    ref.sentence = sentences_by_file(segments[document])[ref.sentence];
    refs.push_back(ref);
  }
  return refs;
}

/// Shorter texts, in bytes together, are analysed sooner than a thread has started.
constexpr std::size_t kWorthThreads = 50'000;

unsigned threads_for(std::span<const NormalizedDocument> texts, const CompareOptions& options) {
  std::size_t bytes = 0;
  for (const NormalizedDocument& text : texts) bytes += text.text.size();
  return bytes < kWorthThreads ? 1 : options.threads;
}

}  // namespace

std::string_view version() { return STORYDIFF_VERSION; }

Status check_sizes(std::span<const Document* const> documents) {
  if (documents.size() > kMaximumTexts)
    return Error{ErrorCode::kUnsupported, "there are " + std::to_string(documents.size()) + " texts, and at most " +
                                              std::to_string(kMaximumTexts) +
                                              " can be compared at once: compare them in several runs"};
  std::uint64_t bytes = 0;
  for (const Document* document : documents) bytes += document->text.size();
  if (bytes > kMaximumComparedBytes)
    return Error{ErrorCode::kUnsupported, "the texts are longer than 4 GiB together: compare them in several runs"};
  return Success{};
}

PreparedTexts prepare_texts(std::vector<const Document*> documents, std::vector<NormalizedDocument> normalized,
                            const CompareOptions& options) {
  LanguageChoice language = choose_language(options.language, documents, normalized);
  Vocabulary vocabulary(language.tag, options.resources);
  std::vector<Segments> segments = segment(normalized, vocabulary, {.language = language.tag}, options.threads);
  return {std::move(documents), std::move(normalized), std::move(language), std::move(vocabulary), std::move(segments)};
}

ReportOptions report_options(const Pipeline& pipeline, const PreparedTexts& texts) {
  ReportOptions result;
  result.language = texts.language.tag;
  const LanguageResources& used = texts.vocabulary.resources();
  result.lexicon = resource_name(used.lexicon.get());
  result.vectors = resource_name(used.vectors.get());
  for (const PipelineStep& step : pipeline) {
    const auto& documents = texts.documents;
    if (std::none_of(documents.begin(), documents.end(), [&](auto* d) { return step.runs_on(d->media_type); }))
      continue;
    const bool there = step.normalizer != nullptr;
    result.plugins.push_back({there ? std::string(step.normalizer->id()) : step.id,
                              there ? std::string(step.normalizer->options_json()) : "{}"});
  }
  return result;
}

Result<Report> compare_prepared(PreparedTexts& texts, std::size_t first, std::size_t count, const ReportOptions& shown,
                                const CompareOptions& options) {
  const auto documents = std::span<const Document* const>(texts.documents).subspan(first, count);
  const auto normalized = std::span<const NormalizedDocument>(texts.normalized).subspan(first, count);
  const auto segments = std::span<const Segments>(texts.segments).subspan(first, count);
  const auto source_segments = segments.first(count - 1);

  const Result<std::vector<SentenceRef>> asked = normalized_refs(documents, segments, options.explain);
  if (!asked) return asked.error();
  AlignmentSet alignment = align(source_segments, segments.back(), texts.vocabulary, options.threads);

  const AnalysisInput input{documents, normalized, segments, &alignment, &texts.vocabulary};
  check_deadline();
  Analysis analysis = analyse(input, threads_for(normalized, options));
  check_deadline();
  std::vector<Explanation> explanations;
  if (!asked->empty()) explanations = explain(source_segments, segments.back(), texts.vocabulary, *asked);

  Report report = assemble_report(input, std::move(alignment), std::move(analysis), shown, std::move(explanations));
  std::vector<std::string>& bailouts = report.summary.bailouts;
  bailouts.insert(bailouts.begin(), texts.language.notices.begin(), texts.language.notices.end());
  return report;
}

Result<std::vector<NormalizedDocument>> normalize_texts(std::span<const Document* const> documents,
                                                        const Pipeline& pipeline, const Deadline& deadline) {
  return within(deadline, "the pipeline", [&] { return Result(run_pipeline(documents, pipeline)); });
}

Result<Report> compare(std::span<const Document* const> sources, const Document& target, const Pipeline& pipeline,
                       const CompareOptions& options) {
  if (sources.empty()) return Error{ErrorCode::kUsage, "nothing to compare with: give at least one source"};
  std::vector<const Document*> documents(sources.begin(), sources.end());
  documents.push_back(&target);
  if (const Status sizes = check_sizes(documents); !sizes) return sizes.error();

  return within(options.deadline, "the comparison", [&] {
    const CrewScope crew;
    std::vector<NormalizedDocument> normalized = run_pipeline(documents, pipeline, options.threads);
    PreparedTexts texts = prepare_texts(std::move(documents), std::move(normalized), options);
    return compare_prepared(texts, 0, texts.documents.size(), report_options(pipeline, texts), options);
  });
}

}  // namespace storydiff
