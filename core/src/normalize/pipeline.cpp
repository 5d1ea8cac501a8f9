#include "storydiff/pipeline.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include "deadline_watch.hpp"
#include "language/paragraphs.hpp"
#include "normalize/apply_edits.hpp"
#include "normalize/check_edits.hpp"
#include "side_by_side.hpp"
#include "storydiff/compare.hpp"

namespace storydiff {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Documents shorter than this in sum, in bytes, are read one after the other: a second normalizer has to load its
/// rules, which takes as long as reading so much.
constexpr std::size_t kWorthATwin = 400'000;

/// A document on its way down the pipeline.
struct Lane {
  const Document* document = nullptr;
  NormalizedDocument state;
  std::map<std::string, std::string> metadata;
};

/// A byte order mark belongs to the file and not to the story: the core's own and only edit.
void drop_byte_order_mark(Lane& lane) {
  if (!lane.state.text.starts_with(kByteOrderMark)) return;
  PluginRun run;
  run.id = "core";
  run.version = version();
  run.edits = 1;
  lane.state.plugins.push_back(std::move(run));
  const Span span{0, static_cast<Offset>(kByteOrderMark.size())};
  // Can not fail: one drop, no moves.
  static_cast<void>(apply_edits(lane.state, {ProposedEdit::drop(span, "encoding", "byte-order-mark")}, 0,
                                static_cast<Offset>(lane.document->text.size())));
}

Lane start_lane(const Document& document, bool is_target) {
  Lane lane;
  lane.document = &document;
  lane.metadata = {
      {"path", document.path}, {"media-type", document.media_type}, {"side", is_target ? "target" : "source"}};
  lane.state.text = document.text;
  lane.state.source_map = SourceMap::identity(static_cast<Offset>(document.text.size()));
  lane.state.paragraphs = find_paragraphs(document.text);
  drop_byte_order_mark(lane);
  return lane;
}

View view_of(const Lane& lane, const View* counterpart) {
  return {lane.state.text, lane.state.paragraphs, lane.state.marks, &lane.metadata, counterpart};
}

/// Which lane is the other side of lane `i`, if there is exactly one. The last lane is the target.
std::optional<std::size_t> counterpart_of(std::size_t i, std::size_t lanes) {
  if (lanes < 2) return std::nullopt;
  const std::size_t target = lanes - 1;
  if (i != target) return target;
  return lanes == 2 ? std::optional<std::size_t>(0) : std::nullopt;
}

PluginRun start_run(const PipelineStep& step) {
  PluginRun run;
  run.id = step.normalizer ? std::string(step.normalizer->id()) : step.id;
  run.version = step.normalizer ? std::string(step.normalizer->version()) : step.version;
  return run;
}

void fail(PluginRun& run, std::string message) {
  run.status = PluginRun::Status::kFailed;
  run.message = std::move(message);
}

/// What a step makes of one lane.
struct Outcome {
  PluginRun run;
  std::vector<ProposedEdit> edits;
};

/// Asks `normalizer`, which is the step's or its twin, for the edits of lane `i`. Reads the lanes only.
Outcome ask(const std::vector<Lane>& lanes, std::size_t i, const PipelineStep& step, Normalizer* normalizer) {
  Outcome outcome{start_run(step), {}};
  if (normalizer == nullptr) {
    fail(outcome.run, step.failure);
    return outcome;
  }
  const auto other = counterpart_of(i, lanes.size());
  if (!other && normalizer->needs_counterpart()) {
    outcome.run.status = PluginRun::Status::kSkipped;
    outcome.run.message = "needs exactly one text on the other side";
    return outcome;
  }
  const View counterpart = other ? view_of(lanes[*other], nullptr) : View{};
  const View view = view_of(lanes[i], other ? &counterpart : nullptr);
  auto proposed = normalizer->propose(view);
  if (!proposed) {
    fail(outcome.run, proposed.error().message);
  } else if (const Status checked = check_edits(view.text, view.paragraphs, *proposed); !checked) {
    fail(outcome.run, checked.error().message);
  } else {
    outcome.edits = *std::move(proposed);
    outcome.run.message = normalizer->notice();
  }
  return outcome;
}

void carry_out(Lane& lane, Outcome outcome) {
  const auto count = static_cast<std::uint32_t>(outcome.edits.size());
  if (count > 0) {
    const auto plugin = static_cast<std::uint32_t>(lane.state.plugins.size());
    const Status applied =
        apply_edits(lane.state, std::move(outcome.edits), plugin, static_cast<Offset>(lane.document->text.size()));
    if (applied) {
      outcome.run.edits = count;
    } else {
      fail(outcome.run, applied.error().message);
    }
  }
  lane.state.plugins.push_back(std::move(outcome.run));
}

/// A step's normalizer and as many twins as there are threads and lanes for, the step's own first.
using Crew = std::vector<std::shared_ptr<Normalizer>>;

Crew crew_of(const PipelineStep& step, std::span<const Document* const> documents, unsigned threads) {
  Crew crew{step.normalizer};
  const auto asked = std::ranges::count_if(documents, [&](auto* d) { return step.runs_on(d->media_type); });
  while (step.normalizer && crew.size() < std::min<std::size_t>(threads, static_cast<std::size_t>(asked))) {
    auto twin = step.normalizer->twin();
    if (!twin) break;
    crew.push_back(std::move(twin));
  }
  return crew;
}

/// One step over all lanes. All views are taken before any edit is carried out, so that both sides
/// see each other at the same point.
void run_step(std::vector<Lane>& lanes, const PipelineStep& step, const Crew& crew, unsigned threads) {
  std::vector<std::size_t> asked;
  for (std::size_t i = 0; i < lanes.size(); ++i)
    if (step.runs_on(lanes[i].document->media_type)) asked.push_back(i);
  std::vector<Outcome> outcomes(asked.size());
  run_side_by_side(threads, crew.size(), [&](std::size_t worker) {
    for (std::size_t k = worker; k < asked.size(); k += crew.size())
      outcomes[k] = ask(lanes, asked[k], step, crew[worker].get());
  });
  run_side_by_side(threads, asked.size(), [&](std::size_t k) { carry_out(lanes[asked[k]], std::move(outcomes[k])); });
}

}  // namespace

std::vector<NormalizedDocument> run_pipeline(std::span<const Document* const> documents, const Pipeline& pipeline,
                                             unsigned threads) {
  std::size_t bytes = 0;
  for (const Document* document : documents) bytes += document->text.size();
  if (bytes < kWorthATwin) threads = 1;
  std::vector<Lane> lanes(documents.size());
  std::vector<Crew> crews;
  run_side_by_side(threads, lanes.size() + 1, [&](std::size_t i) {
    if (i == 0) {
      for (const PipelineStep& step : pipeline) crews.push_back(crew_of(step, documents, threads));
    } else {
      lanes[i - 1] = start_lane(*documents[i - 1], i == lanes.size() && i > 1);
    }
  });
  for (std::size_t i = 0; i < crews.size(); ++i) {
    check_deadline();
    run_step(lanes, pipeline[i], crews[i], threads);
  }

  std::vector<NormalizedDocument> result;
  result.reserve(lanes.size());
  for (Lane& lane : lanes) result.push_back(std::move(lane.state));
  return result;
}

}  // namespace storydiff
