#include <algorithm>
#include <atomic>
#include <cstddef>
#include <limits>
#include <numeric>

#include "align/bags.hpp"
#include "align/evidence.hpp"
#include "align/grid.hpp"
#include "align/sequence.hpp"
#include "align/weights.hpp"
#include "deadline_watch.hpp"
#include "side_by_side.hpp"

namespace storydiff {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

double share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

double harmonic(double a, double b) { return a + b > 0 ? 2 * a * b / (a + b) : 0; }

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
      const bool in_stock = stem.content && (source.in_stock(s->feature) || target.in_stock(s->feature));
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
void compare_synonyms(const PairProfiles& pair, std::vector<ScoredPair>& pairs, unsigned threads) {
  std::vector<SynonymMarks::Found> in_source(pairs.size());
  std::vector<SynonymMarks::Found> in_target(pairs.size());
  const auto look_in_source = [&] {
    SynonymMarks marks(pair);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      check_deadline();
      if (i == 0 || pairs[i].target != pairs[i - 1].target) marks.mark(pair.target[pairs[i].target]);
      in_source[i] = marks.found(pair.source[pairs[i].source]);
    }
  };
  const auto look_in_target = [&] {
    SynonymMarks marks(pair);
    std::vector<std::uint32_t> order(pairs.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return pairs[a].source < pairs[b].source; });
    for (std::size_t k = 0; k < order.size(); ++k) {
      check_deadline();
      const ScoredPair& p = pairs[order[k]];
      if (k == 0 || p.source != pairs[order[k - 1]].source) marks.mark(pair.source[p.source]);
      in_target[order[k]] = marks.found(pair.target[p.target]);
    }
  };
  if (!pair.synonyms.empty()) run_side_by_side(threads, {look_in_target, look_in_source});
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

/// The bags of the sentences that were asked for last: neighbours in one text are compared with neighbours in the
/// other, so each is made about once.
class RecentBags {
 public:
  using Read = void (BagReader::*)(const SentenceProfile&, Bag&);
  RecentBags(const std::vector<SentenceProfile>& side, BagReader& reader, Read read)
      : side_(side), reader_(reader), read_(read), kept_(kKept) {}
  /// Valid until the next call.
  const Bag& of(std::uint32_t sentence) {
    Kept& kept = kept_[sentence % kKept];
    if (kept.sentence != sentence) {
      kept.sentence = sentence;
      (reader_.*read_)(side_[sentence], kept.bag);
    }
    return kept.bag;
  }

 private:
  static constexpr std::size_t kKept = 256;
  struct Kept {
    std::uint32_t sentence = kNone;
    Bag bag;
  };
  const std::vector<SentenceProfile>& side_;
  BagReader& reader_;
  Read read_;
  std::vector<Kept> kept_;
};

/// Compares the words and letters of pairs.
class BagComparison {
 public:
  explicit BagComparison(const PairProfiles& pair)
      : pair_(pair),
        reader_(pair),
        words_(reader_.word_features()),
        letters_(reader_.letter_features()),
        source_words_(pair.source, reader_, &BagReader::read_words),
        source_letters_(pair.source, reader_, &BagReader::read_letters) {}

  /// `phrases`, and two of the three parts of `likeness`, which is known where the two are identical. Of copies in long
  /// texts, letters say what the words in order say, and cost several times as much. The pairs of one target sentence
  /// are compared one after the other.
  void compare(ScoredPair& p) {
    if (p.identical) {
      reader_.read_words(pair_.source[p.source], scratch_);
      p.phrases = phrases_of(scratch_, [](std::uint32_t) { return true; });
      return;
    }
    const bool by_order = p.copied && is_long(pair_);
    if (words_of_ != p.target) {
      words_of_ = p.target;
      reader_.read_words(pair_.target[p.target], scratch_);
      words_.swap(scratch_);
    }
    if (!by_order && letters_of_ != p.target) {
      letters_of_ = p.target;
      reader_.read_letters(pair_.target[p.target], scratch_);
      letters_.swap(scratch_);
    }
    const Bag& words = source_words_.of(p.source);
    p.phrases = phrases_of(words, [&](std::uint32_t feature) { return words_.has(feature); });
    p.likeness = (by_order ? p.sequence : letters_.cosine(source_letters_.of(p.source))) + words_.cosine(words);
  }

 private:
  /// Its rare pairs that the other one has as well.
  template <class Shared>
  double phrases_of(const Bag& words, Shared shared) const {
    const auto rare = std::count_if(words.features.begin(), words.features.end(), [&](Weighted word) {
      return reader_.is_rare_pair(word.feature) && shared(word.feature);
    });
    return std::min(1.0, static_cast<double>(rare) / kRarePairs);
  }

  const PairProfiles& pair_;
  BagReader reader_;
  std::uint32_t words_of_ = kNone;  ///< the target sentence whose words are spread
  std::uint32_t letters_of_ = kNone;
  SpreadBag words_;
  SpreadBag letters_;
  RecentBags source_words_;
  RecentBags source_letters_;
  Bag scratch_;
};

void compare_rivals(const PairProfiles& pair, std::vector<ScoredPair>& pairs) {
  const TopTwos tops =
      top_twos(pairs, pair.source.size(), pair.target.size(), [](const ScoredPair& p) { return p.likeness; });
  const bool long_texts = is_long(pair);
  for (ScoredPair& p : pairs) {
    const TopTwo& row = tops.rows[p.target];
    const TopTwo& column = tops.columns[p.source];
    p.row = row.first > 0 ? p.likeness / row.first : 0;
    p.column = column.first > 0 ? p.likeness / column.first : 0;
    p.margin = p.likeness - (row.rival_of(p.likeness) + column.rival_of(p.likeness)) / 2;
    // Of two that are equally like each may be the copy; in long texts most of them have been settled.
    const double rival = std::max(row.rival_of(p.likeness), column.rival_of(p.likeness));
    p.copied = p.copied && (long_texts ? p.row == 1 && p.column == 1 : rival < p.likeness);
  }
}

/// Compares the words of a run of candidates, the pairs of one target sentence behind one another. Keeps scratch for
/// each feature, so it is one for many pairs, on one thread.
class WordComparison {
 public:
  explicit WordComparison(const PairProfiles& pair)
      : pair_(pair), long_texts_(is_long(pair)), bags_(pair), order_(pair.stems.size()) {}

  [[nodiscard]] ScoredPair compare(const Candidate& candidate) {
    const SentenceProfile& source = pair_.source[candidate.source];
    const SentenceProfile& target = pair_.target[candidate.target];
    ScoredPair p;
    p.source = candidate.source;
    p.target = candidate.target;
    p.identical = source.content_hash == target.content_hash;
    compare_stems(source, target, pair_.stems, p);
    if (p.identical) {
      p.sequence = p.sequence_shorter = p.run = 1;
    } else {
      compare_order(source, target, p);
    }
    bags_.compare(p);
    return p;
  }
  /// Whether the order of a pair's words was not compared, for they are too many.
  [[nodiscard]] bool hit_bound() const { return hit_bound_; }

 private:
  void compare_order(const SentenceProfile& source, const SentenceProfile& target, ScoredPair& p) {
    const auto [shorter, longer] = std::minmax({source.sequence.size(), target.sequence.size()});
    if (shorter * longer > kMaximumSequenceCells) {
      hit_bound_ = true;
      p.sequence = p.sequence_shorter = harmonic(p.source_contained, p.target_contained);
      return;
    }
    if (shorter == 0) return;
    if (taken_ != &target) {
      taken_ = &target;
      order_.take(target.sequence);
    }
    const double common = order_.common(source.sequence);
    p.sequence = common / static_cast<double>(longer);
    p.sequence_shorter = common / static_cast<double>(shorter);
    p.copied = !p.stock && common >= (long_texts_ ? kCopiedWords : kCopiedWordsOfFew) &&
               p.sequence >= kCopiedSequence && p.ordinary >= (long_texts_ ? kCopiedContent : kCopiedContentOfFew);
    if (common > kRunFrom)
      p.run = std::clamp((order_.common_run(source.sequence) - kRunFrom) / (kRunFull - kRunFrom), 0.0, 1.0);
  }

  const PairProfiles& pair_;
  bool long_texts_;
  BagComparison bags_;
  SequenceMatcher order_;
  const SentenceProfile* taken_ = nullptr;  ///< by `order_`
  bool hit_bound_ = false;
};

/// About so many candidates are compared in a row.
constexpr std::size_t kRun = 256;

/// Where a run of candidates begins: not between those of one target sentence.
std::size_t begin_of_run(const std::vector<Candidate>& candidates, std::size_t run) {
  std::size_t begin = std::min(run * kRun, candidates.size());
  while (begin > 0 && begin < candidates.size() && candidates[begin].target == candidates[begin - 1].target) ++begin;
  return begin;
}

}  // namespace

std::vector<ScoredPair> compare_words(const PairProfiles& pair, const std::vector<Candidate>& candidates,
                                      std::vector<std::string>& bailouts, unsigned threads) {
  std::vector<ScoredPair> pairs(candidates.size());
  // Each thread has its scratch, which of long texts is large; so there are two at most, and each takes the next run of
  // candidates when it has done one: copies cost little, and stand together.
  std::atomic<bool> hit_bound = false;
  std::atomic<std::size_t> next_run = 0;
  const auto compare = [&](std::size_t) {
    WordComparison words(pair);
    for (std::size_t run = next_run++; run * kRun < candidates.size(); run = next_run++) {
      const std::size_t end = begin_of_run(candidates, run + 1);
      for (std::size_t i = begin_of_run(candidates, run); i < end; ++i) {
        check_deadline();
        pairs[i] = words.compare(candidates[i]);
      }
    }
    if (words.hit_bound()) hit_bound = true;
  };
  const unsigned at_once = threads > 1 ? 2 : 1;
  run_side_by_side(at_once, at_once, compare);
  if (hit_bound) bailouts.emplace_back("align: a sentence is too long for its word order to be compared");
  compare_synonyms(pair, pairs, threads);
  compare_rivals(pair, pairs);
  return pairs;
}

}  // namespace storydiff
