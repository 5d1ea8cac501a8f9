#include "render/explanation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <string_view>
#include <vector>

#include "render/folded_text.hpp"
#include "render/report_places.hpp"
#include "terminal_text.hpp"

namespace storydiff::cli {
namespace {

/// Smaller contributions change nothing.
constexpr double kSmallestContribution = 0.05;

std::string number(const char* format, double value) {
  std::array<char, 32> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), format, value);
  return {buffer.data(), static_cast<std::size_t>(size)};
}

class Explanations {
 public:
  Explanations(const Report& report, const TerminalStyle& style) : report_(report), style_(style), places_(report) {}

  std::string render() {
    for (const Explanation& explanation : report_.explanations) {
      if (!out_.empty()) out_ += "\n";
      one(explanation);
    }
    return std::move(out_);
  }

 private:
  void paragraph(const std::string& indent, std::string_view text, Ink ink = Ink::kPlain) {
    FoldedText folded(style_, indent, indent + "  ");
    folded.add(text, ink);
    out_ += folded.finish();
  }

  [[nodiscard]] std::string place(bool in_target, std::uint32_t document, std::uint32_t sentence) const {
    if (in_target) return places_.target_name() + " " + places_.target_sentences({sentence});
    return places_.source_name(document) + " " + places_.source_sentences(document, {sentence});
  }

  [[nodiscard]] std::string_view text(bool in_target, std::uint32_t document, std::uint32_t sentence) const {
    const ReportDocument& holder = in_target ? report_.target : report_.sources[document];
    const Span span = holder.sentences[sentence].span;
    return std::string_view(holder.text).substr(span.begin, span.size());
  }

  void one(const Explanation& explanation) {
    const SentenceRef& asked = explanation.sentence;
    paragraph("", place(asked.of_target, asked.document, asked.sentence), Ink::kHeading);
    paragraph("  ", text(asked.of_target, asked.document, asked.sentence));
    paragraph("", answer(explanation));
    for (const ExplainedCandidate& candidate : explanation.candidates) this->candidate(candidate, !asked.of_target);
  }

  [[nodiscard]] std::string answer(const Explanation& explanation) const {
    const auto& candidates = explanation.candidates;
    const bool in_target = !explanation.sentence.of_target;
    if (candidates.empty()) return "Left: no sentence of the other side shares a telling word with it.";
    const auto where = [&](const ExplainedCandidate& c) { return place(in_target, c.document, c.sentence); };
    const auto rival =
        std::find_if(candidates.begin(), candidates.end(), [](const ExplainedCandidate& c) { return !c.linked; });
    if (rival == candidates.begin()) {
      const bool low = rival->score < rival->threshold;
      return "Left: the best candidate, " + where(*rival) + ", has " + number("%.2f", rival->score) +
             (low ? ", below the " : ", and links begin at ") + number("%.2f", rival->threshold) +
             (low ? " from which these texts link: " : ", but: ") + rival->why + ".";
    }
    std::string said = "Linked: ";
    for (auto link = candidates.begin(); link != rival; ++link)
      said += (link == candidates.begin() ? "" : ", ") + where(*link) + " with " + number("%.2f", link->score);
    said += "; these texts link from " + number("%.2f", candidates.front().threshold) + " on.";
    if (rival == candidates.end()) return said + " Nothing else was considered.";
    return said + " The runner-up, " + where(*rival) + ", has " + number("%.2f", rival->score) + ": " + rival->why +
           ".";
  }

  void candidate(const ExplainedCandidate& candidate, bool in_target) {
    out_ += "\n";
    FoldedText title(style_, "  ", "      ");
    title.add(place(in_target, candidate.document, candidate.sentence) + ": " + number("%.2f", candidate.score),
              Ink::kHeading);
    title.add(candidate.linked ? ", linked" : "");
    title.add(" (by its words alone " + number("%.2f", candidate.word_score) + ")", Ink::kQuiet);
    out_ += title.finish();
    paragraph("      ", text(in_target, candidate.document, candidate.sentence));
    words(candidate.words);
    features(candidate.features, "for it", 1);
    features(candidate.features, "against it", -1);
  }

  void words(const std::vector<WordMatch>& matches) {
    std::map<Equivalence, std::string> by_rung;
    for (const WordMatch& match : matches) {
      std::string& line = by_rung[match.equivalence];
      line += line.empty() ? "" : ", ";
      line += match.source == match.target ? match.source : match.source + " = " + match.target;
    }
    for (const auto& [rung, line] : by_rung)
      paragraph("      ", (rung == Equivalence::kExact ? "same words" : std::string(to_string(rung))) + ": " + line);
    if (matches.empty()) paragraph("      ", "no words in common");
  }

  void features(const std::vector<FeatureShare>& all, const char* title, int sign) {
    std::string line;
    for (const FeatureShare& feature : all) {
      if (feature.contribution * sign < kSmallestContribution) continue;
      line += line.empty() ? "" : ", ";
      line += feature.name + " " + number("%+.1f", feature.contribution);
      if (feature.name != "bias") line += " (" + number("%.2f", feature.value) + ")";
    }
    if (!line.empty()) paragraph("      ", std::string(title) + ": " + line, Ink::kQuiet);
  }

  const Report& report_;
  const TerminalStyle& style_;
  ReportPlaces places_;
  std::string out_;
};

}  // namespace

std::string render_explanations(const Report& report, const TerminalStyle& style) {
  return Explanations(report, style).render();
}

}  // namespace storydiff::cli
