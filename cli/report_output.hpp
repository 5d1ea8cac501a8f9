/// \file report_output.hpp
/// Where a command writes its report besides the terminal: `--json FILE`, `--html FILE`.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "storydiff/report.hpp"
#include "storydiff/result.hpp"

namespace storydiff::cli {

struct ReportOutput {
  std::string json;  ///< empty: none; "-": standard output, instead of the text
  std::string html;

  /// Whether standard output is taken, so that the text must not go there.
  [[nodiscard]] bool takes_stdout() const { return json == "-" || html == "-"; }
};

void add_report_output_flags(CLI::App& arguments, ReportOutput& output);

/// To be called before anything is written: two reports for one place, or one that would take the
/// place of a file that is read (`inputs`, named `what` in the message), are an error.
[[nodiscard]] Status check_report_output(const ReportOutput& output, const std::vector<std::string>& inputs,
                                         const std::string& what);

/// Writes what was asked for.
[[nodiscard]] Status write_report(const Report& report, const ReportOutput& output);

}  // namespace storydiff::cli
