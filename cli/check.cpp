#include <memory>
#include <string>

#include "command.hpp"
#include "comparison.hpp"
#include "message.hpp"
#include "output.hpp"
#include "render/finding_lines.hpp"
#include "report_output.hpp"

namespace storydiff::cli {
namespace {

struct CheckArguments {
  ComparisonRequest comparison;
  ReportOutput output;
  std::string fail_on = "review";
};

int run(const CheckArguments& arguments) {
  const ResourceRequest& resources = arguments.comparison.resources;
  for (const Status& usable :
       {check_report_output(arguments.output, arguments.comparison.files, "one of the texts"),
        check_report_output(arguments.output, {resources.lexicon, resources.vectors}, "used for the comparison")})
    if (!usable) return trouble(usable.error());
  const Result<Report> report = compare_files(arguments.comparison, "check");
  if (!report) return trouble(report.error());
  // Nothing else would tell that a finding may be missing.
  for (const std::string& bailout : report->summary.bailouts)
    if (!bailout.starts_with("language: ")) warn("findings may be missing: " + bailout);
  if (const Status written = write_report(*report, arguments.output, or_cores(arguments.comparison.threads)); !written)
    return trouble(written.error());
  if (!arguments.output.takes_stdout()) {
    const Status written = write_stdout(render_finding_lines(*report));
    if (!written) return trouble(written.error());
  }
  return has_finding(*report, arguments.fail_on) ? kDifference : kNoDifference;
}

}  // namespace

Command check_command(CLI::App& program) {
  CLI::App* app = program.add_subcommand("check", "Print what changed in meaning, one finding a line");
  auto arguments = std::make_shared<CheckArguments>();
  add_comparison_arguments(*app, arguments->comparison);
  add_report_output_flags(*app, arguments->output);
  add_fail_on_flag(*app, arguments->fail_on);
  app->footer(
      "A line is FILE:LINE:COLUMN: SEVERITY: MESSAGE [RULE], as editors and continuous integration read it; alerts "
      "come first. Columns count characters from 1.\n\n"
      "Exit status: 0 nothing of the severity of --fail-on (review, if nothing is said) or graver, 1 findings, "
      "2 trouble.\n\n"
      "Examples:\n"
      "  storydiff check wire.txt opinion.txt\n"
      "  storydiff check ap.txt reuters.txt opinion.txt --fail-on alert\n"
      "  storydiff check wire.txt opinion.txt --sarif findings.sarif");
  return {app, [arguments] { return run(*arguments); }, &arguments->comparison.plugins};
}

}  // namespace storydiff::cli
