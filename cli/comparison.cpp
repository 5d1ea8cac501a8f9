#include "comparison.hpp"

#include <algorithm>
#include <utility>

#include "message.hpp"
#include "sentence_request.hpp"
#include "storydiff/ablation.hpp"
#include "storydiff/compare.hpp"
#include "storydiff/document.hpp"

namespace storydiff::cli {

void warn_of_failed_runs(const ReportDocument& document, const Pipeline& pipeline) {
  for (const PluginRun& run : document.plugins) {
    const bool loaded = std::any_of(pipeline.begin(), pipeline.end(),
                                    [&](const PipelineStep& step) { return step.id == run.id && step.normalizer; });
    if (run.status == PluginRun::Status::kFailed && loaded)
      warn("plugin '" + run.id + "' failed on " + document.path + ": " + run.message);
  }
}

void add_comparison_arguments(CLI::App& arguments, ComparisonRequest& request) {
  arguments.add_option("files", request.files, "The sources, then the target; '-' is standard input")
      ->type_name("SOURCE... TARGET");
  add_comparison_flags(arguments, request);
}

void add_comparison_flags(CLI::App& arguments, ComparisonRequest& request) {
  add_plugin_flags(arguments, request.plugins);
  add_resource_flags(arguments, request.resources);
  add_language_flag(arguments, request.language);
  add_reading_flags(arguments, request.reading);
  add_threads_flag(arguments, request.threads);
}

Result<Report> compare_files(const ComparisonRequest& request, const std::string& command) {
  const auto usage = [](std::string message) { return Error{ErrorCode::kUsage, std::move(message)}; };
  if (request.files.size() < 2)
    return usage(command + " needs at least two files: SOURCE... TARGET (see 'storydiff " + command + " --help')");
  if (std::count(request.files.begin(), request.files.end(), "-") > 1)
    return usage("standard input ('-') can be read only once");

  std::vector<Document> documents;
  for (const std::string& file : request.files) {
    Result<Document> document = read_document(file, request.reading);
    if (!document) return document.error();
    documents.push_back(std::move(*document));
  }
  return compare_documents(request, documents);
}

Result<Report> compare_documents(const ComparisonRequest& request, const std::vector<Document>& documents) {
  const Result<Pipeline> pipeline = load_pipeline(request.plugins);
  if (!pipeline) return pipeline.error();
  warn_of_failures(*pipeline);
  const Result<LanguageResources> resources = load_resources(request.resources, request.language);
  if (!resources) return resources.error();

  std::vector<const Document*> sources;
  for (const Document& document : documents) sources.push_back(&document);
  sources.pop_back();

  CompareOptions options{request.language, *resources, {}, or_cores(request.threads)};
  for (const std::string& text : request.explain) {
    const Result<SentenceRef> sentence = parse_sentence(text, request.files);
    if (!sentence) return sentence.error();
    options.explain.push_back(*sentence);
  }
  Result<Report> report = compare(sources, documents.back(), *pipeline, options);
  if (!report) return report.error();
  if (request.ablate) {
    Result<std::vector<Ablation>> ablation = ablate(sources, documents.back(), *pipeline, options, *report);
    if (!ablation) return ablation.error();
    report->ablation = std::move(*ablation);
  }
  for (const ReportDocument& source : report->sources) warn_of_failed_runs(source, *pipeline);
  warn_of_failed_runs(report->target, *pipeline);
  warn_of_language(*report);
  return report;
}

void add_fail_on_flag(CLI::App& arguments, std::string& severity) {
  arguments
      .add_option("--fail-on", severity,
                  "Exit with 1 where there is a finding of this severity or a graver one, else with 0")
      ->type_name("SEVERITY")
      ->check(CLI::IsMember({"info", "review", "alert"}));
}

bool has_finding(const Report& report, const std::string& severity) {
  const Severity least = severity == "alert"    ? Severity::kAlert
                         : severity == "review" ? Severity::kReview
                                                : Severity::kInfo;
  return std::any_of(report.findings.begin(), report.findings.end(),
                     [&](const Finding& finding) { return finding.severity >= least; });
}

}  // namespace storydiff::cli
