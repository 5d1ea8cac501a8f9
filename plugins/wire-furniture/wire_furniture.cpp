// The plugin: the rules of rules.json behind the plugin ABI.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <storydiff/plugin.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/propose.hpp"
#include "engine/rule_file.hpp"
#include "options.hpp"

namespace wire_furniture {
namespace {

namespace plugin = storydiff::plugin;
namespace rules = storydiff::rules;

class WireFurniture : public plugin::Normalizer {
 public:
  static constexpr plugin::Info kInfo{
      .id = "wire-furniture",
      .name = "Wire furniture",
      .version = "1.0.0",
      .vendor = "storydiff",
      .licence = "MIT",
      .summary = "Drops what wire services wrap around a story: datelines, bylines, credits, slugs, copyright tails.",
      .languages = "en",
      .roles =
          "bio bullet byline caption contact copyright correction-notice credit crosshead dateline "
          "editors-note end-mark headline keywords lede list-footer masthead page-break publication-date "
          "related section separator signoff slug standfirst tag-line tip-line update-note url",
      .options_schema =
          R"({"type": "object", "additionalProperties": false, "properties": {"keep-roles": {"type": "array", "items": {"type": "string"}, "description": "Roles that stay in the story, such as \"headline\""}, "mark": {"type": "boolean", "default": false, "description": "Mark furniture instead of dropping it"}}})",
      .flags = STORYDIFF_IDEMPOTENT | STORYDIFF_THREAD_SAFE};

  WireFurniture(std::string_view options_json, const plugin::Host& host) {
    std::string error;
    options_ = read_options(options_json, error);
    if (!error.empty()) throw plugin::Failure(error);
    const std::string path = host.folder() + "/rules.json";
    std::ifstream file(path, std::ios::binary);
    if (!file) throw plugin::Failure(path + ": can not be read");
    const std::string json{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    std::optional<rules::RuleSet> read = rules::read_rules(json, error);
    if (!read) throw plugin::Failure(path + ": " + error);
    rules_ = std::move(*read);
  }

  void normalize(const plugin::View& view, plugin::Sink& sink) override {
    std::vector<rules::Range> paragraphs;
    paragraphs.reserve(view.paragraphs().size());
    for (const auto& span : view.paragraphs())
      paragraphs.push_back({static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.end)});
    for (const rules::Proposal& proposal : rules::propose(rules_, view.text(), paragraphs, options_.keep_roles)) {
      const std::string role(proposal.role);
      const std::string rule(proposal.rule);
      if (!options_.mark) {
        sink.drop({proposal.drop.begin, proposal.drop.end}, role, rule);
        if (role == "dateline") mark_lede(view, proposal.drop.end, sink);
      } else if (!is_marked(view, proposal)) {
        sink.mark({proposal.mark.begin, proposal.mark.end}, role, rule);
      }
    }
  }

 private:
  /// What a dateline opened is the lede: said with a mark, for plugins that come after and can no
  /// longer see the dateline.
  static void mark_lede(const plugin::View& view, std::size_t begin, plugin::Sink& sink) {
    const auto paragraphs = view.paragraphs();
    const auto paragraph = std::partition_point(paragraphs.begin(), paragraphs.end(),
                                                [&](const plugin::Span& span) { return span.end <= begin; });
    if (paragraph != paragraphs.end() && paragraph->begin < begin)
      sink.mark({begin, paragraph->end}, "lede", "dateline-lede");
  }

  /// So that a second run proposes nothing when it marks, either.
  static bool is_marked(const plugin::View& view, const rules::Proposal& proposal) {
    for (const storydiff_mark& mark : view.marks())
      if (mark.span.begin == proposal.mark.begin && mark.span.end == proposal.mark.end && mark.role == proposal.role &&
          mark.rule == proposal.rule)
        return true;
    return false;
  }

  rules::RuleSet rules_;
  Options options_;
};

}  // namespace

STORYDIFF_EXPORT_PLUGIN(WireFurniture)

}  // namespace wire_furniture
