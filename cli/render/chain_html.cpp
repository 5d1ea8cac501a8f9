#include "render/chain_html.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "render/page_file.hpp"
#include "render/page_sources.hpp"
#include "render/verdict.hpp"

namespace storydiff::cli {
namespace {

/// What became of a sentence, over all takes.
struct Fates {
  std::size_t unchanged = 0;  ///< of those in the first take, word for word in every take
  std::size_t changed = 0;
  std::size_t later = 0;    ///< new in a later take
  std::size_t split = 0;    ///< split off another in a later take
  std::size_t gone = 0;     ///< not in the last take
  std::size_t dropped = 0;  ///< how often one was left out between two takes
};

Fates count_fates(const Chain& chain) {
  Fates fates;
  for (const SentenceLife& life : chain.lives) {
    const std::vector<LifeStage>& stages = life.stages;
    const auto in_some_stage = [&](auto test) { return std::any_of(stages.begin(), stages.end(), test); };
    const bool changed = in_some_stage([](const LifeStage& stage) {
      return stage.event == LifeEvent::kEdited || stage.event == LifeEvent::kRewritten || stage.words_out > 0 ||
             stage.words_in > 0;
    });
    if (stages.front().version > 0) ++(stages.front().event == LifeEvent::kSplit ? fates.split : fates.later);
    fates.dropped += static_cast<std::size_t>(std::count_if(
        stages.begin(), stages.end(), [](const LifeStage& stage) { return stage.event == LifeEvent::kDropped; }));
    if (!stages.back().sentence) ++fates.gone;
    if (changed) ++fates.changed;
    if (stages.front().version == 0 && stages.size() == chain.versions.size() && !changed &&
        !in_some_stage([](const LifeStage& stage) { return !stage.sentence || stage.event == LifeEvent::kReturned; }))
      ++fates.unchanged;
  }
  return fates;
}

/// Of all kinds where `kind` is empty.
std::size_t findings_of(const Chain& chain, Severity severity, std::string_view kind = {}) {
  std::size_t count = 0;
  for (const ChainStep& step : chain.steps)
    for (const Finding& finding : step.findings)
      if (finding.severity == severity && (kind.empty() || finding.kind == kind)) ++count;
  return count;
}

/// "2 figures and 1 negation changed": the alerts by what they are about, in the order of `kKinds`.
std::string what_changed(const Chain& chain) {
  struct Kind {
    std::string_view kind;
    const char* noun;
  };
  static constexpr std::array<Kind, 5> kKinds{{{"quotation", "quotation"},
                                               {"figure", "figure"},
                                               {"name", "name"},
                                               {"polarity", "negation"},
                                               {"attribution", "attribution"}}};
  std::vector<std::string> parts;
  std::size_t counted_alerts = 0;
  for (const Kind& kind : kKinds) {
    const std::size_t count = findings_of(chain, Severity::kAlert, kind.kind);
    counted_alerts += count;
    if (count > 0) parts.push_back(counted(count, kind.noun));
  }
  if (parts.empty() || counted_alerts < findings_of(chain, Severity::kAlert))
    return counted(findings_of(chain, Severity::kAlert), "alert");
  std::string out = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) out += (i + 1 == parts.size() ? " and " : ", ") + parts[i];
  return out + " changed";
}

/// "4 takes: 2 figures and 1 negation changed, 1 sentence left out"
std::string chain_heading(const Chain& chain) {
  const std::string takes = counted(chain.versions.size(), "take");
  if (!chain.differs()) return takes + ": no difference in story text";
  // The page lists what was left out among what is to be reviewed.
  const std::size_t dropped = count_fates(chain).dropped;
  const std::string left_out = counted(dropped, "sentence") + " left out";
  const std::size_t reviews = findings_of(chain, Severity::kReview) + dropped;
  if (findings_of(chain, Severity::kAlert) > 0)
    return takes + ": " + what_changed(chain) + (dropped > 0 ? ", " + left_out : "");
  if (dropped > 0 && reviews == dropped) return takes + ": " + left_out + ", no alert";
  if (reviews > 0) return takes + ": " + std::to_string(reviews) + " to review, no alert";
  return takes + ": no alert, nothing to review";
}

std::string chain_standfirst(const Chain& chain) {
  const std::size_t first = chain.versions.front().sentences.size();
  const Fates fates = count_fates(chain);
  const auto were = [](std::size_t count) { return count == 1 ? " was " : " were "; };
  std::string out = "From " + counted(first, "sentence") + " in the first take to " +
                    std::to_string(chain.versions.back().sentences.size()) + " in the last. ";
  out += (fates.unchanged == 0 ? "No sentence" : counted(fates.unchanged, "sentence")) +
         (fates.unchanged < 2 ? " stands" : " stand") + " word for word in every take; " +
         std::to_string(fates.changed) + were(fates.changed) + "changed, " + std::to_string(fates.later) +
         " came in after the first take, " +
         (fates.split == 0 ? "" : std::to_string(fates.split) + were(fates.split) + "split off another, ") +
         std::to_string(fates.gone) + (fates.gone == 1 ? " is" : " are") + " not in the last.";
  return out;
}

}  // namespace

std::string render_chain_html(const Chain& chain) {
  PageParts parts;
  parts.title =
      counted(chain.versions.size(), "take") + ": " + chain.versions.front().path + " to " + chain.versions.back().path;
  parts.heading = chain_heading(chain);
  parts.standfirst = chain_standfirst(chain);
  parts.data = to_json_line(chain);
  parts.script = chain_script();
  return make_page(parts);
}

}  // namespace storydiff::cli
