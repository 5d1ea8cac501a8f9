#include "render/ledger.hpp"

#include <cstddef>
#include <vector>

#include "render/folded_text.hpp"
#include "render/report_places.hpp"
#include "render/verdict.hpp"
#include "terminal_text.hpp"

namespace storydiff::cli {
namespace {

std::string place(const std::vector<Offset>& lines, Span span) {
  const std::size_t first = line_number(lines, span.begin);
  const std::size_t last = line_number(lines, span.empty() ? span.begin : span.end - 1);
  std::string out =
      first == last ? "line " + std::to_string(first) : "lines " + std::to_string(first) + "-" + std::to_string(last);
  return out + ", bytes " + std::to_string(span.begin) + "-" + std::to_string(span.end);
}

std::string destination(const Document& document, const std::vector<Offset>& lines, Offset to) {
  return to >= document.text.size() ? " to the end" : " to before line " + std::to_string(line_number(lines, to));
}

void add_plugin(std::string& out, const PluginRun& run, const TerminalStyle& style) {
  FoldedText text(style, "", "    ");
  text.add(run.id + " " + run.version + ": ", Ink::kHeading);
  if (run.status == PluginRun::Status::kOk)
    text.add(counted(run.edits, "edit"));
  else
    text.add(std::string(to_string(run.status)) + (run.message.empty() ? "" : ", " + run.message), Ink::kWarning);
  out += text.finish();
}

}  // namespace

std::string render_ledger(const Document& document, const NormalizedDocument& normalized, const TerminalStyle& style) {
  std::string out;
  if (normalized.plugins.empty()) out += "no plugin ran\n";
  for (const PluginRun& run : normalized.plugins) add_plugin(out, run, style);

  const std::vector<Offset> lines = line_starts(document.text);
  const std::size_t columns = 2 * style.width;
  for (const LedgerEntry& entry : normalized.ledger) {
    const PluginRun& plugin = normalized.plugins[entry.plugin];
    FoldedText title(style, "", "    ");
    title.add(std::string(to_string(entry.action)), Ink::kHeading);
    title.add((entry.role.empty() ? "" : " " + entry.role) + ": " + place(lines, entry.span));
    if (entry.to) title.add(destination(document, lines, *entry.to));
    title.add(" [" + plugin.id + " " + plugin.version + ", rule " + entry.rule + "]", Ink::kQuiet);
    out += "\n" + title.finish();

    FoldedText text(style, "    ", "    ");
    if (entry.action == EditAction::kReplace) {
      text.add((style.colour ? "" : "[-") + excerpt(entry.text, columns) + (style.colour ? "" : "-]"), Ink::kDeleted);
      text.add((style.colour ? "" : "{+") + excerpt(entry.replacement, columns) + (style.colour ? "" : "+}"),
               Ink::kInserted);
    } else {
      text.add(excerpt(entry.text, columns));
    }
    out += text.finish();
  }
  return out;
}

}  // namespace storydiff::cli
