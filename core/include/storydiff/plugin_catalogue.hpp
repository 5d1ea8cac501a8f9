/// \file plugin_catalogue.hpp
/// Which plugins there are, known from their manifests alone: listing loads no code.
///
/// A plugin is a folder that holds `plugin.json` (the manifest) and what it names: a library, a
/// command or a rule folder, and any data files. The catalogue looks for such folders directly below each search
/// folder.
///
///     PluginCatalogue catalogue = PluginCatalogue::discover(plugin_search_folders({}, installed));
///     Result<std::shared_ptr<Normalizer>> normalizer = catalogue.load("wire-furniture", "{}");
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "storydiff/pipeline.hpp"
#include "storydiff/result.hpp"

namespace storydiff {

/// What a plugin is made of. Each kind is named by a manifest key of its own; a manifest has one.
enum class PluginKind : std::uint8_t {
  kLibrary,  ///< `library`: a shared library behind the C ABI
  kCommand,  ///< `command`: a program of any language, one JSON line in, one JSON line out
  kRules,    ///< `rules`: a folder of rule files, which a bundled engine runs; no code at all
};

/// The facts of `plugin.json`. The same facts stand in the library's descriptor, and loading
/// refuses a library whose id or version differ from the manifest's.
struct PluginManifest {
  std::string id;
  std::string name;
  std::string version;
  std::string vendor;
  std::string licence;
  std::string summary;
  std::vector<std::string> languages;  ///< BCP 47 tags; empty: any language
  std::vector<std::string> roles;      ///< roles that its drops and marks can have
  bool idempotent = false;
  bool needs_counterpart = false;
  bool thread_safe = false;
  /// Place in the default profile, ascending; 0: not in it, runs only when asked for.
  std::uint32_t default_order = 0;
  /// Ids of plugins that this one runs after, or before, where both run.
  std::vector<std::string> after;
  std::vector<std::string> before;
  /// Runs only on documents of these media types; empty: on any.
  std::vector<std::string> media_types;
  [[nodiscard]] bool runs_on(std::string_view media_type) const {
    return media_types.empty() || std::find(media_types.begin(), media_types.end(), media_type) != media_types.end();
  }
  PluginKind kind = PluginKind::kLibrary;
  std::string library;               ///< kLibrary: file name of the library, relative to the folder
  std::vector<std::string> command;  ///< kCommand: program and arguments; run with the folder as working directory
  std::string rules;                 ///< kRules: name of the folder of rule files, relative to the folder
  std::string options_schema;        ///< JSON Schema of the options, as JSON text
  std::filesystem::path folder;      ///< where the manifest lies
};

/// A manifest or folder that could not be used, and why. Never fatal by itself.
struct PluginProblem {
  std::filesystem::path path;
  std::string id;       ///< empty when not even the id could be read
  std::string message;  ///< one line: what, where, what to do
};

/// Whether a plugin may have this id: lower-case letters, digits, '.' and '-', a letter or digit first.
[[nodiscard]] bool is_plugin_id(std::string_view id);

/// Reads and checks one manifest file. Loads no code.
[[nodiscard]] Result<PluginManifest> read_plugin_manifest(const std::filesystem::path& manifest_file);

/// The plugin of a folder: that of its `plugin.json`. Where this names a library that does not lie
/// beside it, and the plugin has been built below the folder as the templates do it, the plugin in
/// `build/plugins/ID`: so the folder of a plugin's sources serves like that of an installed one.
/// Loads no code.
[[nodiscard]] Result<PluginManifest> read_plugin_folder(const std::filesystem::path& folder);

/// The options as canonical JSON text (keys sorted, no white space), checked against the manifest's schema.
/// The error names the plugin, the option, and what it may be. Loads no code.
[[nodiscard]] Result<std::string> check_plugin_options(const PluginManifest& manifest, std::string_view options_json);

/// Where plugins are looked for, first to last: `extra`, then STORYDIFF_PLUGIN_PATH (separated by
/// colons), then `$XDG_DATA_HOME/storydiff/plugins` (or `~/.local/share/...`), then the install
/// folder (`installed`). Never the current folder: empty and relative entries of the environment are
/// left out. So are folders that do not exist, except those of `extra`, which the user named and
/// wants to hear about: `PluginCatalogue::discover` makes a problem of them.
[[nodiscard]] std::vector<std::filesystem::path> plugin_search_folders(const std::vector<std::filesystem::path>& extra,
                                                                       const std::filesystem::path& installed);

/// Which plugins run inside this process, and what the others may use. As it is made, it trusts nobody.
///
/// A library that runs inside can do all that this process can: it is faster by two trips through a pipe
/// for a text, and a crash in it ends everything. All others run in `storydiff-plugin-host`, a process
/// that gives up its rights first (`core/doc/abi.md`, "Isolation"). Scripts always do.
struct PluginPolicy {
  std::filesystem::path host;  ///< the program storydiff-plugin-host; empty: none, isolated plugins can not be had
  std::filesystem::path trusted_folder;  ///< libraries whose folder lies directly in it are ours; empty: none are
  std::vector<std::string> in_process;   ///< ids of libraries that are trusted wherever they lie
  std::chrono::milliseconds call_timeout{10'000};        ///< for loading, and for each text
  std::uint64_t memory_bytes = std::uint64_t{1} << 30;   ///< of one plugin's processes together; 0: no limit
  std::uint64_t output_bytes = std::uint64_t{64} << 20;  ///< that it may write for one text
};

/// Immutable after discovery; safe to share between threads.
class PluginCatalogue {
 public:
  /// Reads the plugin of every folder right below `folders` that has a `plugin.json` (see
  /// `read_plugin_folder`). Two plugins of one id are both left out, with a problem that names both files.
  static PluginCatalogue discover(const std::vector<std::filesystem::path>& folders);

  /// This catalogue and one plugin more, which takes the place of any other of its id: for trying a
  /// plugin of which another version is installed.
  [[nodiscard]] PluginCatalogue with(PluginManifest plugin) const;

  /// Sorted by id.
  [[nodiscard]] const std::vector<PluginManifest>& plugins() const { return plugins_; }
  [[nodiscard]] const std::vector<PluginProblem>& problems() const { return problems_; }
  /// Null when there is none of that id.
  [[nodiscard]] const PluginManifest* find(std::string_view id) const;
  /// The plugins of the default profile, in the order in which they run.
  [[nodiscard]] std::vector<const PluginManifest*> default_profile() const;

  /// Loads the library (once in a process; it stays loaded until the process ends), checks the ABI
  /// version before calling anything, and creates an instance with `options_json`. A plugin of rules
  /// is run by the bundled plugin `rules-engine`, which the catalogue must know. Never throws;
  /// whatever goes wrong comes back as an error that says what to do.
  ///
  /// In this process, whoever wrote it: for plugins that the caller trusts. Scripts are refused.
  [[nodiscard]] Result<std::shared_ptr<Normalizer>> load(std::string_view id, std::string_view options_json) const;
  /// The same where `policy` trusts the library; all others, and scripts, in a process of their own, which
  /// lives as long as the result and which no thread but the caller's uses.
  [[nodiscard]] Result<std::shared_ptr<Normalizer>> load(std::string_view id, std::string_view options_json,
                                                         const PluginPolicy& policy) const;

  /// The same, but of a plugin that runs only on some media types nothing is loaded before a document needs it: a
  /// library that can not be loaded is then an error of that document's run. Options are checked at once.
  [[nodiscard]] Result<std::shared_ptr<Normalizer>> load_when_needed(std::string_view id, std::string_view options_json,
                                                                     const PluginPolicy& policy) const;

 private:
  std::vector<PluginManifest> plugins_;
  std::vector<PluginProblem> problems_;
};

}  // namespace storydiff
