// Edits that the core accepts, whatever the text.
#include <algorithm>
#include <set>
#include <string>

#include "plugin_check/check.hpp"
#include "plugin_check/cost.hpp"
#include "plugin_check/random_text.hpp"
#include "plugin_check/trial.hpp"
#include "storydiff/document.hpp"

namespace storydiff::plugin_check {
namespace {

constexpr int kRandomTexts = 300;
/// Of a plugin in a process of its own, where each text costs a trip there.
constexpr int kRandomTextsElsewhere = 50;

}  // namespace

Outcome check_edits_stories(const Subject& subject) {
  const std::vector<Text> texts = subject.stories();
  if (texts.empty()) return skipped("there are no stories: none are installed, and the plugin has no cases");
  const auto plugin = subject.make();
  if (!plugin) return failed(plugin.error().message);
  const auto failure = first_failure(subject, *plugin, texts);
  return failure ? failed(*failure) : passed();
}

Outcome check_edits_hostile(const Subject& subject) {
  const auto plugin = subject.make();
  if (!plugin) return failed(plugin.error().message);
  for (const Text& bytes : refused_bytes())
    if (make_document(bytes.name, bytes.text, {}))
      return failed("the core let bytes through that are no text: " + bytes.name);
  const auto failure = first_failure(subject, *plugin, hostile_texts());
  return failure ? failed(*failure) : passed();
}

Outcome check_roles(const Subject& subject) {
  const auto plugin = subject.make();
  if (!plugin) return failed(plugin.error().message);
  const std::vector<std::string>& listed = subject.manifest().roles;
  std::set<std::string> unlisted;
  const std::vector<Text> texts = subject.stories();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Trial trial = try_text(subject.manifest(), *plugin, texts[i], opposite(subject.manifest(), texts, i));
    for (const ProposedEdit& edit : trial.edits)
      if (!edit.role.empty() && std::find(listed.begin(), listed.end(), edit.role) == listed.end())
        unlisted.insert("'" + edit.role + "' (rule '" + edit.rule + "')");
  }
  std::string words;
  for (const std::string& role : unlisted) words += (words.empty() ? "" : ", ") + role;
  return unlisted.empty() ? passed() : failed("not among the roles of plugin.json: " + words);
}

Outcome check_some_edit(const Subject& subject) {
  const auto plugin = subject.make();
  if (!plugin) return failed(plugin.error().message);
  const std::vector<Text> texts = subject.stories();
  std::size_t edited = 0;
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (!try_text(subject.manifest(), *plugin, texts[i], opposite(subject.manifest(), texts, i)).edits.empty())
      ++edited;
  if (edited > 0) return passed(std::to_string(edited) + " of " + std::to_string(texts.size()) + " texts");
  return warning(
      "no bundled story and no text under 'cases' makes it propose an edit, so the other checks have "
      "tried it on nothing: add texts that it changes to its folder 'cases'");
}

Outcome check_fuzz(const Subject& subject) {
  const auto plugin = subject.make();
  if (!plugin) return failed(plugin.error().message);
  const PluginManifest& manifest = subject.manifest();
  RandomText random(subject.seed(), subject.stories());
  const std::string seed = "seed " + std::to_string(subject.seed());
  const int texts = runs_in_this_process(manifest) ? kRandomTexts : kRandomTextsElsewhere;
  for (int i = 0; i < texts; ++i) {
    const Text text = random.next();
    const Text other = random.next();
    const std::string where = seed + ", text " + std::to_string(i);
    subject.at(where);
    const Text* counterpart = manifest.needs_counterpart || i % 2 == 1 ? &other : nullptr;
    const Trial first = try_text(manifest, *plugin, text, counterpart);
    if (!first.failure.empty()) return failed(where + ": " + first.failure);
    if (answer(try_text(manifest, *plugin, text, counterpart)) != answer(first))
      return failed(where + ": a second run gives other edits");
  }
  return passed(seed + ", " + std::to_string(texts) + " texts");
}

}  // namespace storydiff::plugin_check
