#include "plugin_kit/test_report.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "render/folded_text.hpp"
#include "render/verdict.hpp"
#include "terminal_text.hpp"

namespace storydiff::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kStatusWidth = 9;  // "updated" and some space

/// A member as text, whatever a person wrote there.
std::string member(const CaseEdit& edit, const char* key) {
  const auto found = edit.find(key);
  if (found == edit.end()) return "";
  return found->is_string() ? found->get<std::string>() : found->dump(-1, ' ', false, Json::error_handler_t::replace);
}

void add_edit(std::string& out, const CaseEdit& edit, const char* sign, Ink ink, const TerminalStyle& style) {
  FoldedText text(style, "    ", "        ");
  const std::string role = member(edit, "role");
  text.add(std::string(sign) + " " + member(edit, "action") + (role.empty() ? "" : " " + role), ink);
  text.add(" " + member(edit, "span") + " rule " + member(edit, "rule") + ": ", ink);
  text.add("\"" + excerpt(member(edit, "text"), 2 * style.width) + "\"", ink);
  if (edit.contains("replacement"))
    text.add(" as \"" + excerpt(member(edit, "replacement"), 2 * style.width) + "\"", ink);
  if (edit.contains("to")) text.add(" to " + member(edit, "to"), ink);
  out += text.finish();
}

void add_line(std::string& out, CaseStatus status, const std::string& what, const std::string& message,
              const TerminalStyle& style) {
  const bool fine = status == CaseStatus::kOk || status == CaseStatus::kUpdated;
  std::string word(to_string(status));
  // The status is a column of its own, which folding would close up.
  out += paint(word, fine ? Ink::kInserted : Ink::kWarning, style) + std::string(kStatusWidth - word.size(), ' ');
  FoldedText text(style, "", std::string(kStatusWidth, ' '));
  text.add(what + (message.empty() ? "" : ": " + message));
  out += text.finish();
}

std::size_t count(const TestReport& report, CaseStatus status) {
  return static_cast<std::size_t>(std::count_if(report.cases.begin(), report.cases.end(),
                                                [&](const CaseResult& result) { return result.status == status; }));
}

std::size_t failing_examples(const TestReport& report) {
  return static_cast<std::size_t>(std::count_if(report.examples.begin(), report.examples.end(),
                                                [](const ExampleResult& result) { return !result.message.empty(); }));
}

std::string summary(const TestReport& report) {
  std::string out = counted(report.cases.size(), "case") + ":";
  const char* comma = " ";
  for (const CaseStatus status : {CaseStatus::kOk, CaseStatus::kUpdated, CaseStatus::kFailed, CaseStatus::kBroken}) {
    const std::size_t number = count(report, status);
    if (number == 0) continue;
    out += comma + std::to_string(number) + " " + std::string(to_string(status));
    comma = ", ";
  }
  if (report.examples.empty()) return out + "\n";
  out += "; " + counted(report.examples.size(), "example") + " of rules: ";
  const std::size_t failing = failing_examples(report);
  return out + (failing == 0 ? "all hold" : std::to_string(failing) + " failed") + "\n";
}

Json edits_json(const std::vector<CaseEdit>& edits) { return edits.empty() ? Json::array() : Json(edits); }

}  // namespace

std::string render_test_report(const TestReport& report, const TerminalStyle& style) {
  std::string out;
  FoldedText title(style, "", "    ");
  title.add(report.plugin.id + " " + report.plugin.version, Ink::kHeading);
  title.add(" in ");
  title.add(report.plugin.folder.string(), Ink::kQuiet);
  out += title.finish();
  for (const CaseResult& result : report.cases) {
    add_line(out, result.status, result.name, result.message, style);
    for (const CaseEdit& edit : result.missing) add_edit(out, edit, "-", Ink::kDeleted, style);
    for (const CaseEdit& edit : result.unexpected) add_edit(out, edit, "+", Ink::kInserted, style);
  }
  for (const ExampleResult& result : report.examples) {
    if (result.message.empty()) continue;
    const std::string what = (result.counter ? "counter-example of rule " : "example of rule ") + result.rule;
    add_line(out, CaseStatus::kFailed, what, result.message, style);
  }
  return out + summary(report);
}

std::string test_report_json(const TestReport& report) {
  const auto or_null = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
  Json result = Json::object();
  result["schema"] = "storydiff-plugin-test/1";
  result["plugin"] = {
      {"id", report.plugin.id}, {"version", report.plugin.version}, {"folder", report.plugin.folder.string()}};
  result["cases"] = Json::array();
  for (const CaseResult& one : report.cases)
    result["cases"].push_back({{"name", one.name},
                               {"status", to_string(one.status)},
                               {"message", or_null(one.message)},
                               {"missing", edits_json(one.missing)},
                               {"unexpected", edits_json(one.unexpected)}});
  result["examples"] = Json::array();
  for (const ExampleResult& one : report.examples)
    result["examples"].push_back({{"rule", one.rule},
                                  {"counter", one.counter},
                                  {"text", one.text},
                                  {"status", one.message.empty() ? "ok" : "failed"},
                                  {"message", or_null(one.message)}});
  return result.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace storydiff::cli
