// Story text that is dropped is never compared: the worst that a normalizer can do.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "plugin_check/check.hpp"
#include "plugin_check/trial.hpp"

namespace storydiff::plugin_check {
namespace {

/// The largest share of the letters and digits of one reshaped story that may be dropped. A plugin
/// may well take a paragraph in capitals for a heading; it may not lose a tenth of a story.
constexpr double kLargestShare = 0.10;

/// Letters and digits; beyond ASCII everything but the blocks of punctuation and symbols.
std::size_t letters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      count += (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') ? 1 : 0;
    } else if (byte >= 0xC3 && byte != 0xE2 && byte < 0xF0) {
      ++count;  // 0xC2: Latin-1 signs; 0xE2: U+2000 to U+2FFF; from 0xF0: emoji and rarities
    }
  }
  return count;
}

struct Loss {
  std::size_t letters = 0;
  std::string first;  ///< the first edit that takes letters away: its rule and words
};

/// What is no longer compared after `trial`. A replacement by less is a drop in disguise.
Loss loss_of(const Trial& trial, const Text& text) {
  Loss loss;
  if (!trial.failure.empty()) return loss;
  for (const ProposedEdit& edit : trial.edits) {
    if (edit.action != EditAction::kDrop && edit.action != EditAction::kReplace) continue;
    const std::string_view hidden = slice(text.text, edit.span);
    const std::size_t gone = letters(hidden);
    const std::size_t kept = edit.action == EditAction::kReplace ? letters(edit.replacement) : 0;
    if (gone <= kept) continue;
    loss.letters += gone - kept;
    if (loss.first.empty())
      loss.first = "rule '" + edit.rule + "' takes '" + std::string(hidden.substr(0, 80)) +
                   (hidden.size() > 80 ? "..." : "") + "'";
  }
  return loss;
}

std::string percent(double share) {
  char digits[16];
  std::snprintf(digits, sizeof digits, "%.1f %%", share * 100);
  return digits;
}

}  // namespace

Outcome check_story_text(const Subject& subject) {
  const std::vector<Text>& texts = subject.plain_stories();
  if (texts.empty()) return skipped("no stories are installed");
  const auto plugin = subject.make();
  if (!plugin) return failed(plugin.error().message);
  std::size_t stories = 0;
  std::string first;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    subject.at("text '" + texts[i].name + "'");
    const Trial trial = try_text(subject.manifest(), *plugin, texts[i], opposite(subject.manifest(), texts, i));
    const Loss loss = loss_of(trial, texts[i]);
    if (loss.letters == 0) continue;
    ++stories;
    if (first.empty()) first = on_text(texts[i], loss.first);
  }
  if (stories == 0) return passed(std::to_string(texts.size()) + " stories");
  return failed(std::to_string(stories) + " of " + std::to_string(texts.size()) + " stories lose words; " + first);
}

Outcome check_over_stripping(const Subject& subject) {
  const std::vector<Text>& stories = subject.plain_stories();
  if (stories.empty()) return skipped("no stories are installed");
  const auto plugin = subject.make();
  if (!plugin) return failed(plugin.error().message);
  double worst = 0;
  for (const Text& story : stories) {
    for (const Text& text : reshaped(story)) {
      subject.at("text '" + text.name + "'");
      const Text* other = subject.manifest().needs_counterpart ? &story : nullptr;
      const Loss loss = loss_of(try_text(subject.manifest(), *plugin, text, other), text);
      const double share =
          static_cast<double>(loss.letters) / static_cast<double>(std::max<std::size_t>(letters(text.text), 1));
      worst = std::max(worst, share);
      if (share > kLargestShare)
        return failed(on_text(text, percent(share) + " of its letters are dropped, more than " +
                                        percent(kLargestShare) + "; " + loss.first));
    }
  }
  return passed("at most " + percent(worst) + " of a story");
}

}  // namespace storydiff::plugin_check
