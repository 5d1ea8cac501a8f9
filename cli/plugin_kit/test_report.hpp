/// \file test_report.hpp
/// What `plugin test` found, for people and for programs.
#pragma once

#include <string>
#include <vector>

#include "plugin_kit/rule_examples.hpp"
#include "plugin_kit/run_cases.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "terminal_style.hpp"

namespace storydiff::cli {

struct TestReport {
  PluginManifest plugin;
  std::vector<CaseResult> cases;
  std::vector<ExampleResult> examples;
};

/// A line for each case and for each example that does not hold; below it the edits that are missing
/// and those that were not expected; a summary at the end.
[[nodiscard]] std::string render_test_report(const TestReport& report, const TerminalStyle& style);

/// The same as JSON (`storydiff-plugin-test/1`).
[[nodiscard]] std::string test_report_json(const TestReport& report);

}  // namespace storydiff::cli
