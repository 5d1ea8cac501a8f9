// With and without a text on the other side.
#include <string>

#include "plugin_check/check.hpp"
#include "plugin_check/trial.hpp"

namespace storydiff::plugin_check {

Outcome check_counterpart_absent(const Subject& subject) {
  const auto plugin = subject.make();
  if (!plugin) return failed(plugin.error().message);
  const PluginManifest& manifest = subject.manifest();
  for (const Text& text : subject.stories()) {
    subject.at("text '" + text.name + "' alone");
    const Trial trial = try_text(manifest, *plugin, text, nullptr);
    if (!trial.failure.empty()) return failed(on_text(text, "alone: " + trial.failure));
    if (manifest.needs_counterpart && !trial.edits.empty())
      return failed(on_text(text, "it proposes an edit without the counterpart that it says it needs"));
  }
  return passed();
}

Outcome check_counterpart_present(const Subject& subject) {
  const auto plugin = subject.make();
  if (!plugin) return failed(plugin.error().message);
  const std::vector<Text> texts = subject.stories();
  if (texts.empty()) return skipped("there are no stories: none are installed, and the plugin has no cases");
  const Text empty{"empty", ""};
  const Text large{"large", tiled(texts, 100000)};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    // Itself, a stranger, nothing; and now and then a text much longer than itself.
    std::vector<const Text*> others{&texts[i], &texts[(i + 1) % texts.size()], &empty};
    if (i % 8 == 0) others.push_back(&large);
    for (const Text* other : others) {
      const std::string pair = "beside '" + other->name + "'";
      subject.at("text '" + texts[i].name + "' " + pair);
      const Trial trial = try_text(subject.manifest(), *plugin, texts[i], other);
      if (!trial.failure.empty()) return failed(on_text(texts[i], pair + ": " + trial.failure));
    }
  }
  return passed();
}

}  // namespace storydiff::plugin_check
