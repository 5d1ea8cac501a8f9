/// \file speech_verbs.hpp
/// Verbs of communication and what the choice of one says about the words reported.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analyse/speech/sentence_words.hpp"

namespace storydiff {

/// What a verb adds to "said". Two verbs of one class may stand for each other; see
/// `core/doc/analysis.md` for which changes of class are reported.
enum class SpeechClass : std::uint8_t {
  kNeutral,     ///< said, told, added, announced: nothing
  kFinding,     ///< data show, a study found: evidence, as neutral as "said"
  kFact,        ///< pointed out, noted, confirmed: and it is so
  kDoubt,       ///< claimed, alleged, insisted: and it may not be so
  kOpinion,     ///< believes, thinks, suspects: a state of mind
  kConcession,  ///< admitted, conceded, acknowledged: against the speaker's own interest
  kDisclosure,  ///< revealed, disclosed: it had been hidden
  kCommitment,  ///< promised, pledged, vowed
  kWarning,     ///< warned, threatened
  kPrediction,  ///< predicted, forecast
  kCommand,     ///< urged, ordered, demanded
  kPlea,        ///< begged, pleaded
  kDenial,      ///< denied, dismissed, ruled out
  kEmphasis,    ///< stressed, emphasised, underlined
  kComplaint,   ///< complained, grumbled, lamented
  kCriticism,   ///< accused, condemned, slammed
  kBoast,       ///< boasted, bragged, crowed
  kAnger,       ///< thundered, fumed, snapped
  kScorn,       ///< scoffed, sneered, joked
  kPraise,      ///< gushed, enthused, hailed
  kUnknown,     ///< a verb with a that-clause that is in no list: attributes, but never compared
};

enum class VerbForm : std::uint8_t { kBase, kThird, kPast, kGerund };

/// A reading of the words at some place as a verb of speech.
struct SpeechVerb {
  SpeechClass speech_class = SpeechClass::kNeutral;
  VerbForm form = VerbForm::kPast;
  std::uint32_t tokens = 1;  ///< "pointed out": 2
  /// The verb governs a clause or a quotation nearly always ("said", "insisted"); others ("claimed",
  /// "ordered", "showed") have a plain object as often and need further evidence.
  bool plain = false;
};

/// Every form that the first word of a verb of speech has, lower case.
[[nodiscard]] std::vector<std::string_view> speech_verb_openers();

/// The verb of speech that begins at token `at`, the longest phrase first. O(log table).
[[nodiscard]] std::optional<SpeechVerb> speech_verb_at(const SentenceWords& words, std::uint32_t at);

/// Whether an editor would call verb `b` for `a` a change: another class, neutral ones being one.
[[nodiscard]] bool speech_classes_differ(SpeechClass a, SpeechClass b);

}  // namespace storydiff
