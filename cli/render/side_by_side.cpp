#include "render/side_by_side.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

#include "render/folded_text.hpp"
#include "render/link_runs.hpp"
#include "render/verdict.hpp"
#include "render/word_changes.hpp"

namespace storydiff::cli {
namespace {

constexpr std::size_t kGutter = 3;  // a blank, the mark, a blank

using Lines = std::vector<FoldedText::Line>;

std::string two_decimals(double value) {
  std::array<char, 32> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), "%.2f", value);
  return {buffer.data(), static_cast<std::size_t>(size)};
}

class SideBySide {
 public:
  SideBySide(const Report& report, const ReportPlaces& places, const TerminalStyle& style)
      : report_(report), places_(places), style_(style), column_(style), omitted_(omitted_by_link(report)) {
    column_.width = (style.width - kGutter) / 2;
  }

  std::string render() {
    left_out(nullptr);
    auto news = report_.unmatched.begin();
    for (const LinkRun& run : link_runs(report_)) {
      for (; news != report_.unmatched.end() && news->sentence < run.links.front()->target_sentences.front(); ++news)
        fresh(*news);
      run.links.size() > 1 ? verbatim(run) : changed(*run.links.front());
      for (const ReportAlignment* link : run.links) left_out(link);
    }
    for (; news != report_.unmatched.end(); ++news) fresh(*news);
    return std::move(out_);
  }

 private:
  void row(const Lines& left, char mark, Ink ink, const Lines& right) {
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
      const std::size_t taken = i < left.size() ? left[i].width : 0;
      std::string line = i < left.size() ? left[i].text : "";
      line.append(column_.width - std::min(column_.width, taken) + 1, ' ');
      line += mark == ' ' ? " " : paint(std::string(1, mark), ink, style_);
      if (i < right.size() && !right[i].text.empty()) line += " " + right[i].text;
      line.erase(line.find_last_not_of(' ') + 1);
      out_ += line + "\n";
    }
  }

  [[nodiscard]] Lines cell(const std::string& place, const FoldedText& text) const {
    FoldedText title(column_, "", "");
    title.add(place, Ink::kQuiet);
    Lines lines = title.lines();
    const Lines body = text.lines();
    lines.insert(lines.end(), body.begin(), body.end());
    return lines;
  }

  [[nodiscard]] std::string source_place(std::uint32_t document, const std::vector<std::uint32_t>& sentences) const {
    return places_.source_name(document) + " " + places_.source_sentences(document, sentences);
  }
  [[nodiscard]] std::string target_place(const std::vector<std::uint32_t>& sentences) const {
    return places_.target_name() + " " + places_.target_sentences(sentences);
  }

  void changed(const ReportAlignment& link) {
    FoldedText source(column_, "", "");
    add_source_side(source, report_, link, style_);
    FoldedText target(column_, "", "");
    add_target_side(target, report_, link, style_);
    std::string said = ": " + std::string(to_string(link.relation)) + " " + two_decimals(link.score);
    if (link.moved) said += ", moved";
    const char mark = link.moved ? '~' : link.relation == Relation::kVerbatim ? ' ' : '|';
    row(cell(source_place(link.source_document, link.source_sentences), source), mark, Ink::kWarning,
        cell(target_place(link.target_sentences) + said, target));
  }

  void verbatim(const LinkRun& run) {
    const Fold folded = fold(run, style_.context);
    stretch(run, 0, folded.head);
    if (folded.tail > folded.head) {
      LinkRun hidden = run;
      hidden.links.assign(run.links.begin() + static_cast<std::ptrdiff_t>(folded.head),
                          run.links.begin() + static_cast<std::ptrdiff_t>(folded.tail));
      const std::vector<std::uint32_t> target = hidden.target_sentences();
      FoldedText left(column_, "", "");
      left.add("... " + source_place(run.source_document(), hidden.source_sentences()), Ink::kQuiet);
      FoldedText right(column_, "", "");
      right.add("... " + target_place(target) + ": " + counted(target.size(), "sentence") + " verbatim", Ink::kQuiet);
      row(left.lines(), ' ', Ink::kPlain, right.lines());
    }
    stretch(run, folded.tail, run.links.size());
  }

  void stretch(const LinkRun& whole, std::size_t begin, std::size_t end) {
    if (begin == end) return;
    LinkRun run = whole;
    run.links.assign(whole.links.begin() + static_cast<std::ptrdiff_t>(begin),
                     whole.links.begin() + static_cast<std::ptrdiff_t>(end));
    FoldedText source(column_, "", "");
    FoldedText target(column_, "", "");
    for (const ReportAlignment* link : run.links) {
      source.space();
      add_source_side(source, report_, *link, style_);
      target.space();
      add_target_side(target, report_, *link, style_);
    }
    row(cell(source_place(run.source_document(), run.source_sentences()), source), ' ', Ink::kPlain,
        cell(target_place(run.target_sentences()) + ": verbatim", target));
  }

  void fresh(const ReportUnlinked& entry) {
    FoldedText text(column_, "", "");
    text.add(slice(report_.target.text, report_.target.sentences[entry.sentence].span), Ink::kInserted);
    FoldedText nearest(column_, "", "");
    if (const auto& miss = entry.nearest)
      nearest.add("nearest: " + source_place(miss->document, {miss->sentence}) + ", " + two_decimals(miss->score) +
                      ": " + miss->why,
                  Ink::kQuiet);
    row(nearest.lines(), '>', Ink::kInserted, cell(target_place({entry.sentence}) + ": new", text));
  }

  void left_out(const ReportAlignment* link) {
    const auto entries = omitted_.find(link);
    if (entries == omitted_.end()) return;
    for (const ReportUnlinked* entry : entries->second) {
      const ReportDocument& source = report_.sources[entry->document];
      FoldedText text(column_, "", "");
      text.add(slice(source.text, source.sentences[entry->sentence].span), Ink::kDeleted);
      row(cell(source_place(entry->document, {entry->sentence}) + ": left out", text), '<', Ink::kDeleted, {});
    }
  }

  const Report& report_;
  const ReportPlaces& places_;
  const TerminalStyle& style_;
  TerminalStyle column_;
  OmittedByLink omitted_;
  std::string out_;
};

}  // namespace

std::string render_side_by_side(const Report& report, const ReportPlaces& places, const TerminalStyle& style) {
  return SideBySide(report, places, style).render();
}

}  // namespace storydiff::cli
