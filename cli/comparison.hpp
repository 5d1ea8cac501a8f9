/// \file comparison.hpp
/// What every command that compares files does before it shows anything: plugins, resources, texts, report.
#pragma once

#include <string>
#include <vector>

#include "command.hpp"
#include "storydiff/document.hpp"
#include "storydiff/report.hpp"
#include "storydiff/result.hpp"

namespace storydiff::cli {

struct ComparisonRequest {
  std::vector<std::string> files;    ///< sources, then the target; "-" is standard input
  std::vector<std::string> explain;  ///< sentences
  bool ablate = false;               ///< also what each plugin explains
  PluginRequest plugins;
  ResourceRequest resources;
  std::string language = "auto";
  ReadOptions reading;
  unsigned threads = 0;        ///< 0: as many as there are cores
  double timeout_seconds = 0;  ///< from the reading of the texts on; 0: as long as it takes
};

/// The arguments that fill `request`; `request` must outlive the parsing.
void add_comparison_arguments(CLI::App& arguments, ComparisonRequest& request);

/// Reads and compares; warnings go to standard error. `command` is named in errors.
[[nodiscard]] Result<Report> compare_files(const ComparisonRequest& request, const std::string& command);

/// Compares the last of `documents` with the others by `deadline`, as `request` says; its files are not read.
[[nodiscard]] Result<Report> compare_documents(const ComparisonRequest& request, const std::vector<Document>& documents,
                                               const Deadline& deadline);

/// A warning for each plugin that failed on one of the documents while it worked, one line for all on which it failed
/// in the same way; those that could not be loaded have had theirs with the pipeline.
void warn_of_failed_runs(const std::vector<const ReportDocument*>& documents, const Pipeline& pipeline);

/// The sources, then the target.
[[nodiscard]] std::vector<const ReportDocument*> documents_of(const Report& report);

/// The flags of a comparison without its files; `request` must outlive the parsing.
void add_comparison_flags(CLI::App& arguments, ComparisonRequest& request);

/// `--fail-on SEVERITY`: which findings make the exit status 1. "" where nothing was said.
void add_fail_on_flag(CLI::App& arguments, std::string& severity);
/// Whether the report has a finding of this severity ("info", "review" or "alert") or a graver one.
[[nodiscard]] bool has_finding(const Report& report, const std::string& severity);

}  // namespace storydiff::cli
