// The chain's JSON. Key order here is that of `core/doc/chain.schema.json`.
#include <cmath>
#include <string>

#include "report/json_parts.hpp"
#include "storydiff/chain.hpp"

namespace storydiff {
namespace {

using namespace report_json;

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json place_or_null(const std::optional<Span>& place) {
  if (!place) return nullptr;
  Json result = Json::object();
  result["span"] = span(*place);
  return result;
}

Json span_or_null(const std::optional<Span>& value) { return value ? span(*value) : Json(nullptr); }

Json edit_json(const ReportDocument& version, const ReportEdit& edit) {
  const bool known = edit.plugin < version.plugins.size();
  return Json{{"plugin", known ? version.plugins[edit.plugin].id : ""},
              {"rule", edit.rule},
              {"action", to_string(edit.action)},
              {"role", text_or_null(edit.role)},
              {"span", span(edit.span)},
              {"text", edit.text},
              {"replacement", edit.action == EditAction::kReplace ? Json(edit.replacement) : Json(nullptr)},
              {"to", or_null(edit.to)}};
}

Json version_json(const ReportDocument& version) {
  Json result = Json::object();
  result["path"] = version.path;
  result["sha256"] = version.sha256;
  result["bytes"] = version.bytes;
  result["encoding"] = version.encoding;
  result["metadata"] = version.metadata;
  result["plugins"] = plugin_runs_json(version.plugins);
  result["edits"] = list(version.edits, [&](const ReportEdit& edit) { return edit_json(version, edit); });
  result["paragraphs"] = list(version.paragraphs, [](const ReportParagraph& paragraph) {
    return Json{{"span", span(paragraph.span)}, {"position", or_null(paragraph.position)}};
  });
  result["sentences"] = list(version.sentences, [](const ReportSentence& sentence) {
    return Json{
        {"span", span(sentence.span)}, {"paragraph", sentence.paragraph}, {"position", or_null(sentence.position)}};
  });
  result["text"] = version.text;
  return result;
}

Json alignment_json(const ReportAlignment& link) {
  constexpr double kPlaces = 1e4;
  return Json{{"id", link.id},
              {"relation", to_string(link.relation)},
              {"source", Json{{"sentences", link.source_sentences}}},
              {"target", Json{{"sentences", link.target_sentences}}},
              {"score", std::round(link.score * kPlaces) / kPlaces},
              {"moved", link.moved},
              {"edits", list(link.edits, [](const WordEdit& edit) {
                 return Json{{"op", to_string(edit.op)},
                             {"source", span_or_null(edit.source)},
                             {"target", span_or_null(edit.target)},
                             {"equivalence", to_string(edit.equivalence)}};
               })}};
}

Json step_json(const ChainStep& step) {
  Json result = Json::object();
  result["from"] = step.from;
  result["to"] = step.to;
  result["differs"] = step.differs;
  result["sentences"] =
      Json{{"kept", step.kept}, {"edited", step.edited},     {"rewritten", step.rewritten}, {"moved", step.moved},
           {"born", step.born}, {"returned", step.returned}, {"dropped", step.dropped}};
  result["alignments"] = list(step.alignments, alignment_json);
  result["findings"] = list(step.findings, [](const Finding& finding) {
    return Json{{"kind", finding.kind},
                {"rule", finding.rule},
                {"severity", to_string(finding.severity)},
                {"message", finding.message},
                {"source", place_or_null(finding.source)},
                {"target", place_or_null(finding.target)},
                {"alignment", or_null(finding.alignment)}};
  });
  result["bailouts"] = step.bailouts;
  return result;
}

Json stage_json(const LifeStage& stage) {
  Json result = Json::object();
  result["version"] = stage.version;
  result["event"] = to_string(stage.event);
  result["sentence"] = or_null(stage.sentence);
  result["moved"] = stage.moved;
  result["words_out"] = stage.words_out;
  result["words_in"] = stage.words_in;
  result["changes"] = list(stage.changes, [](const LifeChange& change) {
    return Json{{"kind", change.kind},
                {"status", change.status},
                {"from", text_or_null(change.from)},
                {"to", text_or_null(change.to)}};
  });
  result["other"] = or_null(stage.other);
  return result;
}

Json chain_json(const Chain& chain) {
  Json result = Json::object();
  result["schema"] = kChainSchema;
  result["tool"] = Json{{"name", chain.tool_name}, {"version", chain.tool_version}};
  result["options"] = options_json(chain.options);
  result["versions"] = list(chain.versions, version_json);
  result["steps"] = list(chain.steps, step_json);
  std::uint32_t id = 0;
  result["lives"] = list(chain.lives, [&](const SentenceLife& life) {
    Json entry = Json::object();
    entry["id"] = id++;
    entry["stages"] = list(life.stages, stage_json);
    return entry;
  });
  return result;
}

// Paths are bytes, not text: what is no UTF-8 in them becomes U+FFFD instead of an exception.
std::string written(const Chain& chain, int indent) {
  return chain_json(chain).dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string to_json(const Chain& chain) { return written(chain, 1) + "\n"; }
std::string to_json_line(const Chain& chain) { return written(chain, -1); }

}  // namespace storydiff
