// The plugin: reads the options and the view, asks a strategy for a plan, proposes its moves.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <storydiff/plugin.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "follow_counterpart.hpp"
#include "lead_first.hpp"

namespace {

namespace order = storydiff::paragraph_order;
namespace plugin = storydiff::plugin;

std::vector<std::string_view> paragraphs_of(const plugin::View& view) {
  std::vector<std::string_view> texts;
  texts.reserve(view.paragraphs().size());
  for (const plugin::Span span : view.paragraphs()) texts.push_back(view.text(span));
  return texts;
}

/// The paragraphs in which a mark of role "lede" begins, each once, ascending.
std::vector<std::uint32_t> lede_marks(const plugin::View& view) {
  const auto paragraphs = view.paragraphs();
  std::vector<std::uint32_t> marked;
  for (const storydiff_mark& mark : view.marks()) {
    if (std::string_view(mark.role) != "lede") continue;
    const auto after = std::upper_bound(paragraphs.begin(), paragraphs.end(), mark.span.begin,
                                        [](std::uint64_t begin, const plugin::Span& span) { return begin < span.end; });
    if (after == paragraphs.end()) continue;
    marked.push_back(static_cast<std::uint32_t>(after - paragraphs.begin()));
  }
  std::sort(marked.begin(), marked.end());
  marked.erase(std::unique(marked.begin(), marked.end()), marked.end());
  return marked;
}

class ParagraphOrder : public plugin::Normalizer {
 public:
  static constexpr plugin::Info kInfo{
      .id = "paragraph-order",
      .name = "Paragraph order",
      .version = "1.0.0",
      .vendor = "storydiff",
      .licence = "MIT",
      .summary = "Puts the paragraphs of a shuffled story back into an order of reading.",
      .languages = "en",
      .roles = "",
      .options_schema =
          R"({"type":"object","additionalProperties":false,"properties":{"strategy":{"type":"string",)"
          R"("enum":["lead-first","follow-counterpart"],"default":"lead-first",)"
          R"("description":"lead-first: the lede first and the rest by the story's own cues, where a dateline shows a shuffle. follow-counterpart: the order of the other text."}}})",
      .flags = STORYDIFF_IDEMPOTENT};

  ParagraphOrder(std::string_view options_json, const plugin::Host&) {
    const nlohmann::json options = nlohmann::json::parse(options_json);
    const std::string strategy = options.value("strategy", "lead-first");
    if (strategy != "lead-first" && strategy != "follow-counterpart")
      throw plugin::Failure("option 'strategy' is '" + strategy + "'; give lead-first or follow-counterpart");
    follow_ = strategy == "follow-counterpart";
  }

  void normalize(const plugin::View& view, plugin::Sink& sink) override {
    for (const order::Move& move : order::moves_for(plan(view)))
      sink.move(move.first, move.count, move.before, std::string(move.rule));
  }

 private:
  [[nodiscard]] order::Plan plan(const plugin::View& view) const {
    if (!follow_) return order::plan_lead_first(paragraphs_of(view), lede_marks(view));
    // Both sides see each other as they were: if both followed, they would only change places.
    if (!view.has_counterpart() || view.metadata("side") == "target") return {};
    return order::plan_follow_counterpart(paragraphs_of(view), paragraphs_of(view.counterpart()));
  }

  bool follow_ = false;
};

}  // namespace

STORYDIFF_EXPORT_PLUGIN(ParagraphOrder)
