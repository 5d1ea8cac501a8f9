#include "storydiff/compare.hpp"

#include "report/assemble.hpp"
#include "storydiff/alignment.hpp"
#include "storydiff/analysis.hpp"
#include "storydiff/normalized_document.hpp"
#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

namespace {

ReportOptions report_options(const Pipeline& pipeline, const CompareOptions& options, const LanguageResources& used) {
  ReportOptions result;
  result.language = options.language;
  result.lexicon = resource_name(used.lexicon.get());
  result.vectors = resource_name(used.vectors.get());
  for (const PipelineStep& step : pipeline) {
    const bool there = step.normalizer != nullptr;
    result.plugins.push_back({there ? std::string(step.normalizer->id()) : step.id,
                              there ? std::string(step.normalizer->options_json()) : "{}"});
  }
  return result;
}

}  // namespace

std::string_view version() { return STORYDIFF_VERSION; }

Result<Report> compare(std::span<const Document* const> sources, const Document& target, const Pipeline& pipeline,
                       const CompareOptions& options) {
  if (sources.empty()) return Error{ErrorCode::kUsage, "nothing to compare with: give at least one source"};
  std::vector<const Document*> documents(sources.begin(), sources.end());
  documents.push_back(&target);

  const std::vector<NormalizedDocument> normalized = run_pipeline(documents, pipeline);

  Vocabulary vocabulary(options.language, options.resources);
  std::vector<Segments> segments;
  for (const NormalizedDocument& document : normalized)
    segments.push_back(segment(document, vocabulary, {.language = options.language}));

  const auto source_segments = std::span<const Segments>(segments).first(sources.size());
  const AlignmentSet alignment = align(source_segments, segments.back(), vocabulary);

  const AnalysisInput input{documents, normalized, segments, &alignment, &vocabulary};
  const Analysis analysis = analyse(input);

  return assemble_report(input, alignment, analysis, report_options(pipeline, options, vocabulary.resources()));
}

}  // namespace storydiff
