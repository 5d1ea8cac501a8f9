#include "storydiff/pipeline.hpp"

#include <optional>
#include <utility>

#include "deadline_watch.hpp"
#include "language/paragraphs.hpp"
#include "normalize/apply_edits.hpp"
#include "normalize/check_edits.hpp"
#include "storydiff/compare.hpp"

namespace storydiff {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

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

/// One step over all lanes. All views are taken before any edit is carried out, so that both sides
/// see each other at the same point.
void run_step(std::vector<Lane>& lanes, const PipelineStep& step) {
  std::vector<PluginRun> runs(lanes.size());
  std::vector<std::vector<ProposedEdit>> proposals(lanes.size());
  const auto runs_on = [&](std::size_t i) { return step.runs_on(lanes[i].document->media_type); };
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    if (!runs_on(i)) continue;
    runs[i] = start_run(step);
    if (!step.normalizer) {
      fail(runs[i], step.failure);
      continue;
    }
    const auto other = counterpart_of(i, lanes.size());
    if (!other && step.normalizer->needs_counterpart()) {
      runs[i].status = PluginRun::Status::kSkipped;
      runs[i].message = "needs exactly one text on the other side";
      continue;
    }
    const View counterpart = other ? view_of(lanes[*other], nullptr) : View{};
    const View view = view_of(lanes[i], other ? &counterpart : nullptr);
    auto proposed = step.normalizer->propose(view);
    if (!proposed) {
      fail(runs[i], proposed.error().message);
    } else if (const Status checked = check_edits(view.text, view.paragraphs, *proposed); !checked) {
      fail(runs[i], checked.error().message);
    } else {
      proposals[i] = *std::move(proposed);
      runs[i].message = step.normalizer->notice();
    }
  }

  for (std::size_t i = 0; i < lanes.size(); ++i) {
    if (!runs_on(i)) continue;
    Lane& lane = lanes[i];
    const auto count = static_cast<std::uint32_t>(proposals[i].size());
    if (count > 0) {
      const auto plugin = static_cast<std::uint32_t>(lane.state.plugins.size());
      const Status applied =
          apply_edits(lane.state, std::move(proposals[i]), plugin, static_cast<Offset>(lane.document->text.size()));
      if (applied) {
        runs[i].edits = count;
      } else {
        fail(runs[i], applied.error().message);
      }
    }
    lane.state.plugins.push_back(std::move(runs[i]));
  }
}

}  // namespace

std::vector<NormalizedDocument> run_pipeline(std::span<const Document* const> documents, const Pipeline& pipeline) {
  std::vector<Lane> lanes;
  lanes.reserve(documents.size());
  for (std::size_t i = 0; i < documents.size(); ++i)
    lanes.push_back(start_lane(*documents[i], i + 1 == documents.size() && i > 0));
  for (const PipelineStep& step : pipeline) {
    check_deadline();
    run_step(lanes, step);
  }

  std::vector<NormalizedDocument> result;
  result.reserve(lanes.size());
  for (Lane& lane : lanes) result.push_back(std::move(lane.state));
  return result;
}

}  // namespace storydiff
