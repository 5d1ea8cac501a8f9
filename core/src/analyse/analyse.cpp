#include <utility>

#include "analyse/closest_source.hpp"
#include "analyse/figures/figures.hpp"
#include "analyse/findings.hpp"
#include "analyse/furniture.hpp"
#include "analyse/names/names.hpp"
#include "analyse/quotations/quotation_speakers.hpp"
#include "analyse/quotations/quotations.hpp"
#include "analyse/speech/attributions.hpp"
#include "analyse/speech/polarity.hpp"
#include "analyse/speech/speech_texts.hpp"
#include "analyse/summary.hpp"
#include "analyse/word_edits.hpp"
#include "deadline_watch.hpp"
#include "side_by_side.hpp"
#include "storydiff/analysis.hpp"

namespace storydiff {

std::string_view to_string(EditOp op) {
  switch (op) {
    case EditOp::kEqual:
      return "equal";
    case EditOp::kReplace:
      return "replace";
    case EditOp::kDelete:
      return "delete";
    case EditOp::kInsert:
      return "insert";
  }
  return "";
}

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::kInfo:
      return "info";
    case Severity::kReview:
      return "review";
    case Severity::kAlert:
      return "alert";
  }
  return "";
}

Analysis analyse(const AnalysisInput& input, unsigned threads) {
  Analysis analysis;
  const SpeechTexts texts(input);
  bool bailout = false;
  const auto words = [&] {
    for (const Alignment& alignment : input.alignment->alignments) {
      check_deadline();
      WordEdits edits =
          word_edits(alignment, input.segments[alignment.source_document], input.segments.back(), *input.vocabulary);
      bailout = bailout || edits.bailout;
      analysis.edits.push_back(std::move(edits.edits));
    }
  };
  const auto quotations = [&] {
    analysis.quotations = compare_quotations(input);
    name_speakers(input, texts, analysis.quotations);
  };
  const auto sources = input.normalized.first(input.normalized.size() - 1);
  // Of a plain text names take longest, of one with altered quotations these.
  run_side_by_side(threads, {[&] { analysis.names = compare_names(input); }, quotations,
                             [&] { analysis.figures = compare_figures(input); },
                             [&] { analysis.polarity = compare_polarity(input, texts); },
                             [&] { analysis.attributions = compare_attributions(input, texts); }, words,
                             [&] { analysis.furniture = compare_furniture(sources, input.normalized.back()); }});
  analysis.summary = summarize(input, analysis.edits, analysis.quotations);
  if (bailout) analysis.summary.bailouts.emplace_back("word edits: a pair of sentences is too long for an exact diff");
  check_deadline();
  analysis.findings = make_findings(input, texts, analysis);
  check_deadline();
  analysis.closest_source = closest_source(input, analysis);
  return analysis;
}

}  // namespace storydiff
