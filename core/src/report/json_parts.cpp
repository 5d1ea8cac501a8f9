#include "report/json_parts.hpp"

#include <utility>

namespace storydiff::report_json {

Json options_json(const ReportOptions& options) {
  Json result = Json::object();
  result["language"] = options.language;
  const auto name_or_null = [](const std::string& name) { return name.empty() ? Json() : Json(name); };
  result["lexicon"] = name_or_null(options.lexicon);
  result["vectors"] = name_or_null(options.vectors);
  result["plugins"] = list(options.plugins, [](const ReportOptions::Plugin& plugin) {
    Json parsed = Json::parse(plugin.options_json, nullptr, false);
    if (!parsed.is_object()) parsed = Json::object();
    return Json{{"id", plugin.id}, {"options", std::move(parsed)}};
  });
  return result;
}

Json plugin_runs_json(const std::vector<PluginRun>& runs) {
  return list(runs, [](const PluginRun& run) {
    return Json{{"id", run.id},
                {"version", text_or_null(run.version)},
                {"status", to_string(run.status)},
                {"message", text_or_null(run.message)},
                {"edits", run.edits}};
  });
}

}  // namespace storydiff::report_json
