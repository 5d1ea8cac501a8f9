/// \file cues.hpp
/// The cues of news copy that say which paragraph stands before which, as wishes for `arrange`.
///
/// No cue knows a topic: they are names and their short forms, pronouns and their speakers,
/// abbreviations, "the" after "a", shared rare words, and what copy tells early or late.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "arrange.hpp"
#include "reading.hpp"

namespace storydiff::paragraph_order {

/// What each cue is worth. Those of the trend are near the log odds, counted on the tuning half of the
/// stories named in README.md, that a paragraph with the cue stands before one without it; the
/// others were set by hand, and the scales by a coarse search, on the same half.
struct Weights {
  double name = 3.0;              ///< full name before its short form
  double name_next = 0.6;         ///< ... and directly before
  double abbreviation = 3.0;      ///< "World Health Organization (WHO)" before "WHO"
  double speaker = 3.0;           ///< somebody who can be "he" directly before "he said"
  double definite = 0.3;          ///< "monitors" before "The monitors"
  double definite_next = 1.0;     ///< ... and directly before
  double link = 2.0;              ///< what shares words directly before "But ...", "Both said"
  double quotation_second = 1.0;  ///< against a quotation directly after the lede
  double quotation_again = 1.0;   ///< against a new voice's quotation directly after a quotation
  double shared = 3.0;            ///< neighbours share rare words
  double trend = 1.0;             ///< the scale of all that follow
  double lede_early = 1.0;        ///< shares rare words with the lede
  double central_early = 1.0;     ///< shares rare words with many
  double quotation_early = 0.4;   ///< opens with a quotation
  double speech_early = 0.3;      ///< says who says so
  double statement_early = 0.6;   ///< "said in a statement"
  double definite_early = 0.2;    ///< opens with "The"
  double background_late = 0.4;   ///< a year, "decades ago", "founded"
  double prospect_late = 0.4;     ///< "will", "until", "scheduled"
  double also_late = 0.4;         ///< "also", "another"
  double link_late = 0.4;         ///< opens with "But", "However"
};

/// Why a paragraph stands where it stands, strongest first.
enum class Reason : std::uint8_t { kSpeaker, kIntroduction, kStoryOrder };

class Cues {
 public:
  /// `readings[0]` is the lede. O(n^2 * words of a paragraph).
  Cues(const std::vector<Reading>& readings, const Weights& weights);

  [[nodiscard]] const Wishes& wishes() const { return wishes_; }
  /// Why `paragraph` may stand directly after `previous`, with `earlier` things before it.
  [[nodiscard]] Reason reason(const Order& order, std::size_t place) const;

  /// Demands of an order that hardly any story breaks: short forms after full names, "he said"
  /// directly after somebody who can be "he".
  struct Demands {
    std::uint32_t broken = 0;
    std::uint32_t all = 0;
  };
  [[nodiscard]] Demands demands(const Order& order) const;

 private:
  void weigh_words(const std::vector<Reading>& readings, const Weights& weights);
  void weigh_names(const std::vector<Reading>& readings, const Weights& weights);
  void weigh_abbreviations(const std::vector<Reading>& readings, const Weights& weights);
  void weigh_speakers(const std::vector<Reading>& readings, const Weights& weights);
  void weigh_definites(const std::vector<Reading>& readings, const Weights& weights);
  void weigh_trend(const std::vector<Reading>& readings, const Weights& weights);
  void introduce(const std::vector<std::uint32_t>& introducers, std::uint32_t user, double worth, double worth_next);

  /// One use of a short form and the paragraphs that give the long one.
  struct Use {
    std::uint32_t user = 0;
    std::vector<std::uint32_t> introducers;
  };

  std::size_t size_;
  Wishes wishes_;
  std::vector<double> shared_;       ///< n * n: how much two paragraphs share, 0..1
  std::vector<double> fits_;         ///< n * n: how well i can be the speaker that j's opener means, 0..1
  std::vector<bool> wants_speaker_;  ///< opens with "he" or "she"
  std::vector<Use> uses_;
};

}  // namespace storydiff::paragraph_order
