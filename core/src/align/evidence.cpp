#include "align/evidence.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "align/weights.hpp"

namespace storydiff {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// Shared stems: how much of each side's weight they carry, and how telling they are.
void compare_stems(const SentenceProfile& source, const SentenceProfile& target, const std::vector<StemFacts>& stems,
                   double full_rarity, ScoredPair& pair) {
  std::uint64_t source_shared = 0;
  std::uint64_t target_shared = 0;
  std::uint64_t rarity = 0;
  std::uint32_t words = 0;
  std::uint32_t digits = 0;
  auto s = source.stems.begin();
  auto t = target.stems.begin();
  while (s != source.stems.end() && t != target.stems.end()) {
    if (s->feature < t->feature) {
      ++s;
    } else if (t->feature < s->feature) {
      ++t;
    } else {
      const StemFacts& stem = stems[s->feature];
      const std::uint32_t shared = std::min(s->weight, t->weight);
      source_shared += shared;
      target_shared += shared;
      if (stem.content) rarity += stem.rarity;
      if (stem.content && stem.source_sentences == 1 && stem.target_sentences == 1)
        ++(stem.single_digit ? digits : words);
      ++s;
      ++t;
    }
  }
  const auto share = [](std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  pair.source_contained = share(source_shared, source.stem_weight);
  pair.target_contained = share(target_shared, target.stem_weight);
  pair.substance = std::min(1.0, static_cast<double>(rarity) / full_rarity / kSubstanceWords);
  pair.unique = std::min(words + kSingleDigitWeight * digits, kUniqueCap) / kUniqueCap;
}

double harmonic(double a, double b) { return a + b > 0 ? 2 * a * b / (a + b) : 0; }

/// A mutual best pair, as seen from its source sentence.
struct Anchor {
  std::uint32_t target = kNone;
  double likeness = 0;
};

/// The best candidate of each row (target sentence) and each column (source sentence).
class Grid {
 public:
  Grid(const std::vector<ScoredPair>& pairs, std::size_t sources, std::size_t targets)
      : pairs_(pairs), best_of_row_(targets, kNone), best_of_column_(sources, kNone) {
    for (std::uint32_t i = 0; i < pairs.size(); ++i) {
      keep_better(best_of_row_[pairs[i].target], i);
      keep_better(best_of_column_[pairs[i].source], i);
    }
  }

  [[nodiscard]] double best_in_row(std::uint32_t target) const { return likeness(best_of_row_[target]); }
  [[nodiscard]] double best_in_column(std::uint32_t source) const { return likeness(best_of_column_[source]); }

  /// By source sentence: the anchor there, if any. A pair is an anchor when no pair of its row or
  /// column is better.
  [[nodiscard]] std::vector<Anchor> anchors() const {
    std::vector<Anchor> result(best_of_column_.size());
    for (std::uint32_t source = 0; source < result.size(); ++source) {
      const std::uint32_t best = best_of_column_[source];
      if (best != kNone && best_of_row_[pairs_[best].target] == best)
        result[source] = {pairs_[best].target, pairs_[best].likeness};
    }
    return result;
  }

 private:
  [[nodiscard]] double likeness(std::uint32_t index) const { return index == kNone ? 0 : pairs_[index].likeness; }

  /// Ties go to the pair nearer to the main diagonal of places, then to the earlier one: the same
  /// choice whichever side is called the source.
  void keep_better(std::uint32_t& best, std::uint32_t index) const {
    if (best == kNone) {
      best = index;
      return;
    }
    const ScoredPair& a = pairs_[index];
    const ScoredPair& b = pairs_[best];
    if (a.likeness != b.likeness) {
      if (a.likeness > b.likeness) best = index;
      return;
    }
    const auto key = [](const ScoredPair& p) {
      return std::pair(p.source > p.target ? p.source - p.target : p.target - p.source, p.source + p.target);
    };
    if (key(a) < key(b)) best = index;
  }

  const std::vector<ScoredPair>& pairs_;
  std::vector<std::uint32_t> best_of_row_;  ///< index into pairs_
  std::vector<std::uint32_t> best_of_column_;
};

/// How much the anchors around a pair speak for it: the likeness of the best one, less the further
/// away it is and the more it is out of step. Only what runs in the same direction counts.
double order_support(const ScoredPair& pair, const std::vector<Anchor>& anchors) {
  double best = 0;
  const auto reach = static_cast<std::int64_t>(kAnchorReach);
  for (std::int64_t ds = -reach; ds <= reach; ++ds) {
    const std::int64_t source = pair.source + ds;
    if (source < 0 || source >= static_cast<std::int64_t>(anchors.size())) continue;
    const Anchor& anchor = anchors[static_cast<std::size_t>(source)];
    if (anchor.target == kNone) continue;
    const std::int64_t dt = static_cast<std::int64_t>(anchor.target) - pair.target;
    if ((ds == 0 && dt == 0) || std::abs(dt) > reach || ds * dt < 0) continue;
    const auto distance =
        static_cast<double>(std::abs(ds - dt)) + static_cast<double>(std::max(std::abs(ds), std::abs(dt))) / 2;
    best = std::max(best, std::min(1.0, anchor.likeness / kAnchorLikeness) * (1 - distance / kAnchorDistance));
  }
  return best;
}

double model_score(const ScoredPair& pair) {
  if (pair.identical && pair.row == 1 && pair.column == 1) return 1;
  const LinkModel& model = kLinkModel;
  const double sum = model.bias + model.containment * std::max(pair.source_contained, pair.target_contained) +
                     model.sequence * pair.sequence + model.competition * pair.competition() +
                     model.order * pair.order * pair.substance + model.unique * pair.unique;
  return 1 / (1 + std::exp(-sum));
}

}  // namespace

std::uint32_t common_subsequence(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::vector<std::uint32_t> row(b.size() + 1, 0);
  for (const std::uint32_t x : a) {
    std::uint32_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::uint32_t above = row[j + 1];
      row[j + 1] = x == b[j] ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return row.back();
}

std::vector<ScoredPair> score_candidates(const PairProfiles& pair, const std::vector<Candidate>& candidates,
                                         std::vector<std::string>& bailouts) {
  std::vector<ScoredPair> scored;
  scored.reserve(candidates.size());
  const double full_rarity = rarity_of(pair.source.size() + pair.target.size(), 2);
  bool sequence_bound = false;
  for (const Candidate& candidate : candidates) {
    const SentenceProfile& source = pair.source[candidate.source];
    const SentenceProfile& target = pair.target[candidate.target];
    ScoredPair p;
    p.source = candidate.source;
    p.target = candidate.target;
    p.identical = source.content_hash == target.content_hash;
    compare_stems(source, target, pair.stems, full_rarity, p);
    const double contained = harmonic(p.source_contained, p.target_contained);
    p.likeness =
        p.identical ? 1 : (cosine(source.letters, target.letters) + cosine(source.words, target.words) + contained) / 3;
    const std::size_t longer = std::max(source.sequence.size(), target.sequence.size());
    if (p.identical) {
      p.sequence = 1;
    } else if (source.sequence.size() * target.sequence.size() > kMaximumSequenceCells) {
      sequence_bound = true;
      p.sequence = contained;
    } else if (longer > 0) {
      p.sequence = common_subsequence(source.sequence, target.sequence) / static_cast<double>(longer);
    }
    scored.push_back(p);
  }
  if (sequence_bound) bailouts.emplace_back("align: a sentence is too long for its word order to be compared");

  const Grid grid(scored, pair.source.size(), pair.target.size());
  const std::vector<Anchor> anchors = grid.anchors();
  for (ScoredPair& p : scored) {
    const double row = grid.best_in_row(p.target);
    const double column = grid.best_in_column(p.source);
    p.row = row > 0 ? p.likeness / row : 0;
    p.column = column > 0 ? p.likeness / column : 0;
    p.order = order_support(p, anchors);
  }
  for (ScoredPair& p : scored) p.score = model_score(p);
  return scored;
}

}  // namespace storydiff
