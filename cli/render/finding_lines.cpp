#include "render/finding_lines.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "render/report_places.hpp"
#include "terminal_text.hpp"

namespace storydiff::cli {
namespace {

/// One document's places.
class Lines {
 public:
  explicit Lines(const ReportDocument& document) : document_(document), starts_(line_starts(document.text)) {}

  /// "opinion.txt:12:5"
  [[nodiscard]] std::string place(Offset offset) const {
    const std::size_t line = line_number(starts_, offset);
    const std::string_view before =
        std::string_view(document_.text).substr(starts_[line - 1], offset - starts_[line - 1]);
    const auto characters = std::count_if(before.begin(), before.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; });
    return visible_line(document_.path) + ":" + std::to_string(line) + ":" + std::to_string(characters + 1);
  }
  [[nodiscard]] std::string start() const { return visible_line(document_.path) + ":1:1"; }

 private:
  const ReportDocument& document_;
  std::vector<Offset> starts_;
};

}  // namespace

std::string render_finding_lines(const Report& report) {
  std::vector<Lines> documents;
  for (const ReportDocument& source : report.sources) documents.emplace_back(source);
  documents.emplace_back(report.target);
  std::string out;
  for (const Finding& finding : report.findings) {
    if (finding.target) {
      out += documents.back().place(finding.target->begin);
    } else if (finding.source && finding.source_document) {
      out += documents[*finding.source_document].place(finding.source->begin);
    } else {
      out += documents.back().start();
    }
    out += ": " + std::string(to_string(finding.severity)) + ": " + visible_line(finding.message) + " [" +
           visible_line(finding.rule) + "]\n";
  }
  return out;
}

}  // namespace storydiff::cli
