#include "render/chain.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "render/folded_text.hpp"
#include "render/report_places.hpp"
#include "render/verdict.hpp"
#include "terminal_text.hpp"

namespace storydiff::cli {
namespace {

std::string version_name(std::uint32_t version) { return "v" + std::to_string(version + 1); }

std::string quoted(const std::string& text) {
  constexpr std::size_t kColumns = 60;
  return "“" + excerpt(text, kColumns) + "”";
}

/// "figure changed: “12”, now “27”"
std::string change_text(const LifeChange& change) {
  std::string out = change.status == "unsupported" ? "new " + change.kind : change.kind + " " + change.status;
  if (!change.from.empty() && change.status != "unsupported")
    out += " " + quoted(change.from) + (change.to.empty() ? " is gone" : " to");
  if (!change.to.empty()) out += " " + quoted(change.to);
  return out;
}

class ChainText {
 public:
  ChainText(const Chain& chain, const TerminalStyle& style) : chain_(chain), style_(style) {
    for (const ReportDocument& version : chain.versions) lines_.push_back(line_starts(version.text));
  }

  std::string render() {
    heading_line();
    for (const ChainStep& step : chain_.steps) this->step(step);
    lives();
    return std::move(out_);
  }

 private:
  void paragraph(const std::string& first, const std::string& indent, std::string_view text, Ink ink = Ink::kPlain) {
    FoldedText folded(style_, first, indent);
    folded.add(text, ink);
    out_ += folded.finish();
  }

  void heading_line() {
    for (std::uint32_t i = 0; i < chain_.versions.size(); ++i) {
      const ReportDocument& version = chain_.versions[i];
      std::string line = version_name(i) + " " + version.path + ": " + counted(version.sentences.size(), "sentence");
      for (const char* key : {"slug", "version", "take", "date"})
        if (const auto fact = version.metadata.find(key); fact != version.metadata.end())
          line += std::string(", ") + key + " " + fact->second;
      paragraph("", "    ", line, Ink::kHeading);
    }
    for (const ReportDocument& version : chain_.versions)
      for (const PluginRun& run : version.plugins)
        if (run.status == PluginRun::Status::kFailed)
          paragraph("", "  ",
                    "warning: plugin " + run.id + " failed on " + version.path + " and changed nothing: " + run.message,
                    Ink::kWarning);
  }

  void step(const ChainStep& step) {
    out_ += "\n";
    const std::string names = version_name(step.from) + " -> " + version_name(step.to) + ": ";
    FoldedText title(style_, "", "    ");
    title.add(names, Ink::kHeading);
    if (!step.differs) {
      title.add("no difference in story text");
    } else {
      std::string counts;
      const auto add = [&](std::uint32_t count, const char* word) {
        if (count > 0) counts += (counts.empty() ? "" : ", ") + std::to_string(count) + " " + word;
      };
      add(step.kept, "kept");
      add(step.edited, "edited");
      add(step.rewritten, "rewritten");
      add(step.born, "new");
      add(step.returned, "returned");
      add(step.dropped, "dropped");
      add(step.moved, "moved");
      title.add(counts.empty() ? "no story text on either side" : counts);
    }
    out_ += title.finish();
    for (const Finding& finding : step.findings) {
      std::string text = std::string(to_string(finding.severity)) + ": " + finding.message;
      if (finding.target) text += " (" + line(step.to, *finding.target) + ")";
      if (finding.source) text += " (" + line(step.from, *finding.source) + ")";
      paragraph("  ", "      ", text, finding.severity == Severity::kAlert ? Ink::kDeleted : Ink::kPlain);
    }
    for (const std::string& bailout : step.bailouts)
      paragraph("  ", "      ", "warning: the comparison may be incomplete: " + bailout, Ink::kWarning);
  }

  [[nodiscard]] std::string line(std::uint32_t version, Span span) const {
    return version_name(version) + " line " + std::to_string(line_number(lines_[version], span.begin));
  }

  /// Unchanged in every version: one line tells all of them.
  [[nodiscard]] bool is_constant(const SentenceLife& life) const {
    return life.stages.size() == chain_.versions.size() &&
           std::all_of(life.stages.begin(), life.stages.end(), [](const LifeStage& stage) {
             return (stage.event == LifeEvent::kKept || stage.event == LifeEvent::kBorn) && !stage.moved;
           });
  }

  void lives() {
    out_ += "\n" + paint("Lives (" + counted(chain_.lives.size(), "sentence") + ")", Ink::kHeading, style_) + "\n";
    std::size_t constant = 0;
    for (std::uint32_t i = 0; i < chain_.lives.size(); ++i) {
      if (is_constant(chain_.lives[i]))
        ++constant;
      else
        life(i);
    }
    if (constant > 0)
      paragraph("  ", "      ",
                counted(constant, "sentence") + (constant == 1 ? " stands" : " stand") + " unchanged in all versions.",
                Ink::kQuiet);
  }

  void life(std::uint32_t number) {
    const std::vector<LifeStage>& stages = chain_.lives[number].stages;
    std::string story;
    for (std::size_t i = 0; i < stages.size(); ++i) {
      // A run of versions that kept it says so once.
      const auto plain = [&](std::size_t k) { return stages[k].event == LifeEvent::kKept && !stages[k].moved; };
      std::size_t last = i;
      while (plain(i) && last + 1 < stages.size() && plain(last + 1)) ++last;
      story += (story.empty() ? "" : "; ") + stage_text(stages[i]);
      if (last > i) story += "-" + version_name(stages[last].version);
      i = last;
    }
    paragraph("  ", "      ", std::to_string(number + 1) + ": " + story, Ink::kHeading);
    for (auto stage = stages.rbegin(); stage != stages.rend(); ++stage) {
      if (!stage->sentence) continue;
      const ReportDocument& version = chain_.versions[stage->version];
      paragraph("      ", "      ", slice(version.text, version.sentences[*stage->sentence].span));
      break;
    }
  }

  static std::string stage_text(const LifeStage& stage) {
    std::string out = std::string(to_string(stage.event)) + " in " + version_name(stage.version);
    if (stage.event == LifeEvent::kBorn && stage.version == 0) out = "in v1";
    if (stage.other)
      out = std::string(stage.event == LifeEvent::kSplit ? "split from " : "merged into ") +
            std::to_string(*stage.other + 1) + " in " + version_name(stage.version);
    if (stage.moved) out += ", moved";
    std::string details;
    const auto add = [&](const std::string& text) { details += (details.empty() ? "" : ", ") + text; };
    for (const LifeChange& change : stage.changes) add(change_text(change));
    if (stage.words_out > 0) add(counted(stage.words_out, "word") + " out");
    if (stage.words_in > 0) add(counted(stage.words_in, "word") + " in");
    return details.empty() ? out : out + " (" + details + ")";
  }

  const Chain& chain_;
  const TerminalStyle& style_;
  std::vector<std::vector<Offset>> lines_;  ///< by version
  std::string out_;
};

}  // namespace

std::string render_chain(const Chain& chain, const TerminalStyle& style) { return ChainText(chain, style).render(); }

}  // namespace storydiff::cli
