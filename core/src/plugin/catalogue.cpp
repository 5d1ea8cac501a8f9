#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "plugin/abi_normalizer.hpp"
#include "plugin/isolated_normalizer.hpp"
#include "plugin/lazy_normalizer.hpp"
#include "plugin/library_plugin.hpp"
#include "plugin/manifest.hpp"
#include "plugin/options.hpp"
#include "plugin/rules_plugin.hpp"
#include "plugin/text.hpp"
#include "storydiff/plugin_catalogue.hpp"

namespace storydiff {
namespace {

using std::filesystem::path;

using plugin_host::kManifestName;

/// The manifests directly below `folder`, sorted by name, so that discovery is deterministic.
std::vector<path> manifests_below(const path& folder, std::vector<PluginProblem>& problems) {
  std::error_code ec;
  if (!std::filesystem::is_directory(folder, ec)) {
    problems.push_back({folder, "", folder.string() + ": no such folder: correct the plugin path"});
    return {};
  }
  if (std::filesystem::exists(folder / kManifestName, ec)) {
    problems.push_back({folder, "", folder.string() + ": is a plugin's own folder: name the folder above it"});
  }
  std::vector<path> manifests;
  // By the iterator's throwing step: the other one ends the program where there is no memory.
  std::error_code unlisted;
  try {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      std::error_code ignored;
      if (const path manifest = entry.path() / kManifestName; std::filesystem::exists(manifest, ignored)) {
        manifests.push_back(manifest);
      }
    }
  } catch (const std::filesystem::filesystem_error& error) {
    unlisted = error.code();
  }
  if (unlisted) problems.push_back({folder, "", folder.string() + ": can not be listed: " + unlisted.message()});
  std::sort(manifests.begin(), manifests.end());
  return manifests;
}

/// One plugin's manifests: more than one is a conflict that no order of folders settles silently.
PluginProblem conflict(const std::vector<PluginManifest>& rivals) {
  std::string files;
  for (const PluginManifest& rival : rivals) {
    files += (files.empty() ? "" : " and ") + (rival.folder / kManifestName).string();
  }
  const std::string& id = rivals.front().id;
  return {rivals.front().folder / kManifestName, id,
          "plugin '" + id + "' stands in " + files + ": remove all but one, or give them different ids"};
}

bool is_trusted(const PluginManifest& manifest, const PluginPolicy& policy) {
  if (std::find(policy.in_process.begin(), policy.in_process.end(), manifest.id) != policy.in_process.end())
    return true;
  std::error_code ec;
  return !policy.trusted_folder.empty() &&
         std::filesystem::equivalent(manifest.folder.parent_path(), policy.trusted_folder, ec);
}

Result<std::shared_ptr<Normalizer>> load_in_process(const PluginManifest& manifest, std::string options_json) {
  const auto library = plugin_host::open_plugin_library(manifest.folder / manifest.library);
  if (!library) return Error{library.error().code, "plugin '" + manifest.id + "': " + library.error().message};
  return plugin_host::make_abi_normalizer(**library, manifest, std::move(options_json));
}

/// Rules are data and run in this process; so what runs them must be trusted, unless the caller trusts
/// all of the plugin.
Result<std::shared_ptr<Normalizer>> load_rules(const PluginManifest& manifest, const PluginManifest* engine,
                                               std::string options_json, const PluginPolicy& policy) {
  if (engine != nullptr && !is_trusted(*engine, policy) && !is_trusted(manifest, policy))
    return Error{ErrorCode::kPlugin, "plugin '" + manifest.id + "': what would run its rules, " +
                                         engine->folder.string() +
                                         ", did not come with storydiff: remove it, or install storydiff anew"};
  return plugin_host::make_rules_normalizer(manifest, engine, std::move(options_json));
}

}  // namespace

PluginCatalogue PluginCatalogue::discover(const std::vector<path>& folders) {
  PluginCatalogue catalogue;
  std::map<std::string, std::vector<PluginManifest>> by_id;
  std::set<std::pair<dev_t, ino_t>> seen;  // a folder that is listed twice is no conflict
  for (const path& folder : folders) {
    for (const path& file : manifests_below(folder, catalogue.problems_)) {
      struct stat facts {};
      if (::stat(file.c_str(), &facts) == 0 && !seen.emplace(facts.st_dev, facts.st_ino).second) continue;
      plugin_host::ManifestReading reading = plugin_host::read_folder(file.parent_path());
      if (reading.manifest) {
        by_id[reading.id].push_back(std::move(*reading.manifest));
      } else {
        catalogue.problems_.push_back({file, reading.id, reading.manifest.error().message});
      }
    }
  }
  for (auto& [id, manifests] : by_id) {
    if (manifests.size() > 1) {
      catalogue.problems_.push_back(conflict(manifests));
    } else {
      catalogue.plugins_.push_back(std::move(manifests.front()));
    }
  }
  return catalogue;
}

PluginCatalogue PluginCatalogue::with(PluginManifest plugin) const {
  PluginCatalogue result = *this;
  const auto same_id = [&](const auto& other) { return other.id == plugin.id; };
  std::erase_if(result.plugins_, same_id);
  std::erase_if(result.problems_, same_id);
  const auto place = std::find_if(result.plugins_.begin(), result.plugins_.end(),
                                  [&](const PluginManifest& other) { return other.id > plugin.id; });
  result.plugins_.insert(place, std::move(plugin));
  return result;
}

const PluginManifest* PluginCatalogue::find(std::string_view id) const {
  const auto found =
      std::lower_bound(plugins_.begin(), plugins_.end(), id,
                       [](const PluginManifest& plugin, std::string_view key) { return plugin.id < key; });
  return found != plugins_.end() && found->id == id ? &*found : nullptr;
}

std::vector<const PluginManifest*> PluginCatalogue::default_profile() const {
  std::vector<const PluginManifest*> profile;
  for (const PluginManifest& plugin : plugins_) {
    if (plugin.default_order > 0) profile.push_back(&plugin);
  }
  // Stable: plugins_ is sorted by id, which settles equal places.
  std::stable_sort(profile.begin(), profile.end(),
                   [](const auto* a, const auto* b) { return a->default_order < b->default_order; });
  return profile;
}

Result<std::shared_ptr<Normalizer>> PluginCatalogue::load(std::string_view id, std::string_view options_json) const {
  PluginPolicy trusting;
  trusting.in_process.emplace_back(id);
  return load(id, options_json, trusting);
}

Result<std::shared_ptr<Normalizer>> PluginCatalogue::load(std::string_view id, std::string_view options_json,
                                                          const PluginPolicy& policy) const {
  const PluginManifest* manifest = find(id);
  if (manifest == nullptr) {
    for (const PluginProblem& problem : problems_) {
      if (problem.id == id) return Error{ErrorCode::kInvalidInput, problem.message};
    }
    std::vector<std::string_view> known;
    for (const PluginManifest& plugin : plugins_) known.push_back(plugin.id);
    return Error{ErrorCode::kNotFound, "there is no plugin '" + plugin_host::one_line(id) +
                                           "'; found are: " + plugin_host::quoted_list(known)};
  }
  auto options = plugin_host::check_options(*manifest, options_json);
  if (!options) return options.error();
  if (manifest->kind == PluginKind::kRules)
    return load_rules(*manifest, find(plugin_host::kRulesEngine), *std::move(options), policy);
  if (manifest->kind == PluginKind::kLibrary && is_trusted(*manifest, policy))
    return load_in_process(*manifest, *std::move(options));
  return plugin_host::make_isolated_normalizer(*manifest, *std::move(options), policy);
}

Result<std::shared_ptr<Normalizer>> PluginCatalogue::load_when_needed(std::string_view id,
                                                                      std::string_view options_json,
                                                                      const PluginPolicy& policy) const {
  const PluginManifest* manifest = find(id);
  if (manifest == nullptr || manifest->media_types.empty()) return load(id, options_json, policy);
  auto options = plugin_host::check_options(*manifest, options_json);
  if (!options) return options.error();
  // A catalogue of its own, so that it need not outlive the one it was found in.
  PluginCatalogue own;
  own.plugins_.push_back(*manifest);
  if (const PluginManifest* engine = find(plugin_host::kRulesEngine); engine != nullptr && engine != manifest)
    own.plugins_.insert(engine->id < manifest->id ? own.plugins_.begin() : own.plugins_.end(), *engine);
  auto later = [own = std::move(own), key = std::string(id), settings = std::string(options_json), policy] {
    return own.load(key, settings, policy);
  };
  return plugin_host::make_lazy_normalizer(*manifest, *std::move(options), std::move(later));
}

}  // namespace storydiff
