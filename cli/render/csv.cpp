#include "render/csv.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <string_view>
#include <vector>

#include "render/report_places.hpp"
#include "render/text_places.hpp"
#include "terminal_text.hpp"

namespace storydiff::cli {
namespace {

bool would_be_formula(std::string_view text) {
  // The last four are the same characters in full width, which some spreadsheets take for them.
  for (const std::string_view start : {"=", "+", "-", "@", "\t", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"})
    if (text.starts_with(start)) return true;
  return false;
}

/// One row after the other.
class Table {
 public:
  explicit Table(const std::vector<const char*>& columns) {
    out_ = "\uFEFF";
    for (const char* column : columns) add(column);
    end_row();
  }

  void add(std::string_view text) {
    if (!first_) out_ += ',';
    first_ = false;
    std::string field = text.find('\r') == std::string_view::npos ? visible_text(text) : visible_text(with_lf(text));
    if (would_be_formula(field)) field.insert(0, "'");
    if (field.find_first_of("\",\n;\t") == std::string::npos) {
      out_ += field;
      return;
    }
    out_ += '"';
    for (const char c : field) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }
  void add(std::size_t number) { add(std::to_string(number)); }
  void end_row() {
    out_ += "\r\n";
    first_ = true;
  }
  [[nodiscard]] std::string finish() { return std::move(out_); }

 private:
  static std::string with_lf(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '\r')
        out += text[i];
      else if (i + 1 == text.size() || text[i + 1] != '\n')
        out += '\n';
    }
    return out;
  }

  std::string out_;
  bool first_ = true;
};

std::string four_decimals(double value) {
  std::array<char, 32> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), "%.4f", value);
  return {buffer.data(), static_cast<std::size_t>(size)};
}

/// "3 4"
std::string numbers(const std::vector<std::uint32_t>& sentences) {
  std::string out;
  for (const std::uint32_t sentence : sentences) out += (out.empty() ? "" : " ") + std::to_string(sentence + 1);
  return out;
}

/// The documents' names, lines and texts.
class Cells {
 public:
  explicit Cells(const Report& report) : report_(report), names_(report) {
    for (const ReportDocument& source : report.sources) places_.emplace_back(source.text);
    places_.emplace_back(report.target.text);
  }

  /// File, sentences, line and text of one side; four empty cells where it has none.
  void add_sentences(Table& table, bool of_target, std::uint32_t document,
                     const std::vector<std::uint32_t>& sentences) const {
    if (sentences.empty()) return add_nothing(table, 4);
    const ReportDocument& holder = of_target ? report_.target : report_.sources[document];
    std::string text;
    for (const std::uint32_t sentence : sentences)
      text += (text.empty() ? "" : " ") + std::string(slice(holder.text, holder.sentences[sentence].span));
    table.add(of_target ? names_.target_name() : names_.source_name(document));
    table.add(numbers(sentences));
    table.add(places(of_target, document).line(holder.sentences[sentences.front()].span.begin));
    table.add(text);
  }

  /// File, line, column and text of a span.
  void add_span(Table& table, bool of_target, std::uint32_t document, const std::optional<Span>& span) const {
    if (!span) return add_nothing(table, 4);
    const ReportDocument& holder = of_target ? report_.target : report_.sources[document];
    table.add(of_target ? names_.target_name() : names_.source_name(document));
    table.add(places(of_target, document).line(span->begin));
    table.add(places(of_target, document).column(span->begin));
    table.add(slice(holder.text, *span));
  }

 private:
  static void add_nothing(Table& table, int cells) {
    for (int i = 0; i < cells; ++i) table.add("");
  }
  [[nodiscard]] const TextPlaces& places(bool of_target, std::uint32_t document) const {
    return of_target ? places_.back() : places_[document];
  }

  const Report& report_;
  ReportPlaces names_;
  std::vector<TextPlaces> places_;  ///< the sources, then the target
};

}  // namespace

std::string render_csv_links(const Report& report) {
  const Cells cells(report);
  Table table({"link", "relation", "score", "moved", "target", "target_sentences", "target_line", "target_text",
               "source", "source_sentences", "source_line", "source_text"});
  for (const ReportAlignment& link : report.alignments) {
    table.add(link.id);
    table.add(to_string(link.relation));
    table.add(four_decimals(link.score));
    table.add(link.moved ? "yes" : "no");
    cells.add_sentences(table, true, 0, link.target_sentences);
    cells.add_sentences(table, false, link.source_document, link.source_sentences);
    table.end_row();
  }
  const auto unlinked = [&](const char* relation, bool of_target, const ReportUnlinked& entry) {
    table.add("");
    table.add(relation);
    table.add("");
    table.add("");
    cells.add_sentences(table, true, 0, of_target ? std::vector{entry.sentence} : std::vector<std::uint32_t>());
    cells.add_sentences(table, false, entry.document,
                        of_target ? std::vector<std::uint32_t>() : std::vector{entry.sentence});
    table.end_row();
  };
  for (const ReportUnlinked& entry : report.unmatched) unlinked("new", true, entry);
  for (const ReportUnlinked& entry : report.omitted) unlinked("left-out", false, entry);
  return table.finish();
}

std::string render_csv_findings(const Report& report) {
  const Cells cells(report);
  Table table({"severity", "kind", "rule", "message", "link", "target", "target_line", "target_column", "target_text",
               "source", "source_line", "source_column", "source_text"});
  for (const Finding& finding : report.findings) {
    table.add(to_string(finding.severity));
    table.add(finding.kind);
    table.add(finding.rule);
    table.add(finding.message);
    table.add(finding.alignment ? std::to_string(*finding.alignment) : "");
    cells.add_span(table, true, 0, finding.target);
    cells.add_span(table, false, finding.source_document.value_or(0),
                   finding.source_document ? finding.source : std::nullopt);
    table.end_row();
  }
  return table.finish();
}

}  // namespace storydiff::cli
