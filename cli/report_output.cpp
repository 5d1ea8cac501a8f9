#include "report_output.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <filesystem>
#include <system_error>
#include <utility>

#include "output.hpp"
#include "render/csv.hpp"
#include "render/html.hpp"
#include "render/markdown.hpp"
#include "render/pan.hpp"
#include "render/sarif.hpp"
#include "render/tei.hpp"
#include "terminal_style.hpp"
#include "terminal_text.hpp"

namespace storydiff::cli {
namespace {

struct Writer {
  const char* flag;
  const char* help;
  std::string (*render)(const Report&);  ///< null: handed on part by part, by `stream_json`
  bool json = false;
};

/// In the order of `ReportFormat`.
constexpr std::array<Writer, kReportFormats> kWriters{{
    {"--json", "Write the report as JSON; for this and all that follow '-' is standard output, instead of the text",
     nullptr, true},
    {"--html", "Write the report as a page, one file that needs no other", render_html},
    {"--markdown", "Write the report as Markdown, for issues and mail", render_markdown},
    {"--csv-links", "Write linked, new and left out sentences as a table, for spreadsheets", render_csv_links},
    {"--csv-findings", "Write the findings as a table, for spreadsheets", render_csv_findings},
    {"--pan", "Write the links as PAN text alignment XML", render_pan},
    {"--tei", "Write the texts as a TEI edition, by parallel segmentation", render_tei},
    {"--sarif", "Write the findings as SARIF 2.1.0, for continuous integration", render_sarif, true},
}};

}  // namespace

void add_report_output_flags(CLI::App& arguments, ReportOutput& output) {
  for (std::size_t i = 0; i < kReportFormats; ++i)
    arguments.add_option(kWriters[i].flag, output.files[i], kWriters[i].help)->type_name("FILE");
}

Status check_report_output(const ReportOutput& output, const std::vector<std::string>& inputs,
                           const std::string& what) {
  const auto wrong = [](std::string message) { return Error{ErrorCode::kInvalidInput, std::move(message)}; };
  for (std::size_t i = 0; i < kReportFormats; ++i) {
    const std::string& file = output.files[i];
    if (file.empty()) continue;
    for (std::size_t other = i + 1; other < kReportFormats; ++other)
      if (!output.files[other].empty() && same_file(file, output.files[other]))
        return wrong(std::string(kWriters[i].flag) + " and " + kWriters[other].flag + " can not both write to " +
                     (file == "-" ? "standard output" : file));
    if (const Status free = check_place(kWriters[i].flag, file, inputs, what); !free) return free;
  }
  return Success{};
}

Status write_report(const Report& report, const ReportOutput& output, unsigned threads) {
  for (std::size_t i = 0; i < kReportFormats; ++i) {
    const std::string& file = output.files[i];
    if (file.empty()) continue;
    if (kWriters[i].render == nullptr) {
      const auto parts = [&](const auto& take) { stream_json(report, take, threads); };
      if (Status written = write_json(file, parts); !written) return written;
      continue;
    }
    const std::string bytes = kWriters[i].render(report);
    Status written = kWriters[i].json ? write_json(file, bytes)
                     : file != "-"    ? write_file(file, bytes)
                                      : write_stdout(stdout_is_terminal() ? visible_text(bytes) : bytes);
    if (!written) return written;
  }
  return Success{};
}

}  // namespace storydiff::cli
