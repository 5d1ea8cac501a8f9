#include <memory>
#include <string>

#include "command.hpp"
#include "message.hpp"
#include "output.hpp"
#include "render/terminal.hpp"
#include "report_output.hpp"
#include "storydiff/read_bytes.hpp"
#include "storydiff/report.hpp"
#include "terminal_output.hpp"

namespace storydiff::cli {
namespace {

struct ShowArguments {
  std::string file;
  ReportOutput output;
  TerminalOutput terminal;
};

int run(const ShowArguments& arguments) {
  if (arguments.file.empty()) return trouble("show needs a report: REPORT.json (see 'storydiff show --help')");
  // JSON may be written over the report that is read: it is the same report.
  ReportOutput others = arguments.output;
  others.file(ReportFormat::kJson).clear();
  for (const Status& usable : {check_report_output(arguments.output, {}, ""),
                               check_report_output(others, {arguments.file}, "the report that is read")})
    if (!usable) return trouble(usable.error());
  const Result<std::string> file = read_bytes(arguments.file);
  if (!file) return trouble(file.error());
  const Result<Report> report = report_from_json(*file);
  if (!report) return trouble(arguments.file + ": " + report.error().message);

  if (const Status written = write_report(*report, arguments.output); !written) return trouble(written.error());
  if (!arguments.output.takes_stdout()) {
    const Status written = write_terminal(render_terminal(*report, arguments.terminal.style()), arguments.terminal);
    if (!written) return trouble(written.error());
  }
  return 0;
}

}  // namespace

Command show_command(CLI::App& program) {
  CLI::App* app = program.add_subcommand("show", "Render a JSON report again, without comparing");
  auto arguments = std::make_shared<ShowArguments>();
  app->add_option("report", arguments->file, "The report; '-' is standard input")->type_name("REPORT.json");
  add_report_output_flags(*app, arguments->output);
  add_terminal_flags(*app, arguments->terminal);
  app->footer(
      "Exit status: 0, or 2 for trouble.\n\n"
      "Examples:\n"
      "  storydiff show report.json\n"
      "  storydiff show report.json --html page.html --markdown report.md\n"
      "  storydiff show report.json --sarif findings.sarif --tei edition.xml\n"
      "  storydiff show report.json --no-pager --width 100\n"
      "  sed -n 7p reports.jsonl | storydiff show -");
  return {app, [arguments] { return run(*arguments); }};
}

}  // namespace storydiff::cli
