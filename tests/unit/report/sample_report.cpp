#include "unit/report/sample_report.hpp"

#include <string>
#include <utility>

namespace storydiff_test {
namespace {

using namespace storydiff;

ReportDocument source_document() {
  ReportDocument document;
  document.path = "wire.txt";
  document.text = "OSLO (Wire) -\n\nThe ferry sank. Nobody \u201Cdied\u201D.\n\nIt was old.\n";
  document.sha256 = std::string(64, 'a');
  document.bytes = document.text.size();
  document.encoding = "utf-8";
  document.metadata = {{"agency", "Wire"}, {"location", "OSLO"}};
  document.plugins = {{"furniture", "1.0.0", PluginRun::Status::kOk, "", 3},
                      {"order", "", PluginRun::Status::kFailed, "no such library", 0}};
  document.edits = {{0, "dateline", EditAction::kDrop, "dateline", {0, 13}, "OSLO (Wire) -", "", std::nullopt},
                    {0, "quotes", EditAction::kReplace, "", {38, 41}, "\u201C", "", std::nullopt},
                    {0, "back", EditAction::kMove, "", {48, 59}, "It was old.", "", 15}};
  document.paragraphs = {{{0, 13}, std::nullopt}, {{15, 49}, 1}, {{51, 62}, 0}};
  document.sentences = {{{15, 30}, 1, 1}, {{31, 49}, 1, 2}, {{51, 62}, 2, 0}};
  return document;
}

ReportDocument target_document() {
  ReportDocument document;
  document.path = "opinion.txt";
  document.text = "The old ferry sank.\n\nI weep.\n";
  document.sha256 = std::string(64, 'b');
  document.bytes = document.text.size();
  document.encoding = "windows-1252";
  document.paragraphs = {{{0, 19}, 0}, {{21, 28}, 1}};
  document.sentences = {{{0, 19}, 0, 0}, {{21, 28}, 1, 1}};
  return document;
}

Change change(std::string status) {
  Change result;
  result.status = std::move(status);
  result.target = Span{4, 7};
  result.source_document = 0;
  result.source = Span{19, 24};
  return result;
}

}  // namespace

Report sample_report() {
  Report report;
  report.tool_name = "storydiff";
  report.tool_version = "0.1.0";
  report.options.language = "en";
  report.options.lexicon = "wordnet-3.0/1";
  report.options.plugins = {{"furniture", R"({"zeal":2,"also":["a","b"]})"}, {"order", "{}"}};
  report.sources = {source_document()};
  report.target = target_document();

  ReportAlignment link;
  link.relation = Relation::kEdited;
  link.source_sentences = {0, 2};
  link.target_sentences = {0};
  link.score = 0.87654321;
  link.moved = true;
  link.evidence = {0.5, 1, 0.25, 0.125, 0, 1.0 / 3};
  link.edits = {{EditOp::kEqual, Span{15, 18}, Span{0, 3}, Equivalence::kExact, 1, 1},
                {EditOp::kInsert, std::nullopt, Span{4, 7}, Equivalence::kNone, 0, 1},
                {EditOp::kReplace, Span{19, 24}, Span{8, 13}, Equivalence::kSynonym, 1, 1},
                {EditOp::kDelete, Span{25, 29}, std::nullopt, Equivalence::kNone, 1, 0}};
  report.alignments = {link};
  report.passages = {{0, {15, 18}, {0, 3}, 1}};

  report.quotations = {change("altered"), change("unsupported")};
  report.quotations[0].alignment = 0;
  report.quotations[1].source.reset();
  report.quotations[1].source_document.reset();
  report.figures = {change("rounded")};
  report.figures[0].kind = "money";
  report.names = {change("variant")};
  report.attributions = {change("verb-changed")};
  report.attributions[0].from = "said";
  report.attributions[0].to = "claimed";
  report.quotations[0].speaker = "Smith";
  report.quotations[0].verb = "said";
  report.figures[0].from = "over 14,000";
  report.polarity = {change("negation-changed")};
  report.furniture = {{"dateline", FurnitureChange::Status::kOnlySource, 0u, Span{0, 13}, std::nullopt}};
  report.unmatched = {{0, 1, ReportMiss{0, 1, 0.125, "too few common words"}}};
  report.omitted = {{0, 1, std::nullopt}};
  report.findings = {{"quotation", "quotation-altered", Severity::kAlert, "A quotation was altered.", 0u, Span{31, 49},
                      Span{0, 19}, 0u}};
  report.summary.derivation = Summary::Class::kPartiallyDerived;
  report.summary.target_words = 6;
  report.summary.edited_words = 4;
  report.summary.new_words = 2;
  report.summary.quoted_words = 3;
  report.summary.source_coverage = 0.6;
  report.summary.longest_verbatim_words = 1;
  report.summary.credited = false;
  report.summary.agency = "NNA";
  report.summary.bailouts = {"passages"};
  ClosestSource closest;
  closest.outcome = ClosestSource::Outcome::kOne;
  closest.document = 0;
  closest.candidates = {0};
  closest.why = "it fits best in the one sentence where the sources differ";
  closest.sentences = {0};
  closest.sources = {{1, 3, 1, 0, 0, 7.5}};
  report.closest_source = closest;
  Explanation explained;
  explained.sentence = {true, 0, 1};
  ExplainedCandidate candidate;
  candidate.sentence = 1;
  candidate.score = 0.25;
  candidate.word_score = 0.125;
  candidate.threshold = 0.5;
  candidate.why = "shares few words";
  candidate.features = {{"bias", 1, -4.5}, {"run", 0.5, 1.25}};
  candidate.words = {{"colour", "color", Equivalence::kSpelling}};
  explained.candidates = {candidate};
  report.explanations = {explained};
  Ablation ablation;
  ablation.plugin = "wire-furniture";
  ablation.changed_words_with = 6;
  ablation.changed_words_without = 9;
  ablation.moved_links_with = 1;
  ablation.moved_links_without = 2;
  ablation.noise_share = 1.0 / 3;
  ablation.findings_appear = {
      {"name", "name-unsupported", Severity::kReview, "A name is new.", std::nullopt, std::nullopt, Span{0, 19}, {}}};
  report.ablation = {ablation};
  return report;
}

}  // namespace storydiff_test
