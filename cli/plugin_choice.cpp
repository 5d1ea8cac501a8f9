#include "plugin_choice.hpp"

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <utility>

#include "storydiff/plugin_order.hpp"
#include "suggest.hpp"

namespace storydiff::cli {
namespace {

using Json = nlohmann::ordered_json;

const Origin kBuiltIn{"", "built in"};
const Origin kCommandLine{"", "command line"};

/// Why the catalogue has no plugin of `id` although there is something by that name.
const PluginProblem* problem_of(const PluginCatalogue& catalogue, const std::string& id) {
  const auto& problems = catalogue.problems();
  const auto found = std::find_if(problems.begin(), problems.end(), [&](const PluginProblem& p) { return p.id == id; });
  return found == problems.end() ? nullptr : &*found;
}

/// What stands on the command line needs no name of a place.
Error named(const Origin& origin, const Error& error) {
  return {error.code, (origin.file.empty() ? "" : origin.text() + ": ") + error.message};
}

class Choice {
 public:
  explicit Choice(const PluginCatalogue& catalogue) : catalogue_(catalogue) {
    for (const PluginManifest* manifest : catalogue.default_profile())
      chosen_.push_back({manifest->id, kBuiltIn, manifest, "", {}});
  }

  void clear() { chosen_.clear(); }

  Status remove(const PluginNames& names) {
    for (const std::string& id : names.ids) {
      if (const Status there = check_exists(id, names.origin, catalogue_); !there) return there;
      if (const auto place = find(id); place != chosen_.end()) chosen_.erase(place);
    }
    return Success{};
  }

  Status add(const std::string& id, const Origin& origin) {
    if (const Status there = check_exists(id, origin, catalogue_); !there) return there;
    if (find(id) != chosen_.end()) return Success{};
    ChosenPlugin plugin{id, origin, catalogue_.find(id), "", {}};
    if (plugin.manifest == nullptr) plugin.problem = problem_of(catalogue_, id)->message;
    chosen_.push_back(std::move(plugin));
    return Success{};
  }

  /// Checked even where the plugin does not run: a slip shows at once, and not on the day when it does.
  Status set(const ConfiguredOption& option) {
    if (const Status there = check_exists(option.plugin, option.origin, catalogue_); !there) return there;
    const PluginManifest* manifest = catalogue_.find(option.plugin);
    if (manifest == nullptr) return Success{};
    const Result<std::string> json = plugin_option(option.key, option.values, *manifest);
    if (!json) return named(option.origin, json.error());
    if (const auto place = find(option.plugin); place != chosen_.end())
      place->options.insert_or_assign(option.key, ChosenOption{*json, option.origin});
    return Success{};
  }

  /// "key=value,..." of the command line over what the configuration set.
  Status set(const std::string& id, const std::string& settings) {
    const auto place = find(id);
    if (place == chosen_.end() || place->manifest == nullptr) return Success{};
    const Result<std::string> json = plugin_options(settings, *place->manifest);
    if (!json) return json.error();
    const Json options = Json::parse(*json, nullptr, false);
    for (const auto& [key, value] : options.items())
      place->options.insert_or_assign(key, ChosenOption{value.dump(), kCommandLine});
    return Success{};
  }

  Result<std::vector<ChosenPlugin>> in_order(const PluginNames& user) && {
    std::vector<std::string> sorted = user.ids;
    std::sort(sorted.begin(), sorted.end());
    if (const auto twice = std::adjacent_find(sorted.begin(), sorted.end()); twice != sorted.end())
      return Error{ErrorCode::kUsage,
                   user.origin.text() + ": names '" + *twice + "' twice, and a plugin has one place"};
    for (const std::string& id : user.ids)
      if (const Status there = check_exists(id, user.origin, catalogue_); !there) return there.error();
    std::vector<OrderedPlugin> places;
    for (const ChosenPlugin& plugin : chosen_) {
      OrderedPlugin place{plugin.id, {}, {}};
      if (plugin.manifest != nullptr) {
        place.after = plugin.manifest->after;
        place.before = plugin.manifest->before;
      }
      places.push_back(std::move(place));
    }
    const Result<std::vector<std::size_t>> order = order_plugins(places, {user.ids, user.origin.text()});
    if (!order) return order.error();
    std::vector<ChosenPlugin> result;
    for (const std::size_t place : *order) result.push_back(std::move(chosen_[place]));
    return result;
  }

 private:
  std::vector<ChosenPlugin>::iterator find(const std::string& id) {
    return std::find_if(chosen_.begin(), chosen_.end(), [&](const ChosenPlugin& plugin) { return plugin.id == id; });
  }

  const PluginCatalogue& catalogue_;
  std::vector<ChosenPlugin> chosen_;
};

/// "ID" or "ID:key=value,..."
std::pair<std::string, std::string> split_argument(const std::string& argument) {
  const std::size_t colon = std::min(argument.find(':'), argument.size());
  return {argument.substr(0, colon), colon < argument.size() ? argument.substr(colon + 1) : ""};
}

}  // namespace

Status check_exists(const std::string& id, const Origin& origin, const PluginCatalogue& catalogue) {
  if (catalogue.find(id) != nullptr || problem_of(catalogue, id) != nullptr) return Success{};
  std::vector<std::string> known;
  for (const PluginManifest& manifest : catalogue.plugins()) known.push_back(manifest.id);
  const std::string near = did_you_mean(id, known);
  return named(origin,
               {ErrorCode::kNotFound, "there is no plugin '" + id + "'" +
                                          (near.empty() ? "; 'storydiff plugin list' lists those there are" : near)});
}

std::string ChosenPlugin::options_json() const {
  Json json = Json::object();
  for (const auto& [key, option] : options) json[key] = Json::parse(option.json, nullptr, false);
  return json.dump();
}

Result<std::vector<ChosenPlugin>> choose_plugins(const PluginRequest& request, const PluginCatalogue& catalogue) {
  Choice choice(catalogue);
  PluginNames order;
  for (const PluginLayer& layer : request.layers) {
    if (layer.no_defaults) choice.clear();
    if (const Status status = choice.remove(layer.without); !status) return status.error();
    for (const std::string& id : layer.plugins.ids)
      if (const Status status = choice.add(id, layer.plugins.origin); !status) return status.error();
    if (!layer.order.ids.empty()) order = layer.order;
  }
  if (request.no_defaults) choice.clear();
  if (const Status status = choice.remove({request.without, kCommandLine}); !status) return status.error();
  // Of two mentions of one plugin the last one counts, whole.
  std::map<std::string, std::string> settings;
  for (const std::string& argument : request.plugins) {
    const auto [id, text] = split_argument(argument);
    if (const Status status = choice.add(id, kCommandLine); !status) return status.error();
    settings.insert_or_assign(id, text);
  }
  if (!request.order.empty()) order = {request.order, {"", "--plugin-order"}};

  for (const PluginLayer& layer : request.layers)
    for (const ConfiguredOption& option : layer.options)
      if (const Status status = choice.set(option); !status) return status.error();
  for (const auto& [id, text] : settings)
    if (const Status status = choice.set(id, text); !status) return status.error();
  return std::move(choice).in_order(order);
}

}  // namespace storydiff::cli
