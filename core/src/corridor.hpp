/// \file corridor.hpp
/// The corridor from normalized texts on, shared by a comparison and a chain of them.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "language/language_choice.hpp"
#include "storydiff/compare.hpp"
#include "storydiff/document.hpp"
#include "storydiff/normalized_document.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/report.hpp"
#include "storydiff/result.hpp"
#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

/// Texts with one language and one vocabulary, ready to be compared. The vectors are parallel.
struct PreparedTexts {
  std::vector<const Document*> documents;  ///< borrowed
  std::vector<NormalizedDocument> normalized;
  LanguageChoice language;
  Vocabulary vocabulary;
  std::vector<Segments> segments;
};

/// An error where there are too many texts, or too much text, for one comparison.
[[nodiscard]] Status check_sizes(std::span<const Document* const> documents);

/// Chooses the language and cuts the texts.
[[nodiscard]] PreparedTexts prepare_texts(std::vector<const Document*> documents,
                                          std::vector<NormalizedDocument> normalized, const CompareOptions& options);

[[nodiscard]] ReportOptions report_options(const Pipeline& pipeline, const PreparedTexts& texts);

/// Aligns, analyses and reports the texts `[first, first + count)`, of which the last is the target; `shown` goes into
/// the report as it is. The vocabulary gets the words that numbers and dates are written anew with. Precondition: at
/// least two texts.
[[nodiscard]] Result<Report> compare_prepared(PreparedTexts& texts, std::size_t first, std::size_t count,
                                              const ReportOptions& shown, const CompareOptions& options);

}  // namespace storydiff
