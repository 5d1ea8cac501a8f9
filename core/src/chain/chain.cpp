#include "storydiff/chain.hpp"

#include <algorithm>
#include <utility>

#include "chain/lives.hpp"
#include "corridor.hpp"
#include "deadline_watch.hpp"
#include "side_by_side.hpp"

namespace storydiff {

std::string_view to_string(LifeEvent event) {
  switch (event) {
    case LifeEvent::kBorn:
      return "born";
    case LifeEvent::kKept:
      return "kept";
    case LifeEvent::kEdited:
      return "edited";
    case LifeEvent::kRewritten:
      return "rewritten";
    case LifeEvent::kSplit:
      return "split";
    case LifeEvent::kMerged:
      return "merged";
    case LifeEvent::kDropped:
      return "dropped";
    case LifeEvent::kReturned:
      return "returned";
  }
  return "";
}

bool Chain::differs() const {
  return std::any_of(steps.begin(), steps.end(), [](const ChainStep& step) { return step.differs; });
}

namespace {

Result<Chain> chain_versions(std::span<const Document* const> versions, const Pipeline& pipeline,
                             const CompareOptions& options) {
  const CrewScope crew;
  std::vector<NormalizedDocument> normalized;
  for (const Document* version : versions)
    normalized.push_back(std::move(run_pipeline({&version, 1}, pipeline, options.threads).front()));
  PreparedTexts texts = prepare_texts({versions.begin(), versions.end()}, std::move(normalized), options);

  Chain result;
  result.options = report_options(pipeline, texts);
  CompareOptions each = options;
  each.explain.clear();
  Lives lives(texts.vocabulary);
  lives.begin(texts.segments.front());
  for (std::uint32_t to = 1; to < versions.size(); ++to) {
    Result<Report> compared = compare_prepared(texts, to - 1, 2, result.options, each);
    if (!compared) return compared.error();
    Report& report = *compared;
    ChainStep step;
    step.from = to - 1;
    step.to = to;
    step.differs = report.story_text_differs();
    lives.advance(report, texts.segments[to], step);
    step.alignments = std::move(report.alignments);
    step.findings = std::move(report.findings);
    step.bailouts = std::move(report.summary.bailouts);
    result.steps.push_back(std::move(step));

    if (to == 1) {
      result.tool_name = report.tool_name;
      result.tool_version = report.tool_version;
      result.versions.push_back(std::move(report.sources.front()));
    }
    result.versions.push_back(std::move(report.target));
  }
  result.lives = lives.take();
  return result;
}

}  // namespace

Result<Chain> chain(std::span<const Document* const> versions, const Pipeline& pipeline,
                    const CompareOptions& options) {
  if (versions.size() < 2) return Error{ErrorCode::kUsage, "a chain needs at least two versions"};
  if (const Status sizes = check_sizes(versions); !sizes) return sizes.error();
  return within(options.deadline, "the chain", [&] { return chain_versions(versions, pipeline, options); });
}

}  // namespace storydiff
