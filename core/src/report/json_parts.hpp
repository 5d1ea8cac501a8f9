/// \file json_parts.hpp
/// JSON that the report and the chain have in common.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "storydiff/report.hpp"

namespace storydiff::report_json {

using Json = nlohmann::ordered_json;

[[nodiscard]] inline Json span(Span value) { return Json::array({value.begin, value.end}); }

[[nodiscard]] inline Json text_or_null(const std::string& value) { return value.empty() ? Json(nullptr) : Json(value); }

template <class Items, class Function>
Json list(const Items& items, Function function) {
  Json result = Json::array();
  for (const auto& item : items) result.push_back(function(item));
  return result;
}

[[nodiscard]] Json options_json(const ReportOptions& options);

[[nodiscard]] Json plugin_runs_json(const std::vector<PluginRun>& runs);

}  // namespace storydiff::report_json
