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
#include "analyse/summary.hpp"
#include "analyse/word_edits.hpp"
#include "deadline_watch.hpp"
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

Analysis analyse(const AnalysisInput& input) {
  Analysis analysis;
  const Segments& target = input.segments.back();
  bool bailout = false;
  for (const Alignment& alignment : input.alignment->alignments) {
    check_deadline();
    WordEdits edits = word_edits(alignment, input.segments[alignment.source_document], target, *input.vocabulary);
    bailout = bailout || edits.bailout;
    analysis.edits.push_back(std::move(edits.edits));
  }
  check_deadline();
  analysis.quotations = compare_quotations(input);
  check_deadline();
  name_speakers(input, analysis.quotations);
  check_deadline();
  analysis.figures = compare_figures(input);
  check_deadline();
  analysis.names = compare_names(input);
  check_deadline();
  analysis.attributions = compare_attributions(input);
  check_deadline();
  analysis.polarity = compare_polarity(input);
  check_deadline();
  analysis.furniture = compare_furniture(input.normalized.first(input.normalized.size() - 1), input.normalized.back());
  analysis.summary = summarize(input, analysis.edits, analysis.quotations);
  if (bailout) analysis.summary.bailouts.emplace_back("word edits: a pair of sentences is too long for an exact diff");
  check_deadline();
  analysis.findings = make_findings(input, analysis);
  check_deadline();
  analysis.closest_source = closest_source(input, analysis);
  return analysis;
}

}  // namespace storydiff
