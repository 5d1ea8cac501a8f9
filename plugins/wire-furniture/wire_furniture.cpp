// The plugin: its rules behind the plugin ABI, and the lede that a dateline opens.
#include <algorithm>
#include <storydiff/plugin.hpp>

#include "engine/furniture_plugin.hpp"

namespace wire_furniture {
namespace {

namespace plugin = storydiff::plugin;
namespace rules = storydiff::rules;

class WireFurniture : public rules::FurniturePlugin {
 public:
  static constexpr plugin::Info kInfo{
      .id = "wire-furniture",
      .name = "Wire furniture",
      .version = "1.1.0",
      .vendor = "storydiff",
      .licence = "MIT",
      .summary = "Drops what wire services wrap around a story: datelines, bylines, credits, slugs, copyright tails.",
      .languages = "en fr de es it pt",
      .roles =
          "advisory bio bullet byline caption contact copyright correction-notice credit crosshead "
          "dateline disclaimer editors-note embargo end-mark hashtags headline keywords lede "
          "list-footer masthead page-break photo-credit publication-date related section separator "
          "share signoff slug standards standfirst subscribe tag-line tip-line update-note url",
      .options_schema = rules::kOptionsSchema,
      .flags = STORYDIFF_IDEMPOTENT | STORYDIFF_THREAD_SAFE};

  using FurniturePlugin::FurniturePlugin;

 private:
  /// What a dateline opened is the lede: said with a mark, for plugins that come after and can no
  /// longer see the dateline.
  void dropped(const rules::Proposal& proposal, const plugin::View& view, plugin::Sink& sink) override {
    if (proposal.role != "dateline") return;
    const auto begin = static_cast<std::uint64_t>(proposal.drop.end);
    const auto paragraphs = view.paragraphs();
    const auto paragraph = std::partition_point(paragraphs.begin(), paragraphs.end(),
                                                [&](const plugin::Span& span) { return span.end <= begin; });
    if (paragraph != paragraphs.end() && paragraph->begin < begin)
      sink.mark({begin, paragraph->end}, "lede", "dateline-lede");
  }
};

}  // namespace

STORYDIFF_EXPORT_PLUGIN(WireFurniture)

}  // namespace wire_furniture
