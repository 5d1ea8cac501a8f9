#include "storydiff/plugin_order.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace storydiff;

namespace {

std::string ids_of(const std::vector<OrderedPlugin>& plugins, const std::vector<std::size_t>& order) {
  std::string ids;
  for (const std::size_t place : order) ids += (ids.empty() ? "" : " ") + plugins[place].id;
  return ids;
}

std::size_t place_in(const std::vector<OrderedPlugin>& plugins, const std::vector<std::size_t>& order,
                     const std::string& id) {
  for (std::size_t i = 0; i < order.size(); ++i)
    if (plugins[order[i]].id == id) return i;
  return order.size();
}

bool keeps_rules(const std::vector<OrderedPlugin>& plugins, const std::vector<std::size_t>& order,
                 const ExplicitOrder& user) {
  const auto place = [&](const std::string& id) { return place_in(plugins, order, id); };
  const auto both_run = [&](const std::string& a, const std::string& b) {
    return place(a) < order.size() && place(b) < order.size();
  };
  for (const OrderedPlugin& plugin : plugins) {
    for (const std::string& id : plugin.after)
      if (both_run(id, plugin.id) && place(id) >= place(plugin.id)) return false;
    for (const std::string& id : plugin.before)
      if (both_run(id, plugin.id) && place(plugin.id) >= place(id)) return false;
  }
  std::vector<std::string> running;
  for (const std::string& id : user.ids)
    if (place(id) < order.size()) running.push_back(id);
  for (std::size_t i = 1; i < running.size(); ++i)
    if (place(running[i - 1]) >= place(running[i])) return false;
  return true;
}

/// Tries all orders, and keeps the one with the earliest place for the first plugin, then for the second, ...
std::optional<std::vector<std::size_t>> naive_order(const std::vector<OrderedPlugin>& plugins,
                                                    const ExplicitOrder& user) {
  std::vector<std::size_t> order(plugins.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<std::size_t> best_places;
  std::optional<std::vector<std::size_t>> best;
  do {
    if (!keeps_rules(plugins, order, user)) continue;
    std::vector<std::size_t> places(order.size());
    for (std::size_t place = 0; place < order.size(); ++place) places[order[place]] = place;
    if (best && best_places <= places) continue;
    best_places = places;
    best = order;
  } while (std::next_permutation(order.begin(), order.end()));
  return best;
}

}  // namespace

TEST_CASE("plugins run in the order given, except where a rule says otherwise") {
  struct Row {
    std::vector<OrderedPlugin> plugins;
    std::vector<std::string> user;
    std::string order;
  };
  const Row rows[] = {
      {{}, {}, ""},
      {{{"b", {}, {}}, {"a", {}, {}}}, {}, "b a"},
      {{{"a", {"b"}, {}}, {"b", {}, {}}}, {}, "b a"},
      {{{"a", {}, {}}, {"b", {}, {"a"}}}, {}, "b a"},
      {{{"a", {"c"}, {}}, {"b", {}, {}}, {"c", {}, {}}}, {}, "c a b"},
      {{{"a", {"nowhere"}, {}}, {"b", {}, {"nowhere"}}}, {}, "a b"},
      {{{"a", {}, {}}, {"b", {}, {}}, {"c", {}, {}}}, {"c", "a"}, "c a b"},
      {{{"a", {}, {}}, {"b", {}, {}}, {"c", {}, {}}}, {"c", "b", "a"}, "c b a"},
      {{{"a", {}, {}}, {"b", {}, {}}}, {"b", "nowhere", "a"}, "b a"},
      {{{"a", {}, {}}, {"b", {}, {}}}, {"b"}, "a b"},
      {{{"a", {"b"}, {}}, {"b", {}, {"a"}}}, {"b", "a"}, "b a"},
      {{{"d", {}, {}}, {"c", {}, {"d"}}, {"b", {}, {"c"}}, {"a", {}, {"b"}}}, {}, "a b c d"},
      {{{"x", {"html"}, {}}, {"html", {}, {}}, {"y", {"html"}, {}}}, {}, "html x y"},
  };
  for (const Row& row : rows) {
    const Result<std::vector<std::size_t>> order = order_plugins(row.plugins, {row.user, "the test"});
    REQUIRE(order.ok());
    CHECK(ids_of(row.plugins, *order) == row.order);
  }
}

TEST_CASE("rules that contradict each other are refused, and the cycle is named") {
  struct Row {
    std::vector<OrderedPlugin> plugins;
    std::vector<std::string> user;
    std::string cycle;
  };
  const Row rows[] = {
      {{{"a", {}, {"b"}}, {"b", {}, {"a"}}}, {}, "a runs before b (plugin.json of a), b before a (plugin.json of b)"},
      {{{"a", {}, {"b"}}, {"b", {}, {}}}, {"b", "a"}, "a runs before b (plugin.json of a), b before a (the user)"},
      {{{"a", {"b"}, {}}, {"b", {"c"}, {}}, {"c", {"a"}, {}}},
       {},
       "a runs before c (plugin.json of c), c before b (plugin.json of b), b before a (plugin.json of a)"},
      {{{"a", {"a"}, {}}}, {}, "a runs before a (plugin.json of a)"},
      {{{"a", {}, {}}, {"b", {}, {}}}, {"a", "b", "a"}, "a runs before b (the user), b before a (the user)"},
      // What hangs on a cycle is no part of it.
      {{{"z", {"b"}, {}}, {"a", {"b"}, {}}, {"b", {"a"}, {}}},
       {},
       "a runs before b (plugin.json of b), b before a (plugin.json of a)"},
  };
  for (const Row& row : rows) {
    const Result<std::vector<std::size_t>> order = order_plugins(row.plugins, {row.user, "the user"});
    REQUIRE_FALSE(order.ok());
    CHECK(order.error().message == "the plugins can not be put in order: " + row.cycle);
  }
}

TEST_CASE("the order is that of the naive twin, which tries them all") {
  std::mt19937 random(20261125);
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
  std::size_t refused = 0;
  for (int round = 0; round < 2000; ++round) {
    const std::size_t count = 1 + below(6);
    std::vector<OrderedPlugin> plugins;
    for (std::size_t i = 0; i < count; ++i) plugins.push_back({std::string(1, static_cast<char>('a' + i)), {}, {}});
    for (std::size_t rules = below(count + 2); rules > 0; --rules) {
      const std::string other(1, static_cast<char>('a' + below(count + 1)));
      OrderedPlugin& plugin = plugins[below(count)];
      (below(2) == 0 ? plugin.after : plugin.before).push_back(other);
    }
    ExplicitOrder user{{}, "the user"};
    for (std::size_t named = below(3); named > 0; --named)
      user.ids.emplace_back(1, static_cast<char>('a' + below(count + 1)));

    const auto expected = naive_order(plugins, user);
    const Result<std::vector<std::size_t>> order = order_plugins(plugins, user);
    INFO("round " << round);
    REQUIRE(order.ok() == expected.has_value());
    if (order)
      CHECK(*order == *expected);
    else
      ++refused;
  }
  CHECK(refused > 100);
  CHECK(refused < 1900);
}

TEST_CASE("a thousand plugins that each follow the next are put in order at once") {
  std::vector<OrderedPlugin> plugins;
  for (int i = 0; i < 1000; ++i) plugins.push_back({std::to_string(i), {std::to_string(i + 1)}, {}});
  const Result<std::vector<std::size_t>> order = order_plugins(plugins, {});
  REQUIRE(order.ok());
  CHECK(order->front() == 999);
  CHECK(order->back() == 0);
}
