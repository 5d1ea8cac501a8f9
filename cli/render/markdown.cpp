#include "render/markdown.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <utility>
#include <vector>

#include "render/report_places.hpp"
#include "render/verdict.hpp"
#include "render/word_changes.hpp"
#include "terminal_text.hpp"

namespace storydiff::cli {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// How many bytes at the start of a line would make it a list, a heading, a quotation or a rule.
std::size_t block_marker(std::string_view line) {
  if (line.empty()) return std::string_view::npos;
  if (std::string_view("#+-=:").find(line.front()) != std::string_view::npos) return 0;
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  const bool numbered = digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
  return numbered ? digits : std::string_view::npos;
}

std::string two_decimals(double value) {
  std::array<char, 32> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), "%.2f", value);
  return {buffer.data(), static_cast<std::size_t>(size)};
}

class MarkdownReport {
 public:
  explicit MarkdownReport(const Report& report) : report_(report), places_(report) {}

  std::string render() {
    out_ = "# " + markdown_text(places_.target_name() + " compared with " + places_.all_sources()) + "\n\n" +
           markdown_text(verdict(report_, places_), true) + "\n";
    for (const std::string& bailout : report_.summary.bailouts)
      out_ += "\n**warning:** the report may be incomplete: " + markdown_text(bailout) + "\n";
    words();
    findings();
    links();
    unlinked("New in " + places_.target_name(), report_.unmatched, true);
    unlinked("Left out of " + places_.all_sources(), report_.omitted, false);
    furniture();
    return std::move(out_);
  }

 private:
  void heading(const std::string& text, std::size_t count) {
    out_ += "\n## " + markdown_text(text) + " (" + std::to_string(count) + ")\n\n";
  }

  void words() {
    const Summary& summary = report_.summary;
    if (summary.target_words == 0) return;
    out_ += "\n| words of the target | | |\n| :-- | --: | --: |\n";
    for (const auto& [name, count] :
         {std::pair("verbatim", summary.verbatim_words), std::pair("edited", summary.edited_words),
          std::pair("paraphrased", summary.paraphrase_words), std::pair("new", summary.new_words)}) {
      const double share = static_cast<double>(count) / summary.target_words;
      out_ += "| " + std::string(name) + " | " + std::to_string(count) + " | " +
              std::to_string(std::lround(share * 100)) + " % |\n";
    }
  }

  void findings() {
    if (report_.findings.empty()) return;
    heading("Findings", report_.findings.size());
    for (const Finding& finding : report_.findings) {
      out_ += "- **" + std::string(to_string(finding.severity)) + "** " + markdown_text(finding.message);
      if (finding.target)
        out_ += " (" + markdown_text(places_.target_name() + ", " + places_.target_line(*finding.target)) + ")";
      if (finding.source && finding.source_document)
        out_ += " (" +
                markdown_text(places_.source_name(*finding.source_document) + ", " +
                              places_.source_line(*finding.source_document, *finding.source)) +
                ")";
      out_ += "\n";
    }
  }

  void links() {
    const auto is_news = [](const ReportAlignment& link) { return link.moved || link.relation != Relation::kVerbatim; };
    const auto news = std::count_if(report_.alignments.begin(), report_.alignments.end(), is_news);
    const auto verbatim = report_.alignments.size() - static_cast<std::size_t>(news);
    if (verbatim > 0) out_ += "\n" + counted(verbatim, "link") + " verbatim and in place, not shown.\n";
    if (news == 0) return;
    heading("Changed or moved", static_cast<std::size_t>(news));
    for (const ReportAlignment& link : report_.alignments) {
      if (!is_news(link)) continue;
      out_ += "- " + place(true, 0, link.target_sentences) + " from " +
              place(false, link.source_document, link.source_sentences) + ": **" +
              std::string(to_string(link.relation)) + "** " + two_decimals(link.score) + (link.moved ? ", moved" : "") +
              "\n\n  " + changes(link) + "\n";
    }
  }

  [[nodiscard]] std::string place(bool of_target, std::uint32_t document,
                                  const std::vector<std::uint32_t>& sentences) const {
    return markdown_text(of_target
                             ? places_.target_name() + " " + places_.target_sentences(sentences)
                             : places_.source_name(document) + " " + places_.source_sentences(document, sentences));
  }

  [[nodiscard]] std::string changes(const ReportAlignment& link) const {
    std::string out;
    for (const ChangedWords& part : changed_words(report_, link)) {
      if (part.parted && !out.empty()) out += " ";
      const bool begins = out.empty();
      if (part.kept()) {
        out += markdown_text(part.target, begins);
        continue;
      }
      if (!part.source.empty()) out += "<del>" + markdown_text(part.source) + "</del>";
      if (!part.target.empty()) out += "<ins>" + markdown_text(part.target) + "</ins>";
    }
    return out;
  }

  void unlinked(const std::string& title, const std::vector<ReportUnlinked>& entries, bool of_target) {
    if (entries.empty()) return;
    heading(title, entries.size());
    for (const ReportUnlinked& entry : entries) {
      const ReportDocument& document = of_target ? report_.target : report_.sources[entry.document];
      out_ += "- " + place(of_target, entry.document, {entry.sentence}) + ": " +
              markdown_text(slice(document.text, document.sentences[entry.sentence].span)) + "\n";
    }
  }

  void furniture() {
    const auto differs = [](const FurnitureChange& change) { return change.status != FurnitureChange::Status::kSame; };
    const auto count = std::count_if(report_.furniture.begin(), report_.furniture.end(), differs);
    if (count == 0) return;
    heading("Furniture that differs, no story text", static_cast<std::size_t>(count));
    for (const FurnitureChange& change : report_.furniture) {
      if (!differs(change)) continue;
      out_ += "- " + markdown_text(change.role) + ": " + std::string(to_string(change.status));
      if (change.source && change.source_document)
        out_ += "; " + piece(places_.source_name(*change.source_document),
                             slice(report_.sources[*change.source_document].text, *change.source));
      if (change.target) out_ += "; " + piece(places_.target_name(), slice(report_.target.text, *change.target));
      out_ += "\n";
    }
  }

  static std::string piece(const std::string& name, std::string_view text) {
    constexpr std::size_t kColumns = 200;
    std::string shown = excerpt(text, kColumns);
    shown.erase(shown.find_last_not_of(' ') + 1);
    return markdown_text(name + ": " + shown);
  }

  const Report& report_;
  ReportPlaces places_;
  std::string out_;
};

}  // namespace

std::string markdown_text(std::string_view text, bool begins_line) {
  const std::string line = visible_line(text);
  const std::size_t marker = begins_line ? block_marker(line) : std::string_view::npos;
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (i == marker || std::string_view("\\`*_[]<>&|~$").find(line[i]) != std::string_view::npos) out += '\\';
    out += line[i];
    // Comments are not shown, and part the sign from the name that it would call.
    if (line[i] == '@') out += "<!-- -->";
  }
  return out;
}

std::string render_markdown(const Report& report) { return MarkdownReport(report).render(); }

}  // namespace storydiff::cli
