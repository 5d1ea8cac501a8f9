#include "render/finding_lines.hpp"

#include <vector>

#include "render/text_places.hpp"
#include "terminal_text.hpp"

namespace storydiff::cli {
namespace {

/// One document's places.
class Lines {
 public:
  explicit Lines(const ReportDocument& document) : document_(document), places_(document.text) {}

  /// "opinion.txt:12:5"
  [[nodiscard]] std::string place(Offset offset) const {
    return visible_line(document_.path) + ":" + std::to_string(places_.line(offset)) + ":" +
           std::to_string(places_.column(offset));
  }
  [[nodiscard]] std::string start() const { return visible_line(document_.path) + ":1:1"; }

 private:
  const ReportDocument& document_;
  TextPlaces places_;
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
