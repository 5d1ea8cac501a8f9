/// \file quotation_fit.hpp
/// Where a run of words fits best into a longer one.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analyse/quotations/spoken_text.hpp"

namespace storydiff {

/// Words of `target` and `source` that correspond: indices into both runs.
struct FitPair {
  std::uint32_t target = 0;
  std::uint32_t source = 0;
  bool same = false;  ///< up to spelling and number form; else up to inflection, or to what reported speech turns
};

struct Fit {
  std::vector<FitPair> pairs;     ///< ascending in both members
  std::int32_t score = 0;         ///< comparable between fits of one target
  double share = 0;               ///< weight of the target's words that found a partner, 0..1
  std::uint32_t content = 0;      ///< content words that found a partner
  std::uint32_t longest = 0;      ///< words of the longest run of the same words ...
  std::uint32_t longest_end = 0;  ///< ... and the source index behind it
};

/// How alike two words may be and still be partners.
enum class Likeness : std::uint8_t {
  kSpeech,    ///< the same word, or another inflection
  kReported,  ///< also what reported speech turns: I and he, will and would
};

/// Keeps its tables from one fit to the next. Not thread-safe.
class Fitter {
 public:
  /// The cheapest way to read all of `target` into some stretch of `source`; what lies before and behind the stretch is
  /// free. O(target x source): callers keep both short.
  [[nodiscard]] Fit fit(std::span<const SpokenWord> target, std::span<const SpokenWord> source, Likeness likeness);

 private:
  [[nodiscard]] Fit best_fit(std::span<const SpokenWord> target, std::span<const SpokenWord> source, Likeness likeness);

  std::vector<std::uint8_t> steps_;
  std::vector<std::int32_t> row_, last_;
};

}  // namespace storydiff
