/// \file trial.hpp
/// One run of a plugin over one text, as a comparison makes it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "plugin_check/subject.hpp"
#include "plugin_check/texts.hpp"
#include "storydiff/edit.hpp"
#include "storydiff/normalized_document.hpp"
#include "storydiff/pipeline.hpp"

namespace storydiff::plugin_check {

struct Trial {
  std::vector<ProposedEdit> edits;  ///< as proposed, whether or not they were accepted
  NormalizedDocument result;
  std::string failure;  ///< why the plugin failed or its edits were refused; empty when all went well
};

/// `counterpart`: the text on the other side, or null. A plugin that needs one and has none is called
/// all the same: it must propose nothing then.
[[nodiscard]] Trial try_text(const PluginManifest& manifest, const std::shared_ptr<Normalizer>& plugin,
                             const Text& text, const Text* counterpart);

/// The text that stands opposite `texts[i]` in checks that are about something else: the next one for
/// a plugin that needs a counterpart, none for others.
[[nodiscard]] const Text* opposite(const PluginManifest& manifest, const std::vector<Text>& texts, std::size_t i);

/// What a second run over the first one's result does although it must do nothing; empty when it is
/// idempotent on this text, or failed.
[[nodiscard]] std::string second_run_complaint(const PluginManifest& manifest,
                                               const std::shared_ptr<Normalizer>& plugin, const Text& text,
                                               const Text* counterpart);

/// All that can differ between two trials, as text: equal if and only if the plugin said the same.
[[nodiscard]] std::string answer(const Trial& trial);

/// "'crlf': ...": names the text of a failure.
[[nodiscard]] std::string on_text(const Text& text, const std::string& what);

/// What failed first when `plugin` runs over `texts`, as `on_text`; nothing when all went well.
[[nodiscard]] std::optional<std::string> first_failure(const Subject& subject,
                                                       const std::shared_ptr<Normalizer>& plugin,
                                                       const std::vector<Text>& texts);

/// 16 hexadecimal digits, the same for the same bytes in every process.
[[nodiscard]] std::string fingerprint(const std::string& bytes);

}  // namespace storydiff::plugin_check
