#include "storydiff/ablation.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "storydiff/compare.hpp"
#include "storydiff/report.hpp"

namespace storydiff {
namespace {

bool made_an_edit(const Report& report, std::string_view plugin) {
  const auto in_document = [&](const ReportDocument& document) {
    return std::any_of(document.plugins.begin(), document.plugins.end(),
                       [&](const PluginRun& run) { return run.id == plugin && run.edits > 0; });
  };
  return in_document(report.target) || std::any_of(report.sources.begin(), report.sources.end(), in_document);
}

std::uint32_t moved_links(const Report& report) {
  return static_cast<std::uint32_t>(std::count_if(report.alignments.begin(), report.alignments.end(),
                                                  [](const ReportAlignment& link) { return link.moved; }));
}

/// The findings of `report` that `other` has not, each as often as it has it more.
std::vector<Finding> findings_only_in(const Report& report, const Report& other) {
  std::map<std::pair<std::string, std::string>, std::size_t> known;
  for (const Finding& finding : other.findings) ++known[{finding.rule, finding.message}];
  std::vector<Finding> result;
  for (const Finding& finding : report.findings) {
    const auto there = known.find({finding.rule, finding.message});
    if (there != known.end() && there->second > 0) {
      --there->second;
      continue;
    }
    result.push_back(finding);
    result.back().alignment.reset();  // an index into one of the two comparisons
  }
  return result;
}

}  // namespace

std::uint32_t changed_words(const Report& report) {
  std::uint32_t words = 0;
  for (const ReportAlignment& link : report.alignments)
    for (const WordEdit& edit : link.edits)
      if (edit.op != EditOp::kEqual) words += edit.source_words + edit.target_words;
  for (const ReportUnlinked& sentence : report.unmatched) words += sentence.words;
  for (const ReportUnlinked& sentence : report.omitted) words += sentence.words;
  return words;
}

Result<std::vector<Ablation>> ablate(std::span<const Document* const> sources, const Document& target,
                                     const Pipeline& pipeline, const CompareOptions& options, const Report& report) {
  // What the texts are told to be written in must not change with what a plugin leaves of them.
  const CompareOptions same_language{report.options.language, options.resources, {}, options.threads, options.deadline};
  std::vector<Ablation> result;
  for (std::size_t i = 0; i < pipeline.size(); ++i) {
    if (!pipeline[i].normalizer) continue;
    const auto reads = [&](const Document& document) { return pipeline[i].runs_on(document.media_type); };
    if (!reads(target) && std::none_of(sources.begin(), sources.end(), [&](auto* source) { return reads(*source); }))
      continue;
    Ablation entry;
    entry.plugin = pipeline[i].normalizer->id();
    entry.changed_words_with = entry.changed_words_without = changed_words(report);
    entry.moved_links_with = entry.moved_links_without = moved_links(report);
    if (made_an_edit(report, entry.plugin)) {
      Pipeline rest = pipeline;
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
      const Result<Report> without = compare(sources, target, rest, same_language);
      if (!without) return without.error();
      entry.changed_words_without = changed_words(*without);
      entry.moved_links_without = moved_links(*without);
      if (entry.changed_words_without > entry.changed_words_with)
        entry.noise_share = static_cast<double>(entry.changed_words_without - entry.changed_words_with) /
                            static_cast<double>(entry.changed_words_without);
      entry.findings_appear = findings_only_in(*without, report);
      entry.findings_vanish = findings_only_in(report, *without);
    }
    result.push_back(std::move(entry));
  }
  return result;
}

}  // namespace storydiff
