#include <algorithm>
#include <numeric>

#include "align/evidence.hpp"
#include "align/grid.hpp"
#include "align/sequence.hpp"
#include "align/weights.hpp"
#include "deadline_watch.hpp"

namespace storydiff {
namespace {

double share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

double harmonic(double a, double b) { return a + b > 0 ? 2 * a * b / (a + b) : 0; }

bool is_stock(const SentenceProfile& sentence, std::uint32_t stem) {
  return std::binary_search(sentence.stock.begin(), sentence.stock.end(), stem);
}

/// Shared stems: how much of each side's weight they carry, and how telling they are. What either side
/// has in a stock phrase tells nothing.
void compare_stems(const SentenceProfile& source, const SentenceProfile& target, const std::vector<StemFacts>& stems,
                   ScoredPair& pair) {
  std::uint64_t source_shared = 0;
  std::uint64_t target_shared = 0;
  std::uint64_t source_content = 0;
  std::uint64_t target_content = 0;
  double substance = 0;
  double unique = 0;
  std::size_t stock = 0;
  std::size_t telling = 0;
  auto s = source.stems.begin();
  auto t = target.stems.begin();
  while (s != source.stems.end() && t != target.stems.end()) {
    if (s->feature < t->feature) {
      ++s;
    } else if (t->feature < s->feature) {
      ++t;
    } else {
      const StemFacts& stem = stems[s->feature];
      source_shared += s->weight;
      target_shared += t->weight;
      const bool in_stock = stem.content && (is_stock(source, s->feature) || is_stock(target, s->feature));
      if (in_stock) ++stock;
      if (stem.content && !in_stock) {
        ++telling;
        source_content += s->weight;
        target_content += t->weight;
        substance += stem.substance;
        unique += stem.witness;
        if (!stem.name_or_number) ++pair.ordinary;
      }
      ++s;
      ++t;
    }
  }
  pair.stock = stock > 0 && telling < 2;
  pair.source_contained = share(source_shared, source.stem_weight);
  pair.target_contained = share(target_shared, target.stem_weight);
  const auto [smaller, larger] =
      std::minmax({share(source_content, source.content_weight), share(target_content, target.content_weight)});
  pair.content_smaller = smaller;
  pair.content_larger = larger;
  pair.substance = std::min(1.0, substance / kSubstanceWords);
  pair.unique = std::min(1.0, unique / kUniqueCap);
}

/// How many numbers stand in both ascending lists.
std::size_t count_common(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::size_t common = 0;
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    if (*x < *y) {
      ++x;
    } else if (*y < *x) {
      ++y;
    } else {
      ++common;
      ++x;
      ++y;
    }
  }
  return common;
}

/// What one side says in other words, for the pairs of one sentence of the other side.
class SynonymMarks {
 public:
  explicit SynonymMarks(const PairProfiles& pair) : pair_(pair), exact_(pair.stems.size()), near_(pair.stems.size()) {}

  /// The sentence whose words the next calls of `found` look for.
  void mark(const SentenceProfile& sentence) {
    ++round_;
    for (const Weighted& stem : sentence.stems) {
      exact_[stem.feature] = round_;
      for (const std::uint32_t other : pair_.synonyms_of(stem.feature)) near_[other] = round_;
    }
  }

  struct Found {
    std::uint64_t weight = 0;
    std::uint32_t words = 0;
  };
  /// Words of `sentence` that the marked one has only as synonyms.
  [[nodiscard]] Found found(const SentenceProfile& sentence) const {
    Found result;
    for (const Weighted& stem : sentence.stems) {
      if (exact_[stem.feature] == round_ || near_[stem.feature] != round_) continue;
      result.weight += stem.weight;
      ++result.words;
    }
    return result;
  }

 private:
  const PairProfiles& pair_;
  std::vector<std::uint32_t> exact_;  ///< by stem: the last round that marked it
  std::vector<std::uint32_t> near_;
  std::uint32_t round_ = 0;
};

/// The synonym evidence of all pairs; `likeness` gets its third part, which they raise.
void compare_synonyms(const PairProfiles& pair, std::vector<ScoredPair>& pairs) {
  std::vector<SynonymMarks::Found> in_source(pairs.size());
  std::vector<SynonymMarks::Found> in_target(pairs.size());
  if (!pair.synonyms.empty()) {
    SynonymMarks marks(pair);
    std::vector<std::uint32_t> order(pairs.size());
    std::iota(order.begin(), order.end(), 0U);
    for (const std::uint32_t i : order) {
      if (i == 0 || pairs[i].target != pairs[i - 1].target) marks.mark(pair.target[pairs[i].target]);
      in_source[i] = marks.found(pair.source[pairs[i].source]);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return pairs[a].source < pairs[b].source; });
    for (std::size_t k = 0; k < order.size(); ++k) {
      const ScoredPair& p = pairs[order[k]];
      if (k == 0 || p.source != pairs[order[k - 1]].source) marks.mark(pair.source[p.source]);
      in_target[order[k]] = marks.found(pair.target[p.target]);
    }
  }
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    ScoredPair& p = pairs[i];
    const double source = share(in_source[i].weight, pair.source[p.source].stem_weight);
    const double target = share(in_target[i].weight, pair.target[p.target].stem_weight);
    p.synonyms = std::max(source, target);
    p.ordinary += std::min(in_source[i].words, in_target[i].words);
    p.synonym_words = std::min(1.0, std::min(in_source[i].words, in_target[i].words) / kSynonymWords);
    const double contained = harmonic(p.source_contained, p.target_contained);
    p.likeness = p.identical ? 1 : (p.likeness + contained) / 3;
  }
}

/// One sentence's features laid out by number, to be compared with many sentences.
class Spread {
 public:
  explicit Spread(const std::vector<std::uint32_t>& rarities) {
    cells_.reserve(rarities.size());
    for (const std::uint32_t rarity : rarities) cells_.push_back({0, rarity});
    there_.resize(rarities.size() / kBits + 1, 0);
  }
  /// Borrows the bag until the next call.
  void take(const FeatureBag& bag) {
    if (bag_ != nullptr)
      for (const std::uint32_t feature : bag_->features) {
        cells_[feature].weight = 0;
        there_[feature / kBits] = 0;
      }
    bag_ = &bag;
    for (const std::uint32_t feature : bag.features) {
      cells_[feature].weight += cells_[feature].rarity;
      there_[feature / kBits] |= std::uint64_t{1} << feature % kBits;
    }
  }
  /// Cosine of the two, 0..1; 0 when one is empty. Sums of whole numbers: the same in any order. O(other).
  [[nodiscard]] double cosine(const FeatureBag& other) const {
    if (bag_->features.empty() || other.features.empty()) return 0;
    std::uint64_t product = 0;
    for (const std::uint32_t feature : other.features)
      if ((there_[feature / kBits] >> feature % kBits & 1U) != 0)
        product += std::uint64_t{cells_[feature].weight} * cells_[feature].rarity;
    return std::min(1.0, static_cast<double>(product) / (other.length * bag_->length));
  }

 private:
  struct Cell {
    std::uint32_t weight = 0;
    std::uint32_t rarity = 0;
  };
  static constexpr std::uint32_t kBits = 64;
  std::vector<Cell> cells_;
  std::vector<std::uint64_t> there_;  ///< a bit a feature, small enough to stay in the nearest cache
  const FeatureBag* bag_ = nullptr;
};

void compare_rivals(const PairProfiles& pair, std::vector<ScoredPair>& pairs) {
  const TopTwos tops =
      top_twos(pairs, pair.source.size(), pair.target.size(), [](const ScoredPair& p) { return p.likeness; });
  for (ScoredPair& p : pairs) {
    const TopTwo& row = tops.rows[p.target];
    const TopTwo& column = tops.columns[p.source];
    p.row = row.first > 0 ? p.likeness / row.first : 0;
    p.column = column.first > 0 ? p.likeness / column.first : 0;
    p.margin = p.likeness - (row.rival_of(p.likeness) + column.rival_of(p.likeness)) / 2;
  }
}

}  // namespace

std::vector<ScoredPair> compare_words(const PairProfiles& pair, const std::vector<Candidate>& candidates,
                                      std::vector<std::string>& bailouts) {
  std::vector<ScoredPair> pairs;
  pairs.reserve(candidates.size());
  bool sequence_bound = false;
  Spread letters(pair.letter_rarities);
  Spread words(pair.word_rarities);
  SequenceMatcher order(pair.stems.size());
  const SentenceProfile* taken = nullptr;
  for (const Candidate& candidate : candidates) {
    check_deadline();
    const SentenceProfile& source = pair.source[candidate.source];
    const SentenceProfile& target = pair.target[candidate.target];
    ScoredPair p;
    p.source = candidate.source;
    p.target = candidate.target;
    p.identical = source.content_hash == target.content_hash;
    compare_stems(source, target, pair.stems, p);
    p.phrases = std::min(1.0, static_cast<double>(count_common(source.rare_pairs, target.rare_pairs)) / kRarePairs);
    if (!p.identical && taken != &target) {
      taken = &target;
      letters.take(target.letters);
      words.take(target.words);
      order.take(target.sequence);
    }
    // The likeness of identical ones is known.
    if (!p.identical) p.likeness = letters.cosine(source.letters) + words.cosine(source.words);
    const auto [shorter, longer] = std::minmax({source.sequence.size(), target.sequence.size()});
    if (p.identical) {
      p.sequence = p.sequence_shorter = p.run = 1;
    } else if (shorter * longer > kMaximumSequenceCells) {
      sequence_bound = true;
      p.sequence = p.sequence_shorter = harmonic(p.source_contained, p.target_contained);
    } else if (shorter > 0) {
      const double common = order.common(source.sequence);
      p.sequence = common / static_cast<double>(longer);
      p.sequence_shorter = common / static_cast<double>(shorter);
      p.copied = !p.stock && common >= kCopiedWords && p.sequence >= kCopiedSequence && p.ordinary >= kCopiedContent;
      if (common > kRunFrom)
        p.run = std::clamp((order.common_run(source.sequence) - kRunFrom) / (kRunFull - kRunFrom), 0.0, 1.0);
    }
    pairs.push_back(p);
  }
  if (sequence_bound) bailouts.emplace_back("align: a sentence is too long for its word order to be compared");
  compare_synonyms(pair, pairs);
  compare_rivals(pair, pairs);
  return pairs;
}

}  // namespace storydiff
