/// \file frame_subjects.hpp
/// Who speaks: the noun phrase that goes with a verb of speech, before or behind it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyse/speech/attribution_frames.hpp"
#include "analyse/speech/sentence_words.hpp"

namespace storydiff {

inline constexpr std::uint32_t kLongestAside = 14;  ///< tokens of an adjunct, or of an apposition after the speaker

/// The words of one sentence and the frames found so far, with the ways to find a speaker among them. Every look
/// aside is bounded. What the reader of frames builds on; borrows all that it is given.
class FrameSubjects {
 public:
  FrameSubjects(const SentenceWords& words, const std::vector<bool>& quoted) : words_(words), quoted_(quoted) {}

 protected:
  [[nodiscard]] std::string_view at(std::int64_t i) const { return words_.folded(i); }
  [[nodiscard]] bool is(std::int64_t i, std::uint32_t classes) const { return words_.is(i, classes); }
  [[nodiscard]] bool is_mark(std::int64_t i) const { return is(i, kQuotationMark); }
  /// Where a run of words ends whatever it is.
  [[nodiscard]] bool is_stop(std::int64_t i) const;

  /// The first token of the verb's group: "had not yet | said".
  [[nodiscard]] std::uint32_t group_begin(std::uint32_t verb) const;
  /// The group with a verb that leads into an utterance which took place: "has to admit", "was forced to concede",
  /// "went on to say". "plans to say" and "refused to say" are none.
  [[nodiscard]] std::uint32_t led_begin(std::uint32_t verb) const;
  /// Sets the speaker of a frame whose verb follows its subject; leaves it empty where there is none.
  void set_subject(AttributionFrame& frame);
  /// The speaker of the frame before, or else the sentence's first words up to its verb.
  void share_subject(AttributionFrame& frame);
  /// The noun phrase that ends before `end`, without a phrase of time or place that leads it.
  [[nodiscard]] TokenRange noun_phrase_before(std::uint32_t end) const;
  /// The noun phrase from `begin` on, and what is said of it behind a comma.
  void noun_phrase_after(std::uint32_t begin, AttributionFrame& frame) const;

  const SentenceWords& words_;
  const std::vector<bool>& quoted_;  ///< by token: inside quotation marks
  std::vector<AttributionFrame> frames_;

 private:
  /// "54" between commas: what is said of the speaker.
  [[nodiscard]] bool is_age(TokenRange phrase) const;
  /// Whether "and" at `i` joins two parts of one subject rather than two clauses.
  [[nodiscard]] bool joins_names(std::uint32_t i) const;
};

}  // namespace storydiff
