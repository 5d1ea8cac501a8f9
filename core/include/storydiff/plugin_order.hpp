/// \file plugin_order.hpp
/// In which order plugins run: what their manifests and the user say must hold, all else stays.
///
///     Result<std::vector<std::size_t>> order = order_plugins(plugins, {{"b", "a"}, "--plugin-order"});
///
/// Two kinds of order meet here. The order in which the plugins are given is a wish: the default
/// profile by `default_order`, then what was added, as it was added. The manifests' `after` and
/// `before`, and an order that the user spelled out, are rules.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "storydiff/result.hpp"

namespace storydiff {

/// A plugin that is to run, and whom it knows of.
struct OrderedPlugin {
  std::string id;
  std::vector<std::string> after;  ///< ids; those of plugins that do not run mean nothing
  std::vector<std::string> before;
};

/// Ids of which each runs before the next; those of plugins that do not run are passed over.
struct ExplicitOrder {
  std::vector<std::string> ids;
  std::string said_by;  ///< who says so, for messages: "--plugin-order", "storydiff.toml: plugin-order"
};

/// Indices into `plugins` (ids distinct) in the order in which they run: of all orders that keep the
/// rules, the one in which the first plugin of the wish has the earliest place, then the second, and so
/// on. So without rules nothing moves, and one that must run early is drawn forward rather than others
/// pushed back. Rules that contradict each other are an error that names the whole cycle: "a runs
/// before b (plugin.json of a), b before a (--plugin-order)". O((plugins + rules) log plugins).
[[nodiscard]] Result<std::vector<std::size_t>> order_plugins(std::span<const OrderedPlugin> plugins,
                                                             const ExplicitOrder& user);

}  // namespace storydiff
