#include "plugin_check/print.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>

#include "render/folded_text.hpp"
#include "storydiff/compare.hpp"
#include "terminal_text.hpp"

namespace storydiff::plugin_check {
namespace {

using cli::FoldedText;
using cli::Ink;
using cli::TerminalStyle;
using Json = nlohmann::ordered_json;

constexpr std::array kStatuses{CheckStatus::kPassed,  CheckStatus::kWarning,  CheckStatus::kFailed,
                               CheckStatus::kCrashed, CheckStatus::kTimedOut, CheckStatus::kSkipped};

Ink ink_of(CheckStatus status) {
  if (is_bad(status)) return Ink::kDeleted;
  if (status == CheckStatus::kWarning) return Ink::kWarning;
  return status == CheckStatus::kSkipped ? Ink::kQuiet : Ink::kInserted;
}

std::string padded(std::string_view word, std::size_t width) {
  std::string out(word);
  out.resize(std::max(width, out.size()), ' ');
  return out;
}

std::size_t widest_id() {
  std::size_t width = 0;
  for (const Check& check : all_checks()) width = std::max(width, check.id.size());
  return width;
}

std::size_t count_of(const std::vector<CheckRun>& runs, CheckStatus status) {
  return static_cast<std::size_t>(
      std::count_if(runs.begin(), runs.end(), [&](const CheckRun& run) { return run.outcome.status == status; }));
}

std::string_view kind_of(const PluginManifest& manifest) {
  if (manifest.kind == PluginKind::kCommand) return "command";
  return manifest.kind == PluginKind::kRules ? "rules" : "library";
}

double seconds_of(const CheckRequest& request) { return static_cast<double>(request.time_limit.count()) / 1000; }

/// `lead`, which takes `column` columns, and beside it `text`, folded.
std::string beside(const std::string& lead, std::size_t column, std::string_view text, Ink ink,
                   const TerminalStyle& style) {
  const std::string indent(column, ' ');
  FoldedText folded(style, indent, indent);
  folded.add(text, ink);
  return lead + folded.finish().substr(column);
}

std::string dumped(const Json& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string header_text(const CheckRequest& request, const TerminalStyle& style) {
  FoldedText title(style, "", "  ");
  title.add(request.manifest.id + " " + request.manifest.version + " ", Ink::kHeading);
  title.add(request.manifest.folder.string(), Ink::kQuiet);
  FoldedText terms(style, "", "  ");
  terms.add("seed " + std::to_string(request.seed), Ink::kQuiet);
  return title.finish() + terms.finish() + "\n";
}

std::string run_text(const CheckRequest& request, const CheckRun& run, const TerminalStyle& style) {
  constexpr std::size_t kStatusWidth = 9;  // "timed out"
  const std::size_t status_column = kStatusWidth + 2;
  const std::size_t reason_column = status_column + widest_id() + 2;
  const CheckStatus status = run.outcome.status;
  const std::string lead = cli::paint(padded(to_string(status), kStatusWidth), ink_of(status), style) + "  ";
  if (status == CheckStatus::kPassed || status == CheckStatus::kSkipped) {
    if (run.outcome.reason.empty()) return lead + std::string(run.check->id) + "\n";
    return beside(lead + padded(run.check->id, widest_id() + 2), reason_column, run.outcome.reason, Ink::kQuiet, style);
  }
  const std::string indent(status_column, ' ');
  // The command is never folded: it is there to be copied.
  return lead + std::string(run.check->id) + "\n" +
         beside(indent, status_column, run.check->sentence, Ink::kQuiet, style) +
         beside(indent, status_column, run.outcome.reason, Ink::kPlain, style) + indent +
         cli::visible_line(repeat_command(request, *run.check)) + "\n";
}

std::string summary_text(const std::vector<CheckRun>& runs, const TerminalStyle& style) {
  std::string words;
  bool bad = false;
  for (const CheckStatus status : kStatuses) {
    const std::size_t count = count_of(runs, status);
    if (count == 0) continue;
    words += (words.empty() ? " " : ", ") + std::to_string(count) + " " + std::string(to_string(status));
    bad = bad || is_bad(status);
  }
  const std::string line = std::to_string(runs.size()) + (runs.size() == 1 ? " check:" : " checks:") + words;
  return "\n" + cli::paint(line, bad ? Ink::kDeleted : Ink::kHeading, style) + "\n";
}

std::string runs_json(const CheckRequest& request, const std::vector<CheckRun>& runs) {
  Json result = Json::object();
  result["schema"] = "storydiff-plugin-check/1";
  result["tool"] = {{"name", "storydiff"}, {"version", version()}};
  result["plugin"] = {{"id", request.manifest.id},
                      {"version", request.manifest.version},
                      {"kind", kind_of(request.manifest)},
                      {"folder", request.manifest.folder.string()}};
  result["seed"] = request.seed;
  result["time_limit_s"] = seconds_of(request);
  result["checks"] = Json::array();
  for (const CheckRun& run : runs)
    result["checks"].push_back(
        {{"id", run.check->id},
         {"sentence", run.check->sentence},
         {"status", to_string(run.outcome.status)},
         {"reason", run.outcome.reason.empty() ? Json(nullptr) : Json(run.outcome.reason)},
         {"repeat", is_bad(run.outcome.status) ? Json(repeat_command(request, *run.check)) : Json(nullptr)}});
  for (const CheckStatus status : kStatuses) result["summary"][std::string(to_string(status))] = count_of(runs, status);
  return dumped(result);
}

std::string list_text(const TerminalStyle& style) {
  std::string out;
  const std::size_t width = widest_id() + 2;
  for (const Check& check : all_checks())
    out += beside(cli::paint(padded(check.id, width), Ink::kHeading, style), width, check.sentence, Ink::kPlain, style);
  return out;
}

std::string list_json() {
  Json result = Json::object();
  result["checks"] = Json::array();
  for (const Check& check : all_checks()) result["checks"].push_back({{"id", check.id}, {"sentence", check.sentence}});
  return dumped(result);
}

}  // namespace storydiff::plugin_check
