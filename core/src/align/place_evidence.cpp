#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <span>
#include <utility>
#include <vector>

#include "align/best_path.hpp"
#include "align/evidence.hpp"
#include "align/grid.hpp"
#include "align/numbering.hpp"
#include "align/weights.hpp"
#include "deadline_watch.hpp"

namespace storydiff {
namespace {

constexpr double kWhole = 65536;  ///< one, in whole-number word scores
constexpr std::int64_t kReach = kSupportReach;

std::uint64_t whole(double score) { return static_cast<std::uint64_t>(std::llround(score * kWhole)); }

double score_at(const Grid& grid, std::int64_t target, std::int64_t source) {
  const ScoredPair* p = grid.at(target, source);
  return p == nullptr ? 0 : p->word_score;
}

/// Weight of a pair so many sentences away in each text: less the further and the more out of step.
using SupportWeights = std::array<std::array<std::uint64_t, kReach + 1>, kReach + 1>;
SupportWeights support_weights() {
  SupportWeights weights{};
  for (std::int64_t a = 0; a <= kReach; ++a) {
    for (std::int64_t b = 0; b <= kReach; ++b) {
      if (a == 0 && b == 0) continue;
      const double weight = std::exp(-static_cast<double>(std::max(a, b) - 1) / kSupportFar -
                                     static_cast<double>(std::abs(a - b)) / kSupportSkew);
      const double beside = a == 0 || b == 0 ? kSupportBeside : 1;
      weights[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)] =
          static_cast<std::uint64_t>(std::llround(weight * beside * 1024));
    }
  }
  return weights;
}

/// What the neighbourhood asks of each pair, close together: they are looked at a hundred times each.
struct Cell {
  std::uint32_t source = 0;
  std::uint64_t score = 0;  ///< word score as a whole number
};

/// The pairs of the rows around one row, each row read once from left to right while the row's own pairs are.
class RowsAround {
 public:
  RowsAround(const std::vector<std::uint32_t>& starts, const std::vector<Cell>& cells)
      : starts_(starts), cells_(cells) {}

  void centre(std::int64_t row) {
    for (std::int64_t k = -kReach; k <= kReach; ++k) {
      const bool there = row + k >= 0 && row + k + 1 < static_cast<std::int64_t>(starts_.size());
      const auto at = static_cast<std::size_t>(row + k);
      rows_[static_cast<std::size_t>(k + kReach)] =
          there ? std::pair(starts_[at], starts_[at + 1]) : std::pair<std::uint32_t, std::uint32_t>(0, 0);
    }
  }
  /// Weighed word scores around the pair at `source`, which must not be before that of the last call.
  std::uint64_t support(std::int64_t source, const SupportWeights& weights) {
    std::uint64_t sum = 0;
    for (std::int64_t k = -kReach; k <= kReach; ++k) {
      // Behind this pair only what is behind in both texts speaks for it, before it what is before.
      const std::int64_t low = k <= 0 ? source - kReach : source;
      const std::int64_t high = k >= 0 ? source + kReach : source;
      auto& [first, end] = rows_[static_cast<std::size_t>(k + kReach)];
      while (first < end && cells_[first].source < low) ++first;
      const auto& row_weights = weights[static_cast<std::size_t>(std::abs(k))];
      for (std::uint32_t at = first; at < end && cells_[at].source <= high; ++at)
        sum += row_weights[static_cast<std::size_t>(std::abs(cells_[at].source - source))] * cells_[at].score;
    }
    return sum;
  }

 private:
  const std::vector<std::uint32_t>& starts_;
  const std::vector<Cell>& cells_;
  std::array<std::pair<std::uint32_t, std::uint32_t>, 2 * kReach + 1> rows_{};  ///< what is left of each, end
};

void compare_neighbours(const PairProfiles& pair, std::vector<ScoredPair>& pairs) {
  const Grid grid(pairs, pair.target.size());
  const SupportWeights weights = support_weights();
  std::vector<Cell> cells;
  cells.reserve(pairs.size());
  for (const ScoredPair& p : pairs) cells.push_back({p.source, whole(p.word_score)});
  RowsAround around(grid.starts(), cells);
  std::vector<double> support(pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    check_deadline();
    ScoredPair& p = pairs[i];
    const std::int64_t s = p.source;
    const std::int64_t t = p.target;
    if (i == 0 || p.target != pairs[i - 1].target) around.centre(t);
    p.diagonal = score_at(grid, t + 1, s + 1) + score_at(grid, t - 1, s - 1);
    support[i] = static_cast<double>(around.support(s, weights)) / (1024 * kWhole);
  }
  std::vector<double> best_row(pair.target.size(), 0);
  std::vector<double> best_column(pair.source.size(), 0);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    best_row[pairs[i].target] = std::max(best_row[pairs[i].target], support[i]);
    best_column[pairs[i].source] = std::max(best_column[pairs[i].source], support[i]);
  }
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    ScoredPair& p = pairs[i];
    p.support =
        (support[i] / (best_row[p.target] + kSupportGround) + support[i] / (best_column[p.source] + kSupportGround)) /
        2;
  }
}

/// The content words of `self` that `partner` has as well, and their rarities.
void common_words(const SentenceProfile& self, const SentenceProfile& partner, const std::vector<StemFacts>& stems,
                  std::vector<Weighted>& common) {
  common.clear();
  auto p = partner.stems.begin();
  for (const Weighted& stem : self.stems) {
    while (p != partner.stems.end() && p->feature < stem.feature) ++p;
    if (p == partner.stems.end()) break;
    if (p->feature == stem.feature && stems[stem.feature].content)
      common.push_back({stem.feature, stems[stem.feature].rarity});
  }
}

/// Share of `common`, by rarity, that `rival` has as well.
double same_words(const std::vector<Weighted>& common, const SentenceProfile& rival) {
  std::uint64_t all = 0;
  std::uint64_t explained = 0;
  auto r = rival.stems.begin();
  for (const Weighted& word : common) {
    all += word.weight;
    while (r != rival.stems.end() && r->feature < word.feature) ++r;
    if (r != rival.stems.end() && r->feature == word.feature) explained += word.weight;
  }
  return all == 0 ? 0 : static_cast<double>(explained) / static_cast<double>(all);
}

/// By pair: the strongest rival among `row`, indices of pairs that share one sentence, each as far as
/// it has the same words as the pair. `self` and `partner` tell a pair's own and its shared sentence.
/// Sorts `row` by word score.
template <class Self, class Partner>
void add_rivals(std::vector<ScoredPair>& pairs, std::span<std::uint32_t> row, const std::vector<StemFacts>& stems,
                Self self, Partner partner, std::vector<Weighted>& common) {
  check_deadline();
  std::sort(row.begin(), row.end(),
            [&](std::uint32_t a, std::uint32_t b) { return pairs[a].word_score > pairs[b].word_score; });
  for (const std::uint32_t i : row) {
    double best = 0;
    bool read = false;
    for (const std::uint32_t k : row) {
      // A weak rival could not be the best one, nor could one below what is already found.
      if (pairs[k].word_score < kRivalScore || pairs[k].word_score <= best) break;
      if (k == i) continue;
      if (!read) common_words(self(pairs[i]), partner(pairs[i]), stems, common);
      read = true;
      best = std::max(best, pairs[k].word_score * same_words(common, self(pairs[k])));
    }
    pairs[i].same_part += best / 2;
  }
}

void compare_rivals(const PairProfiles& pair, std::vector<ScoredPair>& pairs) {
  const auto source = [&](const ScoredPair& p) -> const SentenceProfile& { return pair.source[p.source]; };
  const auto target = [&](const ScoredPair& p) -> const SentenceProfile& { return pair.target[p.target]; };
  std::vector<Weighted> common;                    // scratch
  std::vector<std::uint32_t> order(pairs.size());  // rows are runs of it, then columns are
  std::vector<std::uint32_t> starts(pair.source.size() + 1, 0);
  for (std::uint32_t i = 0; i < pairs.size(); ++i) {
    pairs[i].same_part = 0;
    order[i] = i;
    ++starts[pairs[i].source + 1];
  }
  for (std::size_t i = 0; i < pairs.size();) {
    std::size_t end = i;
    while (end < pairs.size() && pairs[end].target == pairs[i].target) ++end;
    add_rivals(pairs, std::span(order).subspan(i, end - i), pair.stems, source, target, common);
    i = end;
  }
  for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
  for (std::uint32_t i = 0; i < pairs.size(); ++i) order[next[pairs[i].source]++] = i;
  for (std::size_t s = 0; s < pair.source.size(); ++s)
    add_rivals(pairs, std::span(order).subspan(starts[s], starts[s + 1] - starts[s]), pair.stems, target, source,
               common);
}

/// Sums of word scores by a pair of numbers.
class Sums {
 public:
  void add(std::uint32_t a, std::uint32_t b, std::uint64_t value) {
    const std::uint32_t number = numbers_.number(key(a, b));
    if (number == sums_.size()) sums_.push_back(0);
    sums_[number] += value;
  }
  /// Precondition: something was added to this pair of numbers.
  [[nodiscard]] double get(std::uint32_t a, std::uint32_t b) {
    return static_cast<double>(sums_[numbers_.number(key(a, b))]) / kWhole;
  }

 private:
  static std::uint64_t key(std::uint32_t a, std::uint32_t b) { return std::uint64_t{a} << 32U | b; }
  Numbering numbers_;
  std::vector<std::uint64_t> sums_;
};

/// Share of the other sentences of a paragraph whose links lead to another paragraph than the pair's;
/// where there are few others it stays small.
/// `all`: word scores of the paragraph's sentences, `own` those of this one, `here` those that lead to
/// the pair's paragraph, `own_here` what of these belongs to this sentence.
double share_elsewhere(double all, double own, double here, double own_here, std::uint32_t others) {
  if (others == 0) return 0;
  const double away = (all - own) - std::max(0.0, here - own_here);
  return std::clamp(away / (others + kElsewhereGround), 0.0, 1.0);
}

void compare_paragraphs(const PairProfiles& pair, std::vector<ScoredPair>& pairs) {
  Sums together;     // paragraph, paragraph
  Sums source_with;  // source sentence, target paragraph
  Sums target_with;  // target sentence, source paragraph
  std::vector<std::uint64_t> of_source(pair.source.size(), 0);
  std::vector<std::uint64_t> of_target(pair.target.size(), 0);
  std::vector<std::uint64_t> of_source_paragraph(pair.source.size(), 0);
  std::vector<std::uint64_t> of_target_paragraph(pair.target.size(), 0);
  for (const ScoredPair& p : pairs) {
    check_deadline();
    const std::uint64_t value = whole(p.word_score);
    const std::uint32_t source = pair.source[p.source].paragraph;
    const std::uint32_t target = pair.target[p.target].paragraph;
    together.add(source, target, value);
    source_with.add(p.source, target, value);
    target_with.add(p.target, source, value);
    of_source[p.source] += value;
    of_target[p.target] += value;
    of_source_paragraph[source] += value;
    of_target_paragraph[target] += value;
  }
  const auto plain = [](std::uint64_t value) { return static_cast<double>(value) / kWhole; };
  for (ScoredPair& p : pairs) {
    check_deadline();
    const SentenceProfile& source = pair.source[p.source];
    const SentenceProfile& target = pair.target[p.target];
    const double here = together.get(source.paragraph, target.paragraph);
    p.elsewhere = share_elsewhere(plain(of_source_paragraph[source.paragraph]), plain(of_source[p.source]), here,
                                  source_with.get(p.source, target.paragraph), source.paragraph_sentences - 1) +
                  share_elsewhere(plain(of_target_paragraph[target.paragraph]), plain(of_target[p.target]), here,
                                  target_with.get(p.target, source.paragraph), target.paragraph_sentences - 1);
    p.edges = 0;
    if (std::min(source.paragraph_sentences, target.paragraph_sentences) < kEdgeSentences) continue;
    const auto edge = [](bool a, bool b) { return a && b ? 1.0 : a != b ? -0.5 : 0.0; };
    p.edges = edge(source.first_of_paragraph, target.first_of_paragraph) +
              edge(source.last_of_paragraph, target.last_of_paragraph);
  }
}

/// Mean of the best likeness of each sentence; the larger of both texts', which is the one that the
/// other covers better.
double mean_best_likeness(const TopTwos& tops) {
  const auto mean = [](const std::vector<TopTwo>& side) {
    double sum = 0;
    for (const TopTwo& top : side) sum += top.first;
    return side.empty() ? 0 : sum / static_cast<double>(side.size());
  };
  return std::max(mean(tops.rows), mean(tops.columns));
}

TextEvidence compare_texts(const PairProfiles& pair, const std::vector<ScoredPair>& pairs) {
  const TopTwos tops =
      top_twos(pairs, pair.source.size(), pair.target.size(), [](const ScoredPair& p) { return p.likeness; });
  TextEvidence text;
  text.likeness = mean_best_likeness(tops);
  std::size_t anchors = 0;
  std::vector<double> sequences;
  for (const ScoredPair& p : pairs) {
    sequences.push_back(p.sequence);
    if (p.row == 1 && p.column == 1 && p.likeness > kAnchorLikeness) ++anchors;
  }
  const std::size_t shorter = std::min(pair.source.size(), pair.target.size());
  if (shorter > 0) text.anchors = std::min(1.0, static_cast<double>(anchors) / static_cast<double>(shorter));
  const std::size_t top = std::min<std::size_t>(3, sequences.size());
  std::partial_sort(sequences.begin(), sequences.begin() + static_cast<std::ptrdiff_t>(top), sequences.end(),
                    std::greater<>());
  for (std::size_t i = 0; i < top; ++i) text.copied += sequences[i] / static_cast<double>(top);
  return text;
}

}  // namespace

TextEvidence compare_places(const PairProfiles& pair, std::vector<ScoredPair>& pairs) {
  TextEvidence text = compare_texts(pair, pairs);
  const double in_order = find_best_path(pairs, static_cast<std::uint32_t>(pair.source.size()),
                                         static_cast<std::uint32_t>(pair.target.size()));
  text.order = std::clamp((in_order - kOrderFrom) / (kOrderFull - kOrderFrom), 0.0, 1.0);
  compare_neighbours(pair, pairs);
  compare_rivals(pair, pairs);
  compare_paragraphs(pair, pairs);
  return text;
}

}  // namespace storydiff
