#include "render/report_places.hpp"

#include <algorithm>
#include <set>

namespace storydiff::cli {
namespace {

/// "7", "7-9", "3, 7-9"
std::string ranges(const std::vector<std::uint32_t>& numbers) {
  std::string out;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t last = i;
    while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
    if (!out.empty()) out += ", ";
    out += std::to_string(numbers[i] + 1);
    if (last > i) out += "-" + std::to_string(numbers[last] + 1);
    i = last + 1;
  }
  return out;
}

std::vector<std::string> short_names(const std::vector<std::string>& paths) {
  std::vector<std::string> names;
  for (const std::string& path : paths) names.push_back(path.substr(path.rfind('/') + 1));
  const bool distinct = std::set<std::string>(names.begin(), names.end()).size() == names.size();
  return distinct ? names : paths;
}

}  // namespace

std::vector<Offset> line_starts(std::string_view text) {
  std::vector<Offset> starts{0};
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    starts.push_back(static_cast<Offset>(at + 1));
  return starts;
}

std::size_t line_number(const std::vector<Offset>& starts, Offset offset) {
  return static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), offset) - starts.begin());
}

ReportPlaces::ReportPlaces(const Report& report) : report_(&report) {
  std::vector<std::string> paths;
  for (const ReportDocument& source : report.sources) paths.push_back(source.path);
  paths.push_back(report.target.path);
  names_ = short_names(paths);
  for (const ReportDocument& source : report.sources) line_starts_.push_back(line_starts(source.text));
  line_starts_.push_back(line_starts(report.target.text));
}

std::string ReportPlaces::all_sources() const {
  switch (report_->sources.size()) {
    case 0:
      return "no source";
    case 1:
      return names_[0];
    case 2:
      return names_[0] + " and " + names_[1];
    default:
      return std::to_string(report_->sources.size()) + " sources";
  }
}

std::string ReportPlaces::source_sentences(std::uint32_t document, const std::vector<std::uint32_t>& numbers) const {
  return sentences(document, report_->sources[document].sentences, numbers);
}

std::string ReportPlaces::target_sentences(const std::vector<std::uint32_t>& numbers) const {
  return sentences(report_->sources.size(), report_->target.sentences, numbers);
}

std::string ReportPlaces::source_line(std::uint32_t document, Span span) const {
  return "line " + std::to_string(line_number(line_starts_[document], span.begin));
}

std::string ReportPlaces::target_line(Span span) const {
  return "line " + std::to_string(line_number(line_starts_.back(), span.begin));
}

std::string ReportPlaces::sentences(std::size_t document, const std::vector<ReportSentence>& all,
                                    const std::vector<std::uint32_t>& numbers) const {
  std::size_t first = SIZE_MAX;
  std::size_t last = 0;
  for (const std::uint32_t number : numbers) {
    const Span span = all[number].span;
    first = std::min(first, line_number(line_starts_[document], span.begin));
    last = std::max(last, line_number(line_starts_[document], span.empty() ? span.begin : span.end - 1));
  }
  const std::string lines =
      first == last ? "line " + std::to_string(first) : "lines " + std::to_string(first) + "-" + std::to_string(last);
  return ranges(numbers) + " (" + lines + ")";
}

}  // namespace storydiff::cli
