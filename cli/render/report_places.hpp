/// \file report_places.hpp
/// Names for the places of a report, as people say them: files, lines, sentences counted from 1.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "storydiff/report.hpp"

namespace storydiff::cli {

/// Borrows the report.
class ReportPlaces {
 public:
  explicit ReportPlaces(const Report& report);

  /// The last part of a path where that tells the files apart, else the path as given.
  [[nodiscard]] const std::string& source_name(std::uint32_t document) const { return names_[document]; }
  [[nodiscard]] const std::string& target_name() const { return names_.back(); }
  /// "wire.txt" or "a.txt and b.txt" or "3 sources".
  [[nodiscard]] std::string all_sources() const;

  /// "3 (line 12)" or "3-4 (lines 12-14)" for sentences of a source.
  [[nodiscard]] std::string source_sentences(std::uint32_t document, const std::vector<std::uint32_t>& sentences) const;
  [[nodiscard]] std::string target_sentences(const std::vector<std::uint32_t>& sentences) const;
  /// "line 12"
  [[nodiscard]] std::string source_line(std::uint32_t document, Span span) const;
  [[nodiscard]] std::string target_line(Span span) const;

 private:
  [[nodiscard]] std::string sentences(std::size_t document, const std::vector<ReportSentence>& all,
                                      const std::vector<std::uint32_t>& numbers) const;

  const Report* report_;
  std::vector<std::string> names_;                ///< the sources, then the target
  std::vector<std::vector<Offset>> line_starts_;  ///< parallel to `names_`
};

/// Where the lines of a text begin; the first is 0.
[[nodiscard]] std::vector<Offset> line_starts(std::string_view text);
/// The number of the line that holds `offset`, from 1. O(log lines).
[[nodiscard]] std::size_t line_number(const std::vector<Offset>& starts, Offset offset);

}  // namespace storydiff::cli
