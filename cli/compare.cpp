#include "storydiff/compare.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "command.hpp"
#include "message.hpp"
#include "output.hpp"
#include "render/explanation.hpp"
#include "render/terminal.hpp"
#include "report_output.hpp"
#include "sentence_request.hpp"
#include "storydiff/document.hpp"
#include "storydiff/report.hpp"

namespace storydiff::cli {
namespace {

struct CompareArguments {
  std::vector<std::string> files;  ///< sources, then the target
  ReportOutput output;
  std::vector<std::string> explain;  ///< sentences
  PluginRequest plugins;
  ResourceRequest resources;
  std::string language = "en";
  std::string encoding = "utf-8";
  std::string color = "auto";
  bool quiet = false;
};

/// A warning for each plugin that failed while it worked; those not loaded have had theirs.
void warn_of_failed_runs(const Report& report, const Pipeline& pipeline) {
  const auto of_document = [&](const ReportDocument& document) {
    for (const PluginRun& run : document.plugins) {
      const bool loaded = std::any_of(pipeline.begin(), pipeline.end(),
                                      [&](const PipelineStep& step) { return step.id == run.id && step.normalizer; });
      if (run.status == PluginRun::Status::kFailed && loaded)
        warn("plugin '" + run.id + "' failed on " + document.path + ": " + run.message);
    }
  };
  for (const ReportDocument& source : report.sources) of_document(source);
  of_document(report.target);
}

int run(const CompareArguments& arguments) {
  if (arguments.files.size() < 2)
    return trouble("compare needs at least two files: SOURCE... TARGET (see 'storydiff compare --help')");
  if (std::count(arguments.files.begin(), arguments.files.end(), "-") > 1)
    return trouble("standard input ('-') can be read only once");

  const Result<Pipeline> pipeline = load_pipeline(arguments.plugins);
  if (!pipeline) return trouble(pipeline.error());
  warn_of_failures(*pipeline);
  const Result<LanguageResources> resources = load_resources(arguments.resources, arguments.language);
  if (!resources) return trouble(resources.error());

  if (const Status usable = check_report_output(arguments.output, arguments.files, "one of the texts"); !usable)
    return trouble(usable.error());

  std::vector<Document> documents;
  for (const std::string& file : arguments.files) {
    Result<Document> document = read_document(file, {arguments.encoding});
    if (!document) return trouble(document.error());
    documents.push_back(std::move(*document));
  }
  std::vector<const Document*> sources;
  for (const Document& document : documents) sources.push_back(&document);
  sources.pop_back();

  CompareOptions options{arguments.language, *resources, {}};
  for (const std::string& text : arguments.explain) {
    const Result<SentenceRef> sentence = parse_sentence(text, arguments.files);
    if (!sentence) return trouble(sentence.error());
    options.explain.push_back(*sentence);
  }
  const Result<Report> report = compare(sources, documents.back(), *pipeline, options);
  if (!report) return trouble(report.error());
  warn_of_failed_runs(*report, *pipeline);

  if (const Status written = write_report(*report, arguments.output); !written) return trouble(written.error());
  if (!arguments.quiet && !arguments.output.takes_stdout()) {
    const TerminalStyle style = stdout_style(arguments.color);
    const Status written =
        write_stdout(arguments.explain.empty() ? render_terminal(*report, style) : render_explanations(*report, style));
    if (!written) return trouble(written.error());
  }
  return report->story_text_differs() ? kDifference : kNoDifference;
}

}  // namespace

Command compare_command(CLI::App& program) {
  CLI::App* app = program.add_subcommand("compare", "Compare one or more sources with a target");
  auto arguments = std::make_shared<CompareArguments>();
  app->add_option("files", arguments->files, "The sources, then the target; '-' is standard input")
      ->type_name("SOURCE... TARGET");
  add_report_output_flags(*app, arguments->output);
  app->add_option("--explain", arguments->explain,
                  "Print why this sentence was linked or left, instead of the report: 7 is a sentence of the target by "
                  "its number in the report, source:3, source2:3 or FILE:3 one of a source; may be repeated")
      ->type_name("SENTENCE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add_plugin_flags(*app, arguments->plugins);
  add_resource_flags(*app, arguments->resources);
  add_language_flag(*app, arguments->language);
  add_reading_flags(*app, arguments->encoding);
  add_color_flag(*app, arguments->color);
  app->add_flag("--quiet", arguments->quiet, "Print no report; the exit status, --json and --html tell");
  app->footer(
      "Exit status: 0 no difference in story text, 1 differences, 2 trouble.\n\n"
      "Examples:\n"
      "  storydiff compare wire.txt opinion.txt\n"
      "  storydiff compare ap.txt reuters.txt opinion.txt --json report.json\n"
      "  storydiff compare wire.txt opinion.txt --html page.html\n"
      "  storydiff compare take1.txt take3.txt --json - | jq .summary\n"
      "  storydiff compare wire.txt opinion.txt --explain 7\n"
      "  storydiff compare a.txt b.txt --no-plugin paragraph-order");
  return {app, [arguments] { return run(*arguments); }};
}

}  // namespace storydiff::cli
