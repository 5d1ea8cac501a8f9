#include "plugin_check/trial.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <string_view>
#include <utility>

#include "storydiff/document.hpp"

namespace storydiff::plugin_check {
namespace {

/// The plugin itself, whose proposals it keeps.
class Recorder final : public Normalizer {
 public:
  explicit Recorder(std::shared_ptr<Normalizer> plugin) : plugin_(std::move(plugin)) {}

  std::string_view id() const override { return plugin_->id(); }
  std::string_view version() const override { return plugin_->version(); }
  std::string_view options_json() const override { return plugin_->options_json(); }
  bool needs_counterpart() const override { return false; }  // what is skipped is not checked
  Result<std::vector<ProposedEdit>> propose(const View& view) override {
    auto proposed = plugin_->propose(view);
    // The target's lane runs last; of the pair, the text under trial is the source.
    if (proposed && !taken_) edits_ = *proposed;
    taken_ = true;
    return proposed;
  }
  std::vector<ProposedEdit> take() { return std::move(edits_); }

 private:
  std::shared_ptr<Normalizer> plugin_;
  std::vector<ProposedEdit> edits_;
  bool taken_ = false;
};

Document document_of(const PluginManifest& manifest, const Text& text) {
  Document document;
  document.path = text.name;
  document.text = text.text;
  document.encoding = "utf-8";
  document.media_type = manifest.media_types.empty() ? "text/plain" : manifest.media_types.front();
  document.bytes = text.text.size();
  return document;
}

}  // namespace

Trial try_text(const PluginManifest& manifest, const std::shared_ptr<Normalizer>& plugin, const Text& text,
               const Text* counterpart) {
  const auto recorder = std::make_shared<Recorder>(plugin);
  const Document source = document_of(manifest, text);
  const Document target = document_of(manifest, counterpart == nullptr ? Text{} : *counterpart);
  std::vector<const Document*> documents{&source};
  if (counterpart != nullptr) documents.push_back(&target);

  std::vector<NormalizedDocument> results = run_pipeline(documents, {{recorder, manifest.id, manifest.version, ""}});
  Trial trial;
  trial.edits = recorder->take();
  for (const NormalizedDocument& result : results) {
    const PluginRun& run = result.plugins.back();
    if (run.status == PluginRun::Status::kFailed && trial.failure.empty()) trial.failure = run.message;
  }
  trial.result = std::move(results.front());
  return trial;
}

std::string second_run_complaint(const PluginManifest& manifest, const std::shared_ptr<Normalizer>& plugin,
                                 const Text& text, const Text* counterpart) {
  const Document source = document_of(manifest, text);
  const Document target = document_of(manifest, counterpart == nullptr ? Text{} : *counterpart);
  std::vector<const Document*> documents{&source};
  if (counterpart != nullptr) documents.push_back(&target);
  const PipelineStep step{plugin, manifest.id, manifest.version, ""};
  const NormalizedDocument result = std::move(run_pipeline(documents, {step, step}).front());
  if (result.plugins.back().edits == 0) return {};
  const auto second = static_cast<std::uint32_t>(result.plugins.size() - 1);
  for (const LedgerEntry& entry : result.ledger)
    if (entry.plugin == second)
      return "a second run over the result still edits: " + std::string(to_string(entry.action)) + " of rule '" +
             entry.rule + "' on '" + entry.text.substr(0, 80) + "'";
  return "a second run over the result still edits";
}

const Text* opposite(const PluginManifest& manifest, const std::vector<Text>& texts, std::size_t i) {
  return manifest.needs_counterpart ? &texts[(i + 1) % texts.size()] : nullptr;
}

std::string answer(const Trial& trial) {
  std::string all = trial.failure + "\n";
  const auto field = [&all](std::string_view text) {
    all.append(std::to_string(text.size())).append(":").append(text);
  };
  for (const ProposedEdit& edit : trial.edits) {
    field(to_string(edit.action));
    for (const std::uint32_t place :
         {edit.span.begin, edit.span.end, edit.paragraph_first, edit.paragraph_count, edit.before_paragraph})
      all += std::to_string(place) + " ";
    field(edit.role);
    field(edit.rule);
    field(edit.replacement);
    all += "\n";
  }
  return all;
}

std::string on_text(const Text& text, const std::string& what) { return "text '" + text.name + "': " + what; }

std::optional<std::string> first_failure(const Subject& subject, const std::shared_ptr<Normalizer>& plugin,
                                         const std::vector<Text>& texts) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    subject.at("text '" + texts[i].name + "'");
    const Trial trial = try_text(subject.manifest(), plugin, texts[i], opposite(subject.manifest(), texts, i));
    if (!trial.failure.empty()) return on_text(texts[i], trial.failure);
  }
  return std::nullopt;
}

std::string fingerprint(const std::string& bytes) {
  std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(hash));
  return digits.data();
}

}  // namespace storydiff::plugin_check
