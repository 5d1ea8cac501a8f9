/// \file compare.hpp
/// The whole corridor in one call: read documents in, a report out.
///
///     Pipeline pipeline;                               // empty: no plugins; see plugin_catalogue.hpp
///     const Document* sources[] = {&wire};
///     Result<Report> report = compare(sources, opinion, pipeline, {});
///     if (report) std::cout << to_json(*report);
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storydiff/deadline.hpp"
#include "storydiff/document.hpp"
#include "storydiff/explanation.hpp"
#include "storydiff/language_resources.hpp"
#include "storydiff/normalized_document.hpp"
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
  /// Once it has passed, the result is an error, soon: a plugin in this process is not interrupted.
  Deadline deadline = {};
};

/// What all texts of one comparison or chain may be together, and how many they may be: their words are counted in
/// 32 bits, and each text is held against others.
inline constexpr std::uint64_t kMaximumComparedBytes = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::size_t kMaximumTexts = 1000;

/// Compares sources with a target. The documents are borrowed for the call. Deterministic: the same
/// documents, pipeline and options give the same report. Fails on misuse (no source, or a sentence to explain that is
/// not there), where there are too many texts or too much text, and where the deadline passes.
[[nodiscard]] Result<Report> compare(std::span<const Document* const> sources, const Document& target,
                                     const Pipeline& pipeline, const CompareOptions& options);

/// The way up to and with the plugins, `run_pipeline`: an error where it is not done by the deadline.
[[nodiscard]] Result<std::vector<NormalizedDocument>> normalize_texts(std::span<const Document* const> documents,
                                                                      const Pipeline& pipeline,
                                                                      const Deadline& deadline);

}  // namespace storydiff
