#include "plugin/rules_plugin.hpp"

#include <system_error>
#include <utility>

#include "plugin/abi_normalizer.hpp"
#include "plugin/library_plugin.hpp"

namespace storydiff::plugin_host {

Result<std::shared_ptr<Normalizer>> make_rules_normalizer(const PluginManifest& plugin, const PluginManifest* engine,
                                                          std::string options_json) {
  const std::string name = "plugin '" + plugin.id + "': ";
  PluginManifest in_rules = plugin;
  in_rules.folder = plugin.folder / plugin.rules;
  std::error_code error;
  if (!std::filesystem::is_directory(in_rules.folder, error))
    return Error{ErrorCode::kNotFound, name + "its folder of rules " + in_rules.folder.string() +
                                           " does not exist: make it, or correct 'rules' in plugin.json"};
  if (engine == nullptr || engine->kind != PluginKind::kLibrary)
    return Error{ErrorCode::kNotFound, name + "what runs rules, the plugin '" + kRulesEngine +
                                           "' of storydiff, was not found: install storydiff with its plugins"};
  const auto library = open_plugin_library(engine->folder / engine->library);
  if (!library) return Error{library.error().code, name + "'" + kRulesEngine + "': " + library.error().message};
  return make_abi_normalizer(**library, *engine, in_rules, std::move(options_json));
}

}  // namespace storydiff::plugin_host
