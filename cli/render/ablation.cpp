#include "render/ablation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "render/folded_text.hpp"
#include "terminal_text.hpp"

namespace storydiff::cli {
namespace {

constexpr std::size_t kColumns = 6;
using Row = std::array<std::string, kColumns>;

std::string percent(double share) { return std::to_string(std::lround(share * 100)) + " %"; }

Row row_of(const Ablation& entry) {
  return {
      visible_line(entry.plugin), std::to_string(entry.changed_words_with), std::to_string(entry.changed_words_without),
      percent(entry.noise_share), std::to_string(entry.moved_links_with),   std::to_string(entry.moved_links_without)};
}

std::string line(const Row& row, const std::array<std::size_t, kColumns>& widths) {
  std::string out = "  " + row[0] + std::string(widths[0] - display_width(row[0]), ' ');
  for (std::size_t i = 1; i < kColumns; ++i) out += "  " + std::string(widths[i] - row[i].size(), ' ') + row[i];
  return out + "\n";
}

/// Where the table is too wide: a sentence.
std::string sentence(const Row& row, const TerminalStyle& style) {
  FoldedText text(style, "  ", "    ");
  text.add(row[0] + ": " + row[1] + " changed words, " + row[2] + " without it (" + row[3] + " noise); " + row[4] +
           " moved links, " + row[5] + " without it");
  return text.finish();
}

void add_findings(std::string& out, const std::vector<Finding>& findings, const std::string& what,
                  const TerminalStyle& style) {
  for (const Finding& finding : findings) {
    FoldedText text(style, "      ", "        ");
    text.add(what + " ", Ink::kQuiet);
    text.add(std::string(to_string(finding.severity)) + ": " + finding.message);
    out += text.finish();
  }
}

}  // namespace

std::string render_ablation(const Report& report, const TerminalStyle& style) {
  if (report.ablation.empty()) return {};
  std::vector<Row> rows{{"plugin", "changed words", "without it", "noise", "moved links", "without it"}};
  for (const Ablation& entry : report.ablation) rows.push_back(row_of(entry));
  std::array<std::size_t, kColumns> widths{};
  for (const Row& row : rows)
    for (std::size_t i = 0; i < kColumns; ++i) widths[i] = std::max(widths[i], display_width(row[i]));

  std::string out = "\n" + paint("What each plugin explains", Ink::kHeading, style) + "\n";
  const bool fits = display_width(line(rows.front(), widths)) <= style.width;
  if (fits) out += paint(line(rows.front(), widths), Ink::kQuiet, style);
  for (std::size_t i = 0; i < report.ablation.size(); ++i) {
    out += fits ? line(rows[i + 1], widths) : sentence(rows[i + 1], style);
    add_findings(out, report.ablation[i].findings_appear, "without it also", style);
    add_findings(out, report.ablation[i].findings_vanish, "without it no", style);
  }
  return out;
}

}  // namespace storydiff::cli
