#include "render/verdict.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace storydiff::cli {
namespace {

std::string percent(double share) { return std::to_string(std::lround(share * 100)) + " %"; }

/// How many sentences of the target were taken, in all, by relation and by source.
struct Taken {
  std::size_t sentences = 0;
  std::array<std::size_t, 3> by_relation{};
  std::vector<std::size_t> by_source;
};

Taken count_taken(const Report& report) {
  // A sentence may be linked to several sources; it counts once, by its closest relation.
  std::vector<std::optional<Relation>> relations(report.target.sentences.size());
  Taken taken;
  taken.by_source.resize(report.sources.size());
  for (const ReportAlignment& link : report.alignments) {
    taken.by_source[link.source_document] += link.target_sentences.size();
    for (const std::uint32_t sentence : link.target_sentences) {
      std::optional<Relation>& relation = relations[sentence];
      relation = relation ? std::min(*relation, link.relation) : link.relation;
    }
  }
  for (const auto& relation : relations) {
    if (!relation) continue;
    ++taken.sentences;
    ++taken.by_relation[static_cast<std::size_t>(*relation)];
  }
  return taken;
}

std::string from_where(const Report& report, const ReportPlaces& places, const Taken& taken) {
  if (report.sources.size() == 1 || taken.sentences == 0) return places.all_sources();
  std::string out;
  for (std::uint32_t i = 0; i < taken.by_source.size(); ++i) {
    if (taken.by_source[i] == 0) continue;
    if (!out.empty()) out += ", ";
    out += places.source_name(i) + " (" + std::to_string(taken.by_source[i]) + ")";
  }
  return out;
}

std::string how(const Taken& taken) {
  static constexpr std::array<const char*, 3> kWords{"verbatim", "edited", "paraphrased"};
  std::string out;
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    if (taken.by_relation[i] == 0) continue;
    if (!out.empty()) out += ", ";
    out += std::to_string(taken.by_relation[i]) + " " + kWords[i];
  }
  return out;
}

const char* opening(Summary::Class derivation) {
  switch (derivation) {
    case Summary::Class::kWhollyDerived:
      return "Wholly derived: ";
    case Summary::Class::kPartiallyDerived:
      return "Partially derived: ";
    case Summary::Class::kNonDerived:
      return "Not derived: ";
  }
  return "";
}

std::string taken_sentence(const Report& report, const ReportPlaces& places, const Taken& taken) {
  const std::size_t all = report.target.sentences.size();
  if (all == 0) return places.target_name() + " has no story text.";
  std::string out = opening(report.summary.derivation);
  if (taken.sentences == 0)
    return out + "no sentence of " + places.target_name() + " (" + counted(all, "sentence") + ") comes from " +
           places.all_sources() + ".";
  const std::string number = taken.sentences == all && all > 1
                                 ? "all " + std::to_string(all)
                                 : std::to_string(taken.sentences) + " of " + std::to_string(all);
  const Summary& summary = report.summary;
  const double words = summary.verbatim_words + summary.edited_words + summary.paraphrase_words;
  out += number + (all == 1 ? " sentence of " : " sentences of ") + places.target_name() +
         (taken.sentences == 1 ? " comes from " : " come from ") + from_where(report, places, taken) + ": " +
         how(taken);
  if (summary.target_words > 0) out += "; " + percent(words / summary.target_words) + " of its words";
  return out + ".";
}

/// "a.txt", "a.txt and b.txt", "a.txt, b.txt and c.txt"
std::string names_of(const std::vector<std::uint32_t>& sources, const ReportPlaces& places) {
  std::string out;
  for (std::size_t i = 0; i < sources.size(); ++i)
    out += (i == 0 ? "" : i + 1 == sources.size() ? " and " : ", ") + places.source_name(sources[i]);
  return out;
}

/// "a.txt (9 sentences) and b.txt (8)": how many of the telling sentences each fits best.
std::string shares_of(const ClosestSource& closest, const ReportPlaces& places) {
  std::string out;
  for (std::size_t i = 0; i < closest.candidates.size(); ++i) {
    const std::uint32_t source = closest.candidates[i];
    const std::uint32_t best = closest.sources[source].best_sentences;
    out += (i == 0                               ? ""
            : i + 1 == closest.candidates.size() ? " and "
                                                 : ", ") +
           places.source_name(source) + " (" + (i == 0 ? counted(best, "sentence") : std::to_string(best)) + ")";
  }
  return out;
}

/// Which of several sources was followed; empty with one, and where nothing was taken.
std::string closest_sentence(const ClosestSource& closest, const ReportPlaces& places) {
  const std::string names = names_of(closest.candidates, places);
  if (names.empty()) return "";
  switch (closest.outcome) {
    case ClosestSource::Outcome::kOne:
      return " It follows " + names + " most closely: " + closest.why + ".";
    case ClosestSource::Outcome::kTie:
      return " It follows " + names + " equally closely: " + closest.why + ".";
    case ClosestSource::Outcome::kMixed:
      return " It follows " + shares_of(closest, places) + " by turns: " + closest.why + ".";
    case ClosestSource::Outcome::kTooLittle:
      return " Which source it follows most closely can not be told: " + closest.why + ".";
  }
  return "";
}

/// "About a quarter comes", "About two thirds come": the simple fraction nearest to `share`, which is above 0.
std::string share_that_comes(double share) {
  struct Fraction {
    double value;
    const char* words;
  };
  static constexpr std::array<Fraction, 9> kFractions{{{0.1, "a tenth comes"},
                                                       {0.2, "a fifth comes"},
                                                       {0.25, "a quarter comes"},
                                                       {1.0 / 3, "a third comes"},
                                                       {0.5, "half comes"},
                                                       {2.0 / 3, "two thirds come"},
                                                       {0.75, "three quarters come"},
                                                       {0.8, "four fifths come"},
                                                       {0.9, "nine tenths come"}}};
  constexpr double kLittle = 0.06;  // nearer to nothing than to a tenth
  constexpr double kNearlyAll = 0.95;
  if (share >= 1) return "All of it comes";
  if (share >= kNearlyAll) return "Nearly all of it comes";
  if (share < kLittle) return "A little comes";
  const auto* nearest = std::min_element(
      kFractions.begin(), kFractions.end(),
      [&](const Fraction& a, const Fraction& b) { return std::abs(a.value - share) < std::abs(b.value - share); });
  return std::string("About ") + nearest->words;
}

}  // namespace

std::string headline(const Report& report, const ReportPlaces& places) {
  const Summary& summary = report.summary;
  if (!report.story_text_differs()) return "No difference in story text";
  if (report.target.sentences.empty()) return verdict(report, places);
  const double words = summary.verbatim_words + summary.edited_words + summary.paraphrase_words;
  if (report.sources.size() == 1 && summary.credited && !summary.agency.empty() && words > 0)
    return share_that_comes(words / summary.target_words) + " from " + summary.agency +
           (*summary.credited ? ", credited" : ", uncredited");
  const std::string_view name = opening(summary.derivation);
  return std::string(name.substr(0, name.find(':')));
}

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string verdict(const Report& report, const ReportPlaces& places) {
  const auto differing = std::count_if(report.furniture.begin(), report.furniture.end(), [](const FurnitureChange& f) {
    return f.status != FurnitureChange::Status::kSame;
  });
  if (!report.story_text_differs()) {
    const std::size_t all = report.target.sentences.size();
    std::string out = "No difference in story text";
    out += all == 0 ? ": there is none on either side." : " (" + counted(all, "sentence") + ").";
    if (differing > 0)
      out += " " + counted(static_cast<std::size_t>(differing), "piece") + " of furniture " +
             (differing == 1 ? "differs." : "differ.");
    return out;
  }

  std::string out = taken_sentence(report, places, count_taken(report));
  const auto moved = std::count_if(report.alignments.begin(), report.alignments.end(),
                                   [](const ReportAlignment& link) { return link.moved; });
  if (moved > 0)
    out += " " + std::to_string(moved) + " of these " + (moved == 1 ? "stands" : "stand") + " in another place.";
  if (!report.omitted.empty())
    out += " " + counted(report.omitted.size(), "sentence") + " of " + places.all_sources() +
           (report.omitted.size() == 1 ? " was" : " were") + " left out; " + percent(report.summary.source_coverage) +
           " of the source words were used.";
  if (report.closest_source) out += closest_sentence(*report.closest_source, places);
  if (report.summary.credited)
    out += *report.summary.credited ? " The agency is credited." : " The agency is not credited.";
  return out;
}

}  // namespace storydiff::cli
