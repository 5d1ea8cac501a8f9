#include "render/sarif.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "render/text_places.hpp"
#include "terminal_text.hpp"

namespace storydiff::cli {
namespace {

using Json = nlohmann::ordered_json;

const char* level(Severity severity) {
  switch (severity) {
    case Severity::kAlert:
      return "error";
    case Severity::kReview:
      return "warning";
    case Severity::kInfo:
      return "note";
  }
  return "none";
}

/// A message: braces are placeholders and brackets links unless they are escaped (SARIF 3.11.5, 3.11.6).
Json message(std::string_view text) {
  std::string out;
  for (const char c : visible_line(text)) {
    if (c == '{' || c == '}') out += c;
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  Json json = Json::object();
  json["text"] = std::move(out);
  return json;
}

/// A path as a relative reference or a file URI (RFC 3986).
std::string uri(const std::string& path) {
  static constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=@";
  // Standard input has no place; a name in its stead.
  const std::string name = path == "-" ? "stdin" : std::filesystem::path(path).lexically_normal().generic_string();
  std::string out = name.starts_with('/') ? "file://" : "";
  for (const char c : name) {
    if (kPlain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      std::array<char, 4> escape{};
      (void)std::snprintf(escape.data(), escape.size(), "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
      out += escape.data();
    }
  }
  return out;
}

/// One document of the report, by its place in `artifacts`.
class Artifact {
 public:
  Artifact(const ReportDocument& document, std::size_t index)
      : document_(document), index_(index), uri_(uri(document.path)), places_(document.text) {}

  [[nodiscard]] Json json() const {
    return {{"location", {{"uri", uri_}}}, {"length", document_.bytes}, {"hashes", {{"sha-256", document_.sha256}}}};
  }

  [[nodiscard]] Json location(std::optional<Span> span) const {
    Json physical = {{"artifactLocation", {{"uri", uri_}, {"index", index_}}}};
    if (span) physical["region"] = region(*span);
    return {{"physicalLocation", std::move(physical)}};
  }

 private:
  [[nodiscard]] Json region(Span span) const {
    const std::size_t begin = places_.characters(span.begin);
    Json json = {{"startLine", places_.line(span.begin)},
                 {"startColumn", places_.column(span.begin)},
                 {"endLine", places_.line(span.end)},
                 {"endColumn", places_.column(span.end)},
                 {"charOffset", begin},
                 {"charLength", places_.characters(span.end) - begin}};
    // Of a converted file we know the characters, not where their bytes stand.
    if (document_.encoding == "utf-8") {
      json["byteOffset"] = span.begin;
      json["byteLength"] = span.size();
    }
    json["snippet"] = {{"text", slice(document_.text, span)}};
    return json;
  }

  const ReportDocument& document_;
  std::size_t index_;
  std::string uri_;
  TextPlaces places_;
};

/// The rules that raised something, in the order of their first finding.
class Rules {
 public:
  /// The rule's index.
  std::size_t index_of(const Finding& finding) {
    const auto [known, added] = indices_.try_emplace(finding.rule, json_.size());
    if (added)
      json_.push_back({{"id", finding.rule},
                       {"defaultConfiguration", {{"level", level(finding.severity)}}},
                       {"properties", {{"kind", finding.kind}}}});
    return known->second;
  }
  [[nodiscard]] const Json& json() const { return json_; }

 private:
  std::map<std::string, std::size_t> indices_;
  Json json_ = Json::array();
};

Json result(const Finding& finding, std::size_t rule, const std::vector<Artifact>& artifacts) {
  Json json = {{"ruleId", finding.rule},
               {"ruleIndex", rule},
               {"level", level(finding.severity)},
               {"message", message(finding.message)}};
  const bool in_source = finding.source && finding.source_document;
  const Json target = artifacts.back().location(finding.target);
  const Json source = in_source ? artifacts[*finding.source_document].location(finding.source) : Json();
  json["locations"] = Json::array({finding.target || !in_source ? target : source});
  if (finding.target && in_source) {
    json["relatedLocations"] = Json::array({source});
    json["relatedLocations"][0]["message"] = message("the source");
  }
  return json;
}

}  // namespace

std::string render_sarif(const Report& report) {
  std::vector<Artifact> artifacts;
  for (const ReportDocument& source : report.sources) artifacts.emplace_back(source, artifacts.size());
  artifacts.emplace_back(report.target, artifacts.size());

  Rules rules;
  Json results = Json::array();
  for (const Finding& finding : report.findings) results.push_back(result(finding, rules.index_of(finding), artifacts));
  Json files = Json::array();
  for (const Artifact& artifact : artifacts) files.push_back(artifact.json());
  Json invocation = {{"executionSuccessful", true}};
  for (const std::string& bailout : report.summary.bailouts)
    invocation["toolExecutionNotifications"].push_back({{"level", "warning"}, {"message", message(bailout)}});

  const Json run = {
      {"tool",
       {{"driver", {{"name", report.tool_name}, {"semanticVersion", report.tool_version}, {"rules", rules.json()}}}}},
      {"invocations", Json::array({std::move(invocation)})},
      {"columnKind", "unicodeCodePoints"},
      {"artifacts", std::move(files)},
      {"results", std::move(results)}};
  const Json log = {
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", Json::array({run})}};
  return log.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace storydiff::cli
