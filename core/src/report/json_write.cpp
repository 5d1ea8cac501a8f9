// The report's JSON. Key order here is the report's key order: `core/doc/report.schema.json` lists
// the same members in the same order.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/json_parts.hpp"
#include "storydiff/report.hpp"

namespace storydiff {
namespace {

using namespace report_json;

/// Four decimals: enough to rank by, few enough that another compiler prints the same ones.
Json score(double value) { return std::isfinite(value) ? std::round(value * 1e4) / 1e4 + 0.0 : 0.0; }  // no -0.0

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json span_or_null(const std::optional<Span>& value) { return value ? span(*value) : Json(nullptr); }

Json source_place(const std::optional<std::uint32_t>& document, const std::optional<Span>& place) {
  if (!place) return nullptr;
  return {{"document", document.value_or(0)}, {"span", span(*place)}};
}

Json target_place(const std::optional<Span>& place) {
  if (!place) return nullptr;
  Json result = Json::object();
  result["span"] = span(*place);
  return result;
}

Json document_json(const ReportDocument& document) {
  Json result = Json::object();
  result["path"] = document.path;
  result["sha256"] = document.sha256;
  result["bytes"] = document.bytes;
  result["encoding"] = document.encoding;
  result["metadata"] = document.metadata;
  result["plugins"] = plugin_runs_json(document.plugins);
  result["edits"] = list(document.edits, [&](const ReportEdit& edit) {
    const bool replaces = edit.action == EditAction::kReplace;
    return Json{{"plugin", edit.plugin < document.plugins.size() ? document.plugins[edit.plugin].id : std::string()},
                {"rule", edit.rule},
                {"action", to_string(edit.action)},
                {"role", text_or_null(edit.role)},
                {"span", span(edit.span)},
                {"text", edit.text},
                {"replacement", replaces ? Json(edit.replacement) : Json(nullptr)},
                {"to", or_null(edit.to)}};
  });
  result["paragraphs"] = list(document.paragraphs, [](const ReportParagraph& paragraph) {
    return Json{{"span", span(paragraph.span)}, {"position", or_null(paragraph.position)}};
  });
  result["sentences"] = list(document.sentences, [](const ReportSentence& sentence) {
    return Json{
        {"span", span(sentence.span)}, {"paragraph", sentence.paragraph}, {"position", or_null(sentence.position)}};
  });
  result["text"] = document.text;
  return result;
}

Json alignment_json(const ReportAlignment& link) {
  Json result = Json::object();
  result["id"] = link.id;
  result["relation"] = to_string(link.relation);
  result["source"] = Json{{"document", link.source_document}, {"sentences", link.source_sentences}};
  result["target"]["sentences"] = link.target_sentences;
  result["score"] = score(link.score);
  result["moved"] = link.moved;
  const Evidence& evidence = link.evidence;
  result["evidence"] = Json{{"words", score(evidence.words)},       {"containment", score(evidence.containment)},
                            {"sequence", score(evidence.sequence)}, {"competition", score(evidence.competition)},
                            {"order", score(evidence.order)},       {"unique", score(evidence.unique)}};
  result["edits"] = list(link.edits, [](const WordEdit& edit) {
    return Json{{"op", to_string(edit.op)},
                {"source", span_or_null(edit.source)},
                {"target", span_or_null(edit.target)},
                {"equivalence", to_string(edit.equivalence)}};
  });
  return result;
}

/// Which members of `Change` a list has, beside those that all have.
struct ChangeMembers {
  bool kind = false;
  bool speaker = false;
};

Json changes_json(const std::vector<Change>& changes, ChangeMembers members) {
  return list(changes, [&](const Change& change) {
    Json result = Json::object();
    if (members.kind) result["kind"] = change.kind;
    result["status"] = change.status;
    result["from"] = text_or_null(change.from);
    result["to"] = text_or_null(change.to);
    if (members.speaker) {
      result["speaker"] = text_or_null(change.speaker);
      result["verb"] = text_or_null(change.verb);
    }
    result["target"] = target_place(change.target);
    result["source"] = source_place(change.source_document, change.source);
    result["alignment"] = or_null(change.alignment);
    return result;
  });
}

Json nearest_json(const std::optional<ReportMiss>& miss) {
  if (!miss) return nullptr;
  return {
      {"document", miss->document}, {"sentence", miss->sentence}, {"score", score(miss->score)}, {"why", miss->why}};
}

Json summary_json(const Summary& summary, const std::vector<Ablation>& ablation) {
  Json result{{"class", to_string(summary.derivation)},
              {"target_words", summary.target_words},
              {"verbatim_words", summary.verbatim_words},
              {"edited_words", summary.edited_words},
              {"paraphrase_words", summary.paraphrase_words},
              {"new_words", summary.new_words},
              {"quoted_words", summary.quoted_words},
              {"source_coverage", score(summary.source_coverage)},
              {"longest_verbatim_words", summary.longest_verbatim_words},
              {"credited", or_null(summary.credited)},
              {"bailouts", summary.bailouts}};
  if (!ablation.empty())
    result["noise"] = list(ablation, [](const Ablation& entry) {
      return Json{{"plugin", entry.plugin}, {"share", score(entry.noise_share)}};
    });
  return result;
}

/// What the findings of the report and of an ablation have in common.
Json finding_json(const Finding& finding) {
  return {{"kind", finding.kind},
          {"rule", finding.rule},
          {"severity", to_string(finding.severity)},
          {"message", finding.message},
          {"source", source_place(finding.source_document, finding.source)},
          {"target", target_place(finding.target)}};
}

Json ablation_json(const Ablation& entry) {
  return {{"plugin", entry.plugin},
          {"changed_words_with", entry.changed_words_with},
          {"changed_words_without", entry.changed_words_without},
          {"moved_links_with", entry.moved_links_with},
          {"moved_links_without", entry.moved_links_without},
          {"noise_share", score(entry.noise_share)},
          {"findings_appear", list(entry.findings_appear, finding_json)},
          {"findings_vanish", list(entry.findings_vanish, finding_json)}};
}

Json closest_json(const ClosestSource& closest) {
  Json result = Json::object();
  result["outcome"] = to_string(closest.outcome);
  result["document"] = or_null(closest.document);
  result["candidates"] = closest.candidates;
  result["why"] = closest.why;
  result["evidence"]["sentences"] = closest.sentences;
  std::uint32_t document = 0;
  result["evidence"]["sources"] = list(closest.sources, [&](const SourceEvidence& evidence) {
    return Json{{"document", document++},        {"best_sentences", evidence.best_sentences},
                {"words", evidence.words},       {"figures", evidence.figures},
                {"names", evidence.names},       {"quotations", evidence.quotations},
                {"score", score(evidence.score)}};
  });
  return result;
}

Json candidate_json(const ExplainedCandidate& candidate) {
  Json result = Json::object();
  result["document"] = candidate.document;
  result["sentence"] = candidate.sentence;
  result["score"] = score(candidate.score);
  result["word_score"] = score(candidate.word_score);
  result["threshold"] = score(candidate.threshold);
  result["linked"] = candidate.linked;
  result["why"] = text_or_null(candidate.why);
  result["features"] = list(candidate.features, [](const FeatureShare& feature) {
    return Json{{"name", feature.name}, {"value", score(feature.value)}, {"contribution", score(feature.contribution)}};
  });
  result["words"] = list(candidate.words, [](const WordMatch& match) {
    return Json{{"source", match.source}, {"target", match.target}, {"equivalence", to_string(match.equivalence)}};
  });
  return result;
}

Json explanation_json(const Explanation& explanation) {
  const SentenceRef& asked = explanation.sentence;
  Json result = Json::object();
  result["side"] = asked.of_target ? "target" : "source";
  result["document"] = asked.document;
  result["sentence"] = asked.sentence;
  result["candidates"] = list(explanation.candidates, candidate_json);
  return result;
}

Json whole_report(const Report& report) {
  Json result = Json::object();
  result["schema"] = kReportSchema;
  result["tool"] = Json{{"name", report.tool_name}, {"version", report.tool_version}};
  result["options"] = options_json(report.options);
  result["documents"]["sources"] = list(report.sources, document_json);
  result["documents"]["target"] = document_json(report.target);
  result["alignments"] = list(report.alignments, alignment_json);
  result["passages"] = list(report.passages, [](const Passage& passage) {
    return Json{{"source", source_place(passage.source_document, passage.source)},
                {"target", target_place(passage.target)},
                {"words", passage.words}};
  });
  result["quotations"] = changes_json(report.quotations, {.speaker = true});
  result["figures"] = changes_json(report.figures, {.kind = true});
  result["names"] = changes_json(report.names, {});
  result["attributions"] = changes_json(report.attributions, {});
  result["polarity"] = changes_json(report.polarity, {});
  result["furniture"] = list(report.furniture, [](const FurnitureChange& change) {
    return Json{{"role", change.role},
                {"status", to_string(change.status)},
                {"target", target_place(change.target)},
                {"source", source_place(change.source_document, change.source)}};
  });
  result["unmatched"] = list(report.unmatched, [](const ReportUnlinked& entry) {
    Json place = Json::object();
    place["sentence"] = entry.sentence;
    return Json{{"target", std::move(place)}, {"nearest", nearest_json(entry.nearest)}};
  });
  result["omitted"] = list(report.omitted, [](const ReportUnlinked& entry) {
    return Json{{"source", Json{{"document", entry.document}, {"sentence", entry.sentence}}},
                {"nearest", nearest_json(entry.nearest)}};
  });
  result["findings"] = list(report.findings, [](const Finding& finding) {
    Json linked = finding_json(finding);
    linked["alignment"] = or_null(finding.alignment);
    return linked;
  });
  result["summary"] = summary_json(report.summary, report.ablation);
  result["closest_source"] = report.closest_source ? closest_json(*report.closest_source) : Json(nullptr);
  if (!report.explanations.empty()) result["explanations"] = list(report.explanations, explanation_json);
  if (!report.ablation.empty()) result["ablation"] = list(report.ablation, ablation_json);
  return result;
}

std::string dump(const Json& json, int indent) {
  // Paths are bytes, not text: what is no UTF-8 in them becomes U+FFFD instead of an exception.
  return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string to_json(const Report& report) { return dump(report_json(report), 1); }
std::string to_json_line(const Report& report) { return dump(report_json(report), -1); }

std::string to_json_line(const Report& report, std::span<const std::string> members) {
  Json all = report_json(report);
  if (members.empty()) return dump(all, -1);
  Json selected = Json::object();
  for (auto& [key, value] : all.items())
    if (std::find(members.begin(), members.end(), key) != members.end()) selected[key] = std::move(value);
  return dump(selected, -1);
}

}  // namespace storydiff
