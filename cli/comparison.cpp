#include "comparison.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "allocator.hpp"
#include "message.hpp"
#include "pages_ahead.hpp"
#include "sentence_request.hpp"
#include "storydiff/ablation.hpp"
#include "storydiff/compare.hpp"
#include "storydiff/document.hpp"

namespace storydiff::cli {

namespace {

/// "a.txt", "a.txt and b.txt", "a.txt and 3 other texts"
std::string spoken_paths(const std::vector<std::string>& paths) {
  if (paths.size() == 1) return paths.front();
  return paths.front() + " and " +
         (paths.size() == 2 ? paths.back() : std::to_string(paths.size() - 1) + " other texts");
}

/// Pages and feeds are mostly what no comparison sees.
std::uint64_t bytes_of_plain_text(const std::vector<Document>& documents) {
  std::uint64_t bytes = 0;
  for (const Document& document : documents)
    if (document.media_type == "text/plain") bytes += document.text.size();
  return bytes;
}

/// Nothing else would tell why all is new, or nothing found.
void warn_of_empty_texts(const Report& report) {
  for (const ReportDocument* document : documents_of(report))
    if (document->sentences.empty()) warn(document->path + ": has no story text, so there is nothing in it to compare");
}

}  // namespace

std::vector<const ReportDocument*> documents_of(const Report& report) {
  std::vector<const ReportDocument*> documents;
  for (const ReportDocument& source : report.sources) documents.push_back(&source);
  documents.push_back(&report.target);
  return documents;
}

void warn_of_failed_runs(const std::vector<const ReportDocument*>& documents, const Pipeline& pipeline) {
  struct Failure {
    const PluginRun* run;
    std::vector<std::string> paths;
  };
  std::vector<Failure> failures;
  for (const ReportDocument* document : documents)
    for (const PluginRun& run : document->plugins) {
      const bool loaded = std::any_of(pipeline.begin(), pipeline.end(),
                                      [&](const PipelineStep& step) { return step.id == run.id && step.normalizer; });
      if (run.status != PluginRun::Status::kFailed || !loaded) continue;
      auto same = std::find_if(failures.begin(), failures.end(), [&](const Failure& failure) {
        return failure.run->id == run.id && failure.run->message == run.message;
      });
      if (same == failures.end()) same = failures.insert(failures.end(), {&run, {}});
      same->paths.push_back(document->path);
    }
  for (const auto& [run, paths] : failures)
    warn("plugin '" + run->id + "' failed on " + spoken_paths(paths) + ": " + run->message);
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
  add_timeout_flag(arguments, request.timeout_seconds);
}

Result<Report> compare_files(const ComparisonRequest& request, const std::string& command) {
  const auto usage = [](std::string message) { return Error{ErrorCode::kUsage, std::move(message)}; };
  if (request.files.size() < 2)
    return usage(command + " needs at least two files: SOURCE... TARGET (see 'storydiff " + command + " --help')");
  if (std::count(request.files.begin(), request.files.end(), "-") > 1)
    return usage("standard input ('-') can be read only once");

  const Deadline deadline = deadline_in(request.timeout_seconds);
  std::vector<Document> documents;
  for (const std::string& file : request.files) {
    Result<Document> document = read_document(file, request.reading);
    if (!document) return document.error();
    documents.push_back(std::move(*document));
  }
  Result<Report> report = compare_documents(request, documents, deadline);
  if (report) warn_of_empty_texts(*report);
  return report;
}

Result<Report> compare_documents(const ComparisonRequest& request, const std::vector<Document>& documents,
                                 const Deadline& deadline) {
  const Result<Pipeline> pipeline = load_pipeline(within_timeout(request.plugins, request.timeout_seconds));
  if (!pipeline) return pipeline.error();
  warn_of_failures(*pipeline);
  const Result<LanguageResources> resources = load_resources(request.resources, request.language);
  if (!resources) return resources.error();

  std::vector<const Document*> sources;
  for (const Document& document : documents) sources.push_back(&document);
  sources.pop_back();

  CompareOptions options{request.language, *resources, {}, or_cores(request.threads), deadline};
  for (const std::string& text : request.explain) {
    const Result<SentenceRef> sentence = parse_sentence(text, request.files);
    if (!sentence) return sentence.error();
    options.explain.push_back(*sentence);
  }
  std::optional<PagesAhead> pages;
  if (options.threads > 1) {
    const MemoryAhead memory = memory_for(bytes_of_plain_text(documents));
    pages.emplace(memory.sure, memory.beyond);
  }
  Result<Report> report = compare(sources, documents.back(), *pipeline, options);
  if (!report) return report.error();
  if (request.ablate) {
    Result<std::vector<Ablation>> ablation = ablate(sources, documents.back(), *pipeline, options, *report);
    if (!ablation) return ablation.error();
    report->ablation = std::move(*ablation);
  }
  warn_of_failed_runs(documents_of(*report), *pipeline);
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
