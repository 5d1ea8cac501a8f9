#include "furniture_plugin.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rule_folder.hpp"

namespace storydiff::rules {
namespace {

/// So that a second run proposes nothing when it marks, either.
bool is_marked(const plugin::View& view, const Proposal& proposal) {
  for (const storydiff_mark& mark : view.marks())
    if (mark.span.begin == proposal.mark.begin && mark.span.end == proposal.mark.end && mark.role == proposal.role &&
        mark.rule == proposal.rule)
      return true;
  return false;
}

}  // namespace

FurniturePlugin::FurniturePlugin(std::string_view options_json, const plugin::Host& host)
    : FurniturePlugin(options_json, host.folder() + "/rules") {}

FurniturePlugin::FurniturePlugin(std::string_view options_json, const std::string& folder) {
  std::string error;
  options_ = read_options(options_json, error);
  if (!error.empty()) throw plugin::Failure(error);
  std::optional<RuleSet> read = read_rule_folder(folder, error);
  if (!read) throw plugin::Failure(error);
  rules_ = std::move(*read);
}

void FurniturePlugin::normalize(const plugin::View& view, plugin::Sink& sink) {
  std::vector<Range> paragraphs;
  paragraphs.reserve(view.paragraphs().size());
  for (const auto& span : view.paragraphs())
    paragraphs.push_back({static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.end)});
  for (const Proposal& proposal : propose(rules_, view.text(), paragraphs, options_.keep_roles)) {
    const std::string role(proposal.role);
    const std::string rule(proposal.rule);
    if (!options_.mark) {
      sink.drop({proposal.drop.begin, proposal.drop.end}, role, rule);
      dropped(proposal, view, sink);
    } else if (!is_marked(view, proposal)) {
      sink.mark({proposal.mark.begin, proposal.mark.end}, role, rule);
    }
  }
}

}  // namespace storydiff::rules
