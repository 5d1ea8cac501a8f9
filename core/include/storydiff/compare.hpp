/// \file compare.hpp
/// The whole corridor in one call: read documents in, a report out.
///
///     Pipeline pipeline;                               // empty: no plugins; see plugin_catalogue.hpp
///     const Document* sources[] = {&wire};
///     Result<Report> report = compare(sources, opinion, pipeline, {});
///     if (report) std::cout << to_json(*report);
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storydiff/document.hpp"
#include "storydiff/explanation.hpp"
#include "storydiff/language_resources.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/report.hpp"
#include "storydiff/result.hpp"

namespace storydiff {

/// "0.1.0"
[[nodiscard]] std::string_view version();

struct CompareOptions {
  /// BCP 47, or "auto": told from the texts, English where they are too short. The report's options name
  /// the language that was used; a bailout tells where its rules are not complete.
  std::string language = "auto";
  LanguageResources resources;  ///< shared with the caller; none by default
  /// Sentences whose links are to be explained in the report: numbers are those of the report.
  std::vector<SentenceRef> explain;
  /// How many threads the work may be spread over, the caller's among them. The report does not depend on it.
  unsigned threads = 1;
};

/// Compares sources with a target. The documents are borrowed for the call. Deterministic: the same
/// documents, pipeline and options give the same report. Fails only on misuse: no source, or a
/// sentence to explain that is not there.
[[nodiscard]] Result<Report> compare(std::span<const Document* const> sources, const Document& target,
                                     const Pipeline& pipeline, const CompareOptions& options);

}  // namespace storydiff
