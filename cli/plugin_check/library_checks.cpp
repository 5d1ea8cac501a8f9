// What a library says about itself, read without the host between.
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "plugin_check/check.hpp"
#include "plugin_check/library.hpp"

namespace storydiff::plugin_check {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

std::string flag_words(bool idempotent, bool needs_counterpart, bool thread_safe) {
  std::vector<std::string> words;
  if (idempotent) words.emplace_back("idempotent");
  if (needs_counterpart) words.emplace_back("needs_counterpart");
  if (thread_safe) words.emplace_back("thread_safe");
  return joined(words);
}

std::string flag_words(std::uint32_t flags) {
  return flag_words((flags & STORYDIFF_IDEMPOTENT) != 0, (flags & STORYDIFF_NEEDS_COUNTERPART) != 0,
                    (flags & STORYDIFF_THREAD_SAFE) != 0);
}

/// Both sides in one form: white space and the order of the keys say nothing.
std::string canonical_json(const std::string& text) {
  const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  return json.is_discarded() ? text : json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

Outcome check_entry_symbol(const Subject& subject) {
  const auto entry = open_entry(subject.manifest());
  return entry ? passed() : failed(entry.error().message);
}

Outcome check_abi_version(const Subject& subject) {
  const auto entry = open_entry(subject.manifest());
  if (!entry) return skipped("there is no entry to read (see entry-symbol)");
  const std::string complaint = version_complaint(**entry);
  return complaint.empty() ? passed() : failed(complaint);
}

Outcome check_struct_sizes(const Subject& subject) {
  const auto entry = open_entry(subject.manifest());
  if (!entry) return skipped("there is no entry to read (see entry-symbol)");
  if (!version_complaint(**entry).empty() && (*entry)->abi_major != STORYDIFF_ABI_MAJOR)
    return skipped("another ABI has other sizes (see abi-version)");
  const std::string complaint = size_complaint(**entry);
  return complaint.empty() ? passed() : failed(complaint);
}

Outcome check_manifest_facts(const Subject& subject) {
  const PluginManifest& manifest = subject.manifest();
  const auto entry = open_entry(manifest);
  if (!entry || !version_complaint(**entry).empty() || !size_complaint(**entry).empty())
    return skipped("there is no descriptor to read (see entry-symbol, abi-version, struct-sizes)");
  const storydiff_descriptor* descriptor = find_descriptor(**entry, manifest);
  if (descriptor == nullptr) return failed("the library describes no plugin '" + manifest.id + "', or 'init' failed");

  struct Fact {
    const char* name;
    std::string manifest;
    std::string library;
  };
  const Fact facts[] = {
      {"version", manifest.version, descriptor->version},
      {"name", manifest.name, descriptor->name},
      {"vendor", manifest.vendor, descriptor->vendor},
      {"licence", manifest.licence, descriptor->licence},
      {"summary", manifest.summary, descriptor->summary},
      {"languages", joined(manifest.languages), descriptor->languages},
      {"roles", joined(manifest.roles), descriptor->roles},
      {"flags", flag_words(manifest.idempotent, manifest.needs_counterpart, manifest.thread_safe),
       flag_words(descriptor->flags)},
      {"options", canonical_json(manifest.options_schema), canonical_json(descriptor->options_schema)},
  };
  std::string differences;
  for (const Fact& fact : facts)
    if (fact.manifest != fact.library)
      differences += std::string(differences.empty() ? "" : "; ") + "'" + fact.name + "' is '" + fact.manifest +
                     "' in plugin.json and '" + fact.library + "' in the library";
  return differences.empty() ? passed() : failed(differences);
}

}  // namespace storydiff::plugin_check
