#include "storydiff/plugin_order.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <queue>
#include <string_view>

namespace storydiff {
namespace {

/// One plugin runs before another, and who says so.
struct Rule {
  std::size_t first;
  std::size_t then;
  std::string said_by;
};

std::vector<Rule> collect_rules(std::span<const OrderedPlugin> plugins, const ExplicitOrder& user) {
  std::map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < plugins.size(); ++i) places.emplace(plugins[i].id, i);

  std::vector<Rule> rules;
  for (std::size_t i = 0; i < plugins.size(); ++i) {
    const std::string said_by = "plugin.json of " + plugins[i].id;
    for (const std::string& id : plugins[i].after)
      if (const auto other = places.find(id); other != places.end()) rules.push_back({other->second, i, said_by});
    for (const std::string& id : plugins[i].before)
      if (const auto other = places.find(id); other != places.end()) rules.push_back({i, other->second, said_by});
  }
  auto last = places.end();
  for (const std::string& id : user.ids) {
    const auto place = places.find(id);
    if (place == places.end()) continue;
    if (last != places.end()) rules.push_back({last->second, place->second, user.said_by});
    last = place;
  }
  return rules;
}

/// `waiting[i]`: i could not be placed, so one that must follow it could not either; going on from one to
/// the next must come upon a cycle.
Error cycle_error(std::span<const OrderedPlugin> plugins, const std::vector<Rule>& rules,
                  const std::vector<bool>& waiting) {
  constexpr std::size_t kNone = SIZE_MAX;
  std::vector<std::size_t> rule_from(plugins.size(), kNone);
  for (std::size_t r = 0; r < rules.size(); ++r)
    if (waiting[rules[r].then] && rule_from[rules[r].first] == kNone) rule_from[rules[r].first] = r;

  auto at = static_cast<std::size_t>(std::find(waiting.begin(), waiting.end(), true) - waiting.begin());
  std::vector<bool> seen(plugins.size(), false);
  while (!seen[at]) {
    seen[at] = true;
    at = rules[rule_from[at]].then;
  }
  std::vector<const Rule*> cycle;
  const std::size_t entry = at;
  do {
    cycle.push_back(&rules[rule_from[at]]);
    at = cycle.back()->then;
  } while (at != entry);
  const auto earliest =
      std::min_element(cycle.begin(), cycle.end(), [](const Rule* a, const Rule* b) { return a->first < b->first; });
  std::rotate(cycle.begin(), earliest, cycle.end());

  std::string message = "the plugins can not be put in order: ";
  for (const Rule* rule : cycle) {
    message += rule == cycle.front() ? "" : ", ";
    message += plugins[rule->first].id + (rule == cycle.front() ? " runs before " : " before ") +
               plugins[rule->then].id + " (" + rule->said_by + ")";
  }
  return {ErrorCode::kUsage, message};
}

}  // namespace

Result<std::vector<std::size_t>> order_plugins(std::span<const OrderedPlugin> plugins, const ExplicitOrder& user) {
  const std::vector<Rule> rules = collect_rules(plugins, user);
  std::vector<std::vector<std::size_t>> predecessors(plugins.size());
  std::vector<std::size_t> followers(plugins.size(), 0);
  for (const Rule& rule : rules) {
    predecessors[rule.then].push_back(rule.first);
    ++followers[rule.first];
  }

  // From the end: who comes last in the wish and need not run before anyone left runs last. That leaves
  // the earliest places to those that come first in the wish.
  std::priority_queue<std::size_t> ready;
  for (std::size_t i = 0; i < plugins.size(); ++i)
    if (followers[i] == 0) ready.push(i);
  std::vector<std::size_t> order;
  std::vector<bool> waiting(plugins.size(), true);
  while (!ready.empty()) {
    const std::size_t last = ready.top();
    ready.pop();
    order.push_back(last);
    waiting[last] = false;
    for (const std::size_t predecessor : predecessors[last])
      if (--followers[predecessor] == 0) ready.push(predecessor);
  }
  if (order.size() < plugins.size()) return cycle_error(plugins, rules, waiting);
  std::reverse(order.begin(), order.end());
  return order;
}

}  // namespace storydiff
