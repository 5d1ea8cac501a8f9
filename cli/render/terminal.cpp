#include "render/terminal.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "render/ablation.hpp"
#include "render/explanation.hpp"
#include "render/folded_text.hpp"
#include "render/link_runs.hpp"
#include "render/report_places.hpp"
#include "render/side_by_side.hpp"
#include "render/verdict.hpp"
#include "render/word_changes.hpp"
#include "terminal_text.hpp"

namespace storydiff::cli {
namespace {

constexpr const char* kItem = "  ";
constexpr const char* kBody = "      ";
constexpr const char* kOldSide = "    - ";
constexpr const char* kNewSide = "    + ";

std::string two_decimals(double value) {
  std::array<char, 32> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), "%.2f", value);
  return {buffer.data(), static_cast<std::size_t>(size)};
}

/// Which rule dropped or marked a piece of furniture, found by where it begins.
class FurnitureRules {
 public:
  explicit FurnitureRules(const ReportDocument& document) : document_(document) {
    for (const ReportEdit& edit : document.edits)
      if (edit.action == EditAction::kDrop || edit.action == EditAction::kMark) by_begin_[edit.span.begin] = &edit;
  }

  /// "wire-furniture: leading-dateline", or empty.
  [[nodiscard]] std::string rule_of(Span span) const {
    auto after = by_begin_.upper_bound(span.begin);
    if (after == by_begin_.begin()) return {};
    const ReportEdit& edit = *std::prev(after)->second;
    if (!edit.span.overlaps(span) || edit.plugin >= document_.plugins.size()) return {};
    return document_.plugins[edit.plugin].id + ": " + edit.rule;
  }

 private:
  const ReportDocument& document_;
  std::map<Offset, const ReportEdit*> by_begin_;
};

class TerminalReport {
 public:
  TerminalReport(const Report& report, const TerminalStyle& style)
      : report_(report), window_(style), style_(style), places_(report) {
    style_.width = std::min(style.width, kWidestText);
  }

  std::string render() {
    paragraph("", "", verdict(report_, places_), Ink::kHeading);
    warnings();
    findings();
    if (window_.width >= kSideBySide) {
      side_by_side();
    } else {
      links();
      unmatched();
      omitted();
    }
    furniture();
    normalized();
    out_ += render_ablation(report_, style_);
    if (!report_.explanations.empty()) {
      heading("Explained sentences");
      out_ += render_explanations(report_, style_);
    }
    return std::move(out_);
  }

 private:
  void heading(const std::string& text) { out_ += "\n" + paint(text, Ink::kHeading, style_) + "\n"; }

  void paragraph(const std::string& first_indent, const std::string& indent, std::string_view text,
                 Ink ink = Ink::kPlain) {
    FoldedText folded(style_, first_indent, indent);
    folded.add(text, ink);
    out_ += folded.finish();
  }

  void warnings() {
    std::set<std::string> said;  // a plugin that could not be loaded says so for every document
    const auto of_document = [&](const ReportDocument& document, const std::string& name) {
      for (const PluginRun& run : document.plugins) {
        if (run.status != PluginRun::Status::kFailed) continue;
        if (!said.insert(run.id + "\n" + run.message).second) continue;
        paragraph("", "  ", "warning: plugin " + run.id + " failed on " + name + " and changed nothing: " + run.message,
                  Ink::kWarning);
      }
    };
    for (std::uint32_t i = 0; i < report_.sources.size(); ++i) of_document(report_.sources[i], places_.source_name(i));
    of_document(report_.target, places_.target_name());
    for (const std::string& bailout : report_.summary.bailouts)
      paragraph("", "  ", "warning: the report may be incomplete: " + bailout, Ink::kWarning);
  }

  void findings() {
    if (report_.findings.empty()) return;
    heading("Findings (" + std::to_string(report_.findings.size()) + ")");
    for (const Finding& finding : report_.findings) {
      std::string text = std::string(to_string(finding.severity)) + ": " + finding.message;
      if (finding.target) text += " (" + places_.target_name() + ", " + places_.target_line(*finding.target) + ")";
      if (finding.source && finding.source_document)
        text += " (" + places_.source_name(*finding.source_document) + ", " +
                places_.source_line(*finding.source_document, *finding.source) + ")";
      paragraph(kItem, kBody, text, finding.severity == Severity::kAlert ? Ink::kDeleted : Ink::kPlain);
    }
  }

  void side_by_side() {
    if (report_.alignments.empty() && report_.unmatched.empty() && report_.omitted.empty()) return;
    heading("Side by side (" + counted(report_.alignments.size(), "link") + ", " +
            std::to_string(report_.unmatched.size()) + " new, " + std::to_string(report_.omitted.size()) +
            " left out)");
    out_ += render_side_by_side(report_, places_, window_);
  }

  void links() {
    if (report_.alignments.empty()) return;
    heading("Linked sentences (" + counted(report_.alignments.size(), "link") + ")");
    for (const LinkRun& run : link_runs(report_)) run.links.size() > 1 ? verbatim_run(run) : one_link(*run.links[0]);
  }

  void verbatim_run(const LinkRun& run) {
    const Fold folded = fold(run, style_.context);
    FoldedText text(style_, kBody, kBody);
    for (std::size_t i = 0; i < run.links.size(); ++i) {
      text.space();
      if (i < folded.head || i >= folded.tail) {
        add_changes(text, report_, *run.links[i], style_);
      } else if (i == folded.head) {
        std::size_t hidden = 0;
        for (std::size_t j = folded.head; j < folded.tail; ++j) hidden += run.links[j]->target_sentences.size();
        text.add("[... " + counted(hidden, "sentence") + " ...]", Ink::kQuiet);
      }
    }
    FoldedText title(style_, kItem, kBody);
    title.add(places_.target_name() + " " + places_.target_sentences(run.target_sentences()) + " <- " +
              places_.source_name(run.source_document()) + " " +
              places_.source_sentences(run.source_document(), run.source_sentences()) + ": ");
    title.add("verbatim", Ink::kHeading);
    out_ += title.finish() + text.finish();
  }

  void one_link(const ReportAlignment& link) {
    FoldedText title(style_, kItem, kBody);
    title.add(places_.target_name() + " " + places_.target_sentences(link.target_sentences) + " <- " +
              places_.source_name(link.source_document) + " " +
              places_.source_sentences(link.source_document, link.source_sentences));
    title.add(": ");
    title.add(std::string(to_string(link.relation)) + " " + two_decimals(link.score), Ink::kHeading);
    if (link.moved) title.add(", moved", Ink::kWarning);
    out_ += title.finish();

    if (link.relation == Relation::kParaphrase) {
      // Too much changed for one text: the two sides stand one below the other.
      FoldedText source(style_, kOldSide, kBody);
      add_source_side(source, report_, link, style_);
      FoldedText target(style_, kNewSide, kBody);
      add_target_side(target, report_, link, style_);
      out_ += source.finish() + target.finish();
    } else {
      FoldedText text(style_, kBody, kBody);
      add_changes(text, report_, link, style_);
      out_ += text.finish();
    }
  }

  void unlinked(const std::string& place, std::string_view text, const std::string& nearest) {
    FoldedText folded(style_, kItem, kBody);
    folded.add(place + ": ");
    folded.add(text);
    out_ += folded.finish();
    if (!nearest.empty()) paragraph(kBody, kBody, nearest, Ink::kQuiet);
  }

  void unmatched() {
    if (report_.unmatched.empty()) return;
    heading("New in " + visible_line(places_.target_name()) + " (" + counted(report_.unmatched.size(), "sentence") +
            ")");
    for (const ReportUnlinked& entry : report_.unmatched) {
      std::string nearest;
      if (const auto& miss = entry.nearest)
        nearest = "nearest: " + places_.source_name(miss->document) + " " +
                  places_.source_sentences(miss->document, {miss->sentence}) + ", " + two_decimals(miss->score) + ": " +
                  miss->why;
      unlinked(places_.target_sentences({entry.sentence}),
               slice(report_.target.text, report_.target.sentences[entry.sentence].span), nearest);
    }
  }

  void omitted() {
    if (report_.omitted.empty()) return;
    heading("Left out of " + visible_line(places_.all_sources()) + " (" + counted(report_.omitted.size(), "sentence") +
            ")");
    for (const ReportUnlinked& entry : report_.omitted) {
      const ReportDocument& source = report_.sources[entry.document];
      const std::string name = report_.sources.size() > 1 ? places_.source_name(entry.document) + " " : "";
      unlinked(name + places_.source_sentences(entry.document, {entry.sentence}),
               slice(source.text, source.sentences[entry.sentence].span), "");
    }
  }

  void furniture() {
    if (report_.furniture.empty()) return;
    heading("Furniture, no story text (" + counted(report_.furniture.size(), "piece") + ")");
    std::vector<FurnitureRules> source_rules(report_.sources.begin(), report_.sources.end());
    const FurnitureRules target_rules(report_.target);
    for (const FurnitureChange& change : report_.furniture) {
      paragraph(kItem, kBody, change.role + ": " + std::string(to_string(change.status)), Ink::kHeading);
      if (change.source && change.source_document) {
        const std::uint32_t document = *change.source_document;
        piece(places_.source_name(document) + " " + places_.source_line(document, *change.source),
              slice(report_.sources[document].text, *change.source), source_rules[document].rule_of(*change.source));
      }
      if (change.target)
        piece(places_.target_name() + " " + places_.target_line(*change.target),
              slice(report_.target.text, *change.target), target_rules.rule_of(*change.target));
    }
  }

  void piece(const std::string& place, std::string_view text, const std::string& rule) {
    constexpr std::size_t kLines = 3;
    FoldedText folded(style_, kBody, std::string(kBody) + "  ");
    folded.add(place + ": " + excerpt(text, kLines * style_.width) + " ");
    if (!rule.empty()) folded.add("[" + rule + "]", Ink::kQuiet);
    out_ += folded.finish();
  }

  /// What normalizers moved or replaced: it shows nowhere else, and must not go unsaid.
  void normalized() {
    std::string lines;
    const auto of_document = [&](const ReportDocument& document, const std::string& name) {
      for (std::uint32_t plugin = 0; plugin < document.plugins.size(); ++plugin) {
        const auto count = [&](EditAction action) {
          return static_cast<std::size_t>(
              std::count_if(document.edits.begin(), document.edits.end(),
                            [&](const ReportEdit& e) { return e.plugin == plugin && e.action == action; }));
        };
        const std::size_t moved = count(EditAction::kMove);
        const std::size_t replaced = count(EditAction::kReplace);
        if (moved + replaced == 0) continue;
        FoldedText folded(style_, kItem, kBody);
        folded.add(name + ": " + document.plugins[plugin].id + " ");
        if (moved > 0) folded.add("moved " + counted(moved, "paragraph") + (replaced > 0 ? " and " : ""));
        if (replaced > 0) folded.add("replaced " + counted(replaced, "piece") + " of text");
        lines += folded.finish();
      }
    };
    for (std::uint32_t i = 0; i < report_.sources.size(); ++i) of_document(report_.sources[i], places_.source_name(i));
    of_document(report_.target, places_.target_name());
    if (lines.empty()) return;
    heading("Normalized before the comparison");
    out_ += lines;
  }

  const Report& report_;
  const TerminalStyle& window_;
  TerminalStyle style_;  ///< for running text
  ReportPlaces places_;
  std::string out_;
};

}  // namespace

std::string render_terminal(const Report& report, const TerminalStyle& style) {
  return TerminalReport(report, style).render();
}

}  // namespace storydiff::cli
