#include "analyse/quotations/quotation_fit.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace storydiff {
namespace {

// Costs and gains of one step. What matters is their order: a content word weighs three function words; to leave a
// source word out costs less the more are left out with it, and never less than a stray function word gains.
constexpr std::int32_t kSameContent = 6;
constexpr std::int32_t kSameFunction = 2;
constexpr std::int32_t kLikeContent = 4;
constexpr std::int32_t kLikeFunction = 1;
constexpr std::int32_t kReplace = -1;
constexpr std::int32_t kAdd = 0;         ///< a target word without a partner
constexpr std::int32_t kOmitFirst = -3;  ///< the first source word of a run without partners
constexpr std::int32_t kOmitNext = -1;

enum Step : std::uint8_t { kPair = 1, kAdded = 2, kOmitted = 3, kStepMask = 3, kOmitGoesOn = 4 };

bool like(const SpokenWord& t, const SpokenWord& s, Likeness likeness) {
  return t.stem == s.stem || (likeness == Likeness::kReported && t.reported != 0 && t.reported == s.reported);
}

std::int32_t gain(const SpokenWord& t, const SpokenWord& s, Likeness likeness) {
  if (t.key == s.key) return t.content ? kSameContent : kSameFunction;
  if (like(t, s, likeness)) return t.content && s.content ? kLikeContent : kLikeFunction;
  return kReplace;
}

/// What the pairs of a fit say in sum.
void weigh(Fit& fit, std::span<const SpokenWord> target) {
  double all = 0, found = 0;
  for (const SpokenWord& word : target) all += word.content ? 3 : 1;
  std::uint32_t run = 0;
  const FitPair* before = nullptr;
  for (const FitPair& pair : fit.pairs) {
    found += target[pair.target].content ? 3 : 1;
    if (target[pair.target].content) ++fit.content;
    const bool on = before != nullptr && before->target + 1 == pair.target && before->source + 1 == pair.source;
    run = !pair.same ? 0 : on ? run + 1 : 1;
    if (run > fit.longest) {
      fit.longest = run;
      fit.longest_end = pair.source + 1;
    }
    before = &pair;
  }
  fit.share = all > 0 ? found / all : 0;
}

}  // namespace

Fit Fitter::fit(std::span<const SpokenWord> target, std::span<const SpokenWord> source, Likeness likeness) {
  // Nothing fits better than the words themselves in one run, and of several runs the first is taken.
  const auto whole = std::search(source.begin(), source.end(), target.begin(), target.end(),
                                 [](const SpokenWord& s, const SpokenWord& t) { return s.key == t.key; });
  if (!target.empty() && whole != source.end()) {
    Fit result;
    auto at = static_cast<std::uint32_t>(whole - source.begin());
    for (std::uint32_t i = 0; i < target.size(); ++i) {
      result.pairs.push_back({i, at++, true});
      result.score += target[i].content ? kSameContent : kSameFunction;
    }
    weigh(result, target);
    return result;
  }
  return best_fit(target, source, likeness);
}

Fit Fitter::best_fit(std::span<const SpokenWord> target, std::span<const SpokenWord> source, Likeness likeness) {
  const std::size_t n = target.size(), m = source.size(), width = m + 1;
  steps_.resize(std::max(steps_.size(), (n + 1) * width));  // the first row is never read
  row_.assign(width, 0);
  last_.assign(width, 0);
  for (std::size_t i = 1; i <= n; ++i) {
    std::swap(row_, last_);
    row_[0] = last_[0] + kAdd;
    steps_[i * width] = kAdded;
    std::int32_t omit = std::numeric_limits<std::int32_t>::min() / 2;
    for (std::size_t j = 1; j <= m; ++j) {
      const std::int32_t first = row_[j - 1] + kOmitFirst, next = omit + kOmitNext;
      std::uint8_t step = next > first ? kOmitGoesOn : 0;
      omit = std::max(first, next);
      const std::int32_t pair = last_[j - 1] + gain(target[i - 1], source[j - 1], likeness);
      const std::int32_t add = last_[j] + kAdd;
      row_[j] = std::max({pair, add, omit});
      step |= row_[j] == pair ? kPair : row_[j] == add ? kAdded : kOmitted;
      steps_[i * width + j] = step;
    }
  }

  Fit result;
  std::size_t i = n, j = static_cast<std::size_t>(std::max_element(row_.begin(), row_.end()) - row_.begin());
  result.score = row_[j];
  bool omitting = false;
  while (i > 0) {
    const std::uint8_t step = steps_[i * width + j];
    if (omitting || (step & kStepMask) == kOmitted) {
      omitting = (step & kOmitGoesOn) != 0;
      --j;
    } else if ((step & kStepMask) == kPair) {
      --i, --j;
      const bool same = target[i].key == source[j].key;
      if (same || like(target[i], source[j], likeness))
        result.pairs.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j), same});
    } else {
      --i;
    }
  }
  std::reverse(result.pairs.begin(), result.pairs.end());
  weigh(result, target);
  return result;
}

}  // namespace storydiff
