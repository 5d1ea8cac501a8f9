/// \file polarity_words.hpp
/// Words of negation and modality, and how sure each makes what it governs.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analyse/speech/sentence_words.hpp"

namespace storydiff {

/// How a thing is put forward.
enum class Modality : std::uint8_t {
  kStated,    ///< it is, it was
  kPossible,  ///< may, might, could, possibly
  kProbable,  ///< likely, probably, expected to
  kAdvised,   ///< should, ought to
  kRequired,  ///< must, has to
  kCertain,   ///< will, would, is to, certain to
  kPlanned,   ///< plans to, is due to
  kWished,    ///< hopes to, wants to, tried to
  kAlleged,   ///< alleged, suspected, reportedly
};

/// A word or phrase at some place that denies or colours what it governs.
struct PolarityCue {
  enum class Kind : std::uint8_t { kIdiom, kNegation, kModality } kind = Kind::kNegation;
  Modality modality = Modality::kStated;  ///< of `kModality`
  TokenRange words;
  /// It answers a cue of the other text ("the expected rise", "their failure to") but is too weak, or too often
  /// something else, to raise an alarm itself.
  bool weak = false;
};

/// Every word that a cue begins with, lower case.
[[nodiscard]] std::vector<std::string_view> polarity_cue_openers();

/// The cue that begins at token `at`: the longest phrase. `kIdiom` is one that only looks like a cue ("not
/// only", "no later than"), told so that the caller can step over it. O(phrases with that first word).
[[nodiscard]] std::optional<PolarityCue> polarity_cue_at(const SentenceWords& words, std::uint32_t at);

/// Whether the first and the second are two different promises to the reader: may and will, hopes to
/// and does. "could" for "may", "plans to" for "will" are not.
[[nodiscard]] bool modalities_differ(Modality a, Modality b);

/// The word without a prefix that denies it ("unable" -> "able"); empty where it has none. The caller
/// checks that the rest is a word of the other text.
[[nodiscard]] std::string_view without_negative_prefix(std::string_view folded);

}  // namespace storydiff
