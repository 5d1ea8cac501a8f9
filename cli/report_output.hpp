/// \file report_output.hpp
/// Where a command writes its report besides the terminal: `--json FILE`, `--html FILE` and their like.
#pragma once

#include <CLI/App.hpp>
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "storydiff/report.hpp"
#include "storydiff/result.hpp"

namespace storydiff::cli {

/// What can be written, in the order of writing and of the help.
enum class ReportFormat : std::uint8_t { kJson, kHtml, kMarkdown, kCsvLinks, kCsvFindings, kPan, kTei, kSarif };
inline constexpr std::size_t kReportFormats = 8;

struct ReportOutput {
  /// By format. Empty: not asked for; "-": standard output, instead of the text.
  std::array<std::string, kReportFormats> files;

  [[nodiscard]] std::string& file(ReportFormat format) { return files[static_cast<std::size_t>(format)]; }
  /// Whether standard output is taken, so that the text must not go there.
  [[nodiscard]] bool takes_stdout() const { return std::find(files.begin(), files.end(), "-") != files.end(); }
};

void add_report_output_flags(CLI::App& arguments, ReportOutput& output);

/// To be called before anything is written: two reports for one place, or one that would take the
/// place of a file that is read (`inputs`, named `what` in the message), are an error.
[[nodiscard]] Status check_report_output(const ReportOutput& output, const std::vector<std::string>& inputs,
                                         const std::string& what);

/// Writes what was asked for, on up to `threads` threads.
[[nodiscard]] Status write_report(const Report& report, const ReportOutput& output, unsigned threads = 1);

}  // namespace storydiff::cli
