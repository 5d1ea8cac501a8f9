// The chain's JSON. Key order here is that of `core/doc/chain.schema.json`.
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

Json version_json(const ReportDocument& version) {
  Json result = Json::object();
  result["path"] = version.path;
  result["sha256"] = version.sha256;
  result["bytes"] = version.bytes;
  result["encoding"] = version.encoding;
  result["metadata"] = version.metadata;
  result["plugins"] = plugin_runs_json(version.plugins);
  result["sentences"] = list(version.sentences, [](const ReportSentence& sentence) {
    Json place = Json::object();
    place["span"] = span(sentence.span);
    return place;
  });
  result["text"] = version.text;
  return result;
}

Json step_json(const ChainStep& step) {
  Json result = Json::object();
  result["from"] = step.from;
  result["to"] = step.to;
  result["differs"] = step.differs;
  result["sentences"] =
      Json{{"kept", step.kept}, {"edited", step.edited},     {"rewritten", step.rewritten}, {"moved", step.moved},
           {"born", step.born}, {"returned", step.returned}, {"dropped", step.dropped}};
  result["findings"] = list(step.findings, [](const Finding& finding) {
    return Json{{"kind", finding.kind},
                {"rule", finding.rule},
                {"severity", to_string(finding.severity)},
                {"message", finding.message},
                {"source", place_or_null(finding.source)},
                {"target", place_or_null(finding.target)}};
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

}  // namespace

std::string to_json(const Chain& chain) {
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
  // Paths are bytes, not text: what is no UTF-8 in them becomes U+FFFD instead of an exception.
  return result.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace storydiff
