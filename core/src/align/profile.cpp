#include "align/profile.hpp"

#include "align/quoted.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "align/weights.hpp"
#include "align/wordings.hpp"
#include "deadline_watch.hpp"
#include "language/stock_phrases.hpp"
#include "side_by_side.hpp"

namespace storydiff {
namespace {

/// Ascending. Most sentences are so short that to insert one after the other is the quickest way.
void sort_few(std::vector<Weighted>::iterator first, std::vector<Weighted>::iterator last) {
  constexpr std::ptrdiff_t kFew = 40;
  const auto before = [](Weighted a, Weighted b) { return a.feature < b.feature; };
  if (last - first > kFew) return std::sort(first, last, before);
  for (auto next = first; next != last; ++next) {
    const Weighted value = *next;
    auto at = next;
    for (; at != first && before(value, *(at - 1)); --at) *at = *(at - 1);
    *at = value;
  }
}

/// Sorts the features from `first` on, joins equal ones and counts them in `weight`.
void count_features(std::vector<Weighted>& features, std::size_t first) {
  const auto begin = features.begin() + static_cast<std::ptrdiff_t>(first);
  sort_few(begin, features.end());
  std::size_t kept = first;
  for (std::size_t i = first; i < features.size();) {
    std::size_t end = i;
    while (end < features.size() && features[end].feature == features[i].feature) ++end;
    features[kept++] = {features[i].feature, static_cast<std::uint32_t>(end - i)};
    i = end;
  }
  features.resize(kept);
}

/// What all sentences of one wording have in common. Fills of a pair's profiles what is about stems: their facts, their
/// lists and their synonyms.
class StemLists {
 public:
  StemLists(const Wordings& wordings, const Vocabulary& vocabulary, PairProfiles& pair)
      : wordings_(wordings),
        vocabulary_(vocabulary),
        stock_phrases_(StockPhrases::of(vocabulary.language())),
        pair_(pair) {}

  /// Profiles by wording, without what depends on a sentence's place.
  std::vector<SentenceProfile> make() {
    pair_.stems.resize(wordings_.stem_hashes.size());
    for (const Wordings::Seen& seen : wordings_.seen) learn(seen);
    std::vector<Ends> ends;
    ends.reserve(wordings_.all.size());
    pair_.stem_lists.reserve(wordings_.words.size());
    for (const Wording& wording : wordings_.all) {
      check_deadline();
      add(wording);
      ends.push_back({pair_.stem_lists.size(), pair_.stock.size()});
    }
    for (StemFacts& stem : pair_.stems) weigh_stem(stem);
    for (Weighted& stem : pair_.stem_lists) stem.weight *= pair_.stems[stem.feature].rarity;
    find_synonyms();

    // Only now that they grow no more do the lists stay where they are.
    std::vector<SentenceProfile> profiles(wordings_.all.size());
    Ends begin;
    for (std::size_t i = 0; i < profiles.size(); ++i) {
      SentenceProfile& profile = profiles[i];
      profile.content_hash = wordings_.all[i].content_hash;
      profile.sequence = wordings_.sequence_of(wordings_.all[i]);
      profile.words = wordings_.words_of(wordings_.all[i]);
      profile.stems = std::span(pair_.stem_lists).subspan(begin.stems, ends[i].stems - begin.stems);
      profile.stock = std::span(pair_.stock).subspan(begin.stock, ends[i].stock - begin.stock);
      add_weights(profile);
      begin = ends[i];
    }
    return profiles;
  }

 private:
  /// Where the lists of a wording end.
  struct Ends {
    std::size_t stems = 0;
    std::size_t stock = 0;
  };

  void learn(const Wordings::Seen& seen) {
    const Word& word = vocabulary_[seen.word];
    StemFacts& stem = pair_.stems[seen.stem];
    // A stem can have function words and others ("be", "being", "beings"); whichever text has which,
    // one function word is enough to make it a common stem.
    if (word.function_word) stem.content = false;
    if (is_single_digit(word)) stem.single_digit = true;
    if (!word.capitalized && word.kind != WordKind::kNumber) stem.name_or_number = false;
    stem.commonness = std::max(stem.commonness, vocabulary_.commonness(seen.word));
    for (const std::uint32_t concept_id : vocabulary_.concepts(seen.word))
      concepts_.emplace_back(concept_id, seen.stem);
  }

  /// Puts the lists of a wording behind those of the ones before.
  void add(const Wording& wording) {
    const std::span<const std::uint32_t> sequence = wordings_.sequence_of(wording);
    mark_stock(sequence);
    const std::size_t first = pair_.stem_lists.size();
    for (const std::uint32_t stem : sequence) pair_.stem_lists.push_back({stem, 1});
    count_features(pair_.stem_lists, first);
    for (std::size_t i = first; i < pair_.stem_lists.size(); ++i) {
      StemFacts& stem = pair_.stems[pair_.stem_lists[i].feature];
      stem.source_sentences += wording.source_sentences;
      stem.target_sentences += wording.target_sentences;
    }
  }

  /// What one phrase covers may be part of another ("respond to a request", "request for comment").
  void mark_stock(std::span<const std::uint32_t> sequence) {
    hashes_.clear();
    for (const std::uint32_t stem : sequence) hashes_.push_back(wordings_.stem_hashes[stem]);
    std::vector<std::uint32_t>& stock = pair_.stock;
    const auto first = static_cast<std::ptrdiff_t>(stock.size());
    std::size_t covered = 0;  // up to here
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      covered = std::max(covered, i + stock_phrases_.match(hashes_, i));
      if (i < covered) stock.push_back(sequence[i]);
    }
    std::sort(stock.begin() + first, stock.end());
    stock.erase(std::unique(stock.begin() + first, stock.end()), stock.end());
  }

  void weigh_stem(StemFacts& stem) const {
    stem.rarity = pair_.rarities[stem.source_sentences + stem.target_sentences];
    if (!stem.content || stem.source_sentences == 0 || stem.target_sentences == 0) return;
    const std::uint32_t most = std::max(stem.source_sentences, stem.target_sentences);
    stem.substance = std::max(0.0, 1 - (most - 1) / kSubstanceSentences);
    if (stem.name_or_number)
      stem.witness = stem.substance * (1 - stem.commonness) * (stem.single_digit ? kSingleDigitWeight : 1);
  }

  void add_weights(SentenceProfile& profile) const {
    for (const Weighted& stem : profile.stems) {
      profile.stem_weight += stem.weight;
      if (pair_.stems[stem.feature].content && !profile.in_stock(stem.feature)) profile.content_weight += stem.weight;
    }
  }

  /// Joins the content stems that share a concept. A concept that very many words of the two texts
  /// share would say nothing, and cost much.
  void find_synonyms() {
    if (concepts_.empty()) return;
    std::sort(concepts_.begin(), concepts_.end());
    concepts_.erase(std::unique(concepts_.begin(), concepts_.end()), concepts_.end());  // several words have one stem
    // Twice over the concepts: the first time they are counted.
    std::vector<std::uint32_t>& starts = pair_.synonym_starts;
    starts.assign(pair_.stems.size() + 1, 0);
    each_synonym([&](std::uint32_t stem, std::uint32_t) { ++starts[stem + 1]; });
    for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
    std::vector<std::uint32_t> synonyms(starts.back());
    std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
    each_synonym([&](std::uint32_t stem, std::uint32_t other) { synonyms[next[stem]++] = other; });
    // Two words may share several concepts.
    std::uint32_t begin = 0;
    for (std::size_t stem = 0; stem < pair_.stems.size(); ++stem) {
      const auto first = synonyms.begin() + begin;
      begin = starts[stem + 1];
      std::sort(first, synonyms.begin() + begin);
      pair_.synonyms.insert(pair_.synonyms.end(), first, std::unique(first, synonyms.begin() + begin));
      starts[stem + 1] = static_cast<std::uint32_t>(pair_.synonyms.size());
    }
  }
  /// Precondition: `concepts_` is sorted.
  template <class Found>
  void each_synonym(Found found) const {
    for (std::size_t first = 0, end = 0; first < concepts_.size(); first = end) {
      while (end < concepts_.size() && concepts_[end].first == concepts_[first].first) ++end;
      if (end - first > kMaximumSynonyms) continue;
      for (std::size_t i = first; i < end; ++i)
        for (std::size_t j = first; j < end; ++j) {
          const std::uint32_t stem = concepts_[i].second;
          const std::uint32_t other = concepts_[j].second;
          if (i != j && pair_.stems[stem].content && pair_.stems[other].content) found(stem, other);
        }
    }
  }

  [[nodiscard]] bool is_single_digit(const Word& word) const {
    return word.kind == WordKind::kNumber && vocabulary_.key_text(word.keys.back()).size() == 1;
  }

  const Wordings& wordings_;
  const Vocabulary& vocabulary_;
  const StockPhrases& stock_phrases_;
  PairProfiles& pair_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> concepts_;  ///< concept, stem
  std::vector<std::uint64_t> hashes_;                              ///< of the stems of the wording at hand
};

/// Fills of a pair's profiles what is about letters.
void count_letters(const Wordings& wordings, const Vocabulary& vocabulary, PairProfiles& pair) {
  constexpr auto kFolded = static_cast<std::size_t>(Equivalence::kCase);
  for (const Wordings::Seen& seen : wordings.seen)
    pair.letter_runs.learn(seen.word, vocabulary.key_text(vocabulary[seen.word].keys[kFolded]));
  for (const Wording& wording : wordings.all) {
    check_deadline();
    pair.letter_runs.add(wordings.words_of(wording), wording.source_sentences + wording.target_sentences);
  }
}

/// Fills of a pair's profiles what is about neighbouring stems.
void count_neighbours(const Wordings& wordings, PairProfiles& pair) {
  std::uint32_t number = 0;
  for (const Wording& wording : wordings.all) {
    check_deadline();
    const std::uint32_t sentences = wording.source_sentences + wording.target_sentences;
    const std::span<const std::uint32_t> sequence = wordings.sequence_of(wording);
    for (std::size_t i = 1; i < sequence.size(); ++i)
      pair.stem_pairs.add(stem_pair(sequence[i - 1], sequence[i]), number, sentences);
    ++number;
  }
}

/// The profiles of one text's sentences, made from those of their wordings.
std::vector<SentenceProfile> place(const Segments& segments, const std::vector<std::uint32_t>& wordings,
                                   const std::vector<SentenceProfile>& of_wording, const std::vector<bool>& quoted) {
  std::vector<SentenceProfile> profiles;
  profiles.reserve(segments.sentences.size());
  for (std::size_t i = 0; i < segments.sentences.size(); ++i) {
    SentenceProfile& profile = profiles.emplace_back(of_wording[wordings[i]]);
    const std::uint32_t number = segments.sentences[i].paragraph;
    const Paragraph& paragraph = segments.paragraphs[number];
    const std::size_t place = i - paragraph.first_sentence;
    profile.quoted = quoted[i];
    profile.paragraph = number;
    profile.paragraph_sentences = paragraph.sentence_count;
    profile.first_of_paragraph = place == 0;
    profile.last_of_paragraph = place + 1 == paragraph.sentence_count;
  }
  return profiles;
}

}  // namespace

std::uint32_t rarity_of(std::size_t sentences, std::uint32_t containing) {
  const double idf = std::log((static_cast<double>(sentences) + 1) / (containing + 0.5));
  return static_cast<std::uint32_t>(std::max(1.0, std::round(idf * kRarityScale)));
}

bool is_long(const PairProfiles& pair) { return std::min(pair.source.size(), pair.target.size()) >= kCopiedRivals; }

PairProfiles build_profiles(const Segments& source, const Segments& target, Vocabulary& vocabulary,
                            const ProfileOptions& options, unsigned threads) {
  PairProfiles pair;
  Wordings wordings = read_wordings(source, target, vocabulary, options, threads);
  const std::size_t sentences = source.sentences.size() + target.sentences.size();
  pair.rarities.reserve(sentences + 1);
  for (std::uint32_t count = 0; count <= sentences; ++count) pair.rarities.push_back(rarity_of(sentences, count));

  // From here on the vocabulary is only read.
  std::vector<SentenceProfile> of_wording;
  std::vector<bool> source_quoted;
  std::vector<bool> target_quoted;
  run_side_by_side(threads,
                   {[&] { of_wording = StemLists(wordings, vocabulary, pair).make(); },
                    [&] { count_letters(wordings, vocabulary, pair); }, [&] { count_neighbours(wordings, pair); },
                    [&] {
                      source_quoted = mostly_quoted(source, vocabulary);
                      target_quoted = mostly_quoted(target, vocabulary);
                    }});
  pair.source = place(source, wordings.of_source, of_wording, source_quoted);
  pair.target = place(target, wordings.of_target, of_wording, target_quoted);
  pair.sequences = std::move(wordings.sequences);
  pair.words = std::move(wordings.words);
  return pair;
}

}  // namespace storydiff
