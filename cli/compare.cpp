#include "storydiff/compare.hpp"

#include <memory>
#include <string>

#include "command.hpp"
#include "comparison.hpp"
#include "message.hpp"
#include "output.hpp"
#include "render/explanation.hpp"
#include "render/terminal.hpp"
#include "report_output.hpp"
#include "terminal_output.hpp"

namespace storydiff::cli {
namespace {

struct CompareArguments {
  ComparisonRequest comparison;
  ReportOutput output;
  std::string fail_on;  ///< empty: the exit status tells whether the story text differs
  TerminalOutput terminal;
  bool quiet = false;
};

int run(const CompareArguments& arguments) {
  const ResourceRequest& resources = arguments.comparison.resources;
  for (const Status& usable :
       {check_report_output(arguments.output, arguments.comparison.files, "one of the texts"),
        check_report_output(arguments.output, {resources.lexicon, resources.vectors}, "used for the comparison")})
    if (!usable) return trouble(usable.error());
  const Result<Report> report = compare_files(arguments.comparison, "compare");
  if (!report) return trouble(report.error());

  if (const Status written = write_report(*report, arguments.output, or_cores(arguments.comparison.threads)); !written)
    return trouble(written.error());
  if (!arguments.quiet && !arguments.output.takes_stdout()) {
    const TerminalStyle style = arguments.terminal.style();
    const Status written = write_terminal(
        arguments.comparison.explain.empty() ? render_terminal(*report, style) : render_explanations(*report, style),
        arguments.terminal);
    if (!written) return trouble(written.error());
  }
  const bool differs =
      arguments.fail_on.empty() ? report->story_text_differs() : has_finding(*report, arguments.fail_on);
  return differs ? kDifference : kNoDifference;
}

}  // namespace

Command compare_command(CLI::App& program) {
  CLI::App* app = program.add_subcommand("compare", "Compare one or more sources with a target");
  auto arguments = std::make_shared<CompareArguments>();
  add_comparison_arguments(*app, arguments->comparison);
  add_report_output_flags(*app, arguments->output);
  app->add_option("--explain", arguments->comparison.explain,
                  "Print why this sentence was linked or left, instead of the report: 7 is a sentence of the target by "
                  "its number in the report, source:3, source2:3 or FILE:3 one of a source; may be repeated")
      ->type_name("SENTENCE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app->add_flag("--ablate", arguments->comparison.ablate,
                "Also tell what each plugin explained, by comparing again without it");
  add_fail_on_flag(*app, arguments->fail_on);
  add_terminal_flags(*app, arguments->terminal);
  app->add_flag("--quiet", arguments->quiet, "Print no report; the exit status and what is written to files tell");
  app->footer(
      "Exit status: 0 no difference in story text, 1 differences, 2 trouble; with --fail-on 1 means such findings.\n\n"
      "Examples:\n"
      "  storydiff compare wire.txt opinion.txt\n"
      "  storydiff compare ap.txt reuters.txt opinion.txt --json report.json\n"
      "  storydiff compare wire.txt opinion.txt --html page.html\n"
      "  storydiff compare wire.txt opinion.txt --csv-links links.csv --csv-findings findings.csv\n"
      "  storydiff compare wire.txt opinion.txt --markdown - | mail -s 'What they took' desk\n"
      "  storydiff compare take1.txt take3.txt --json - | jq .summary\n"
      "  storydiff compare wire.txt opinion.txt --explain 7\n"
      "  storydiff compare wire.txt opinion.txt --width 160 --context 3\n"
      "  storydiff compare wire.txt opinion.txt --ablate\n"
      "  storydiff compare wire.txt edited.txt --quiet --fail-on alert\n"
      "  storydiff compare a.txt b.txt --no-plugin paragraph-order");
  return {app, [arguments] { return run(*arguments); }, &arguments->comparison.plugins};
}

}  // namespace storydiff::cli
