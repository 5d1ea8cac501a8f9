#include "align/profile.hpp"

#include "align/quoted.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "align/numbering.hpp"
#include "align/weights.hpp"
#include "language/canonical.hpp"
#include "language/hash.hpp"
#include "language/stock_phrases.hpp"

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

/// Facts of words that do not depend on the sentence, computed once a word.
struct WordFacts {
  std::uint64_t stem_hash = 0;
  std::uint64_t surface_hash = 0;  ///< of the typography form
  std::uint32_t stem = 0;          ///< its number, once it is seen
  bool seen = false;               ///< its number and its concepts are known
};

class Builder {
 public:
  Builder(Vocabulary& vocabulary, const ProfileOptions& options)
      : vocabulary_(vocabulary),
        rung_(static_cast<std::size_t>(options.rung)),
        canonical_(options.canonical),
        canonicalizer_(vocabulary),
        stock_phrases_(StockPhrases::of(vocabulary.language())) {
    facts_.reserve(vocabulary.size());
  }

  void add(const Segments& segments, bool is_source) {
    std::vector<SentenceProfile>& profiles = is_source ? pair_.source : pair_.target;
    ProfileStore& store = is_source ? pair_.source_store : pair_.target_store;
    profiles.reserve(segments.sentences.size());
    store.sequences.reserve(segments.tokens.size());
    store.words.reserve(segments.tokens.size());
    store.stems.reserve(segments.tokens.size());
    std::vector<Ends> ends;
    ends.reserve(segments.sentences.size());
    const std::vector<bool> quoted = mostly_quoted(segments, vocabulary_);
    for (const Sentence& sentence : segments.sentences) {
      SentenceProfile profile;
      const Paragraph& paragraph = segments.paragraphs[sentence.paragraph];
      const std::size_t place = profiles.size() - paragraph.first_sentence;
      profile.quoted = quoted[profiles.size()];
      profile.paragraph = sentence.paragraph;
      profile.paragraph_sentences = paragraph.sentence_count;
      profile.first_of_paragraph = place == 0;
      profile.last_of_paragraph = place + 1 == paragraph.sentence_count;
      profile.content_hash = add_sentence(segments.tokens_of(sentence), store, is_source);
      profiles.push_back(profile);
      ends.push_back({store.sequences.size(), store.stems.size(), store.stock.size()});
      ++sentences_;
    }
    // Only now that they grow no more do the lists stay where they are.
    Ends begin;
    for (std::size_t i = 0; i < profiles.size(); ++i) {
      const Ends& end = ends[i];
      profiles[i].sequence = std::span(store.sequences).subspan(begin.sequence, end.sequence - begin.sequence);
      profiles[i].stems = std::span(store.stems).subspan(begin.stems, end.stems - begin.stems);
      profiles[i].stock = std::span(store.stock).subspan(begin.stock, end.stock - begin.stock);
      profiles[i].words = std::span(store.words).subspan(begin.sequence, end.sequence - begin.sequence);
      begin = end;
    }
  }

  PairProfiles finish() {
    pair_.rarities.reserve(sentences_ + 1);
    for (std::uint32_t count = 0; count <= sentences_; ++count) pair_.rarities.push_back(rarity_of(sentences_, count));
    for (StemFacts& stem : pair_.stems) weigh_stem(stem);
    weigh(pair_.source, pair_.source_store);
    weigh(pair_.target, pair_.target_store);
    find_synonyms();
    return std::move(pair_);
  }

 private:
  /// Where the lists of a sentence end.
  struct Ends {
    std::size_t sequence = 0;  ///< of the words as well
    std::size_t stems = 0;
    std::size_t stock = 0;
  };

  /// Puts the lists of a sentence behind those of the ones before; returns its content hash.
  std::uint64_t add_sentence(std::span<const Token> tokens, ProfileStore& store, bool is_source) {
    std::uint64_t content_hash = 0;
    for (const Token& token : tokens) content_hash = mix(content_hash + facts_of(token.word).surface_hash);
    read_wording(tokens);
    stem_hashes_.clear();
    const std::size_t first_word = store.sequences.size();
    const std::size_t first_stem = store.stems.size();
    for (const CanonicalStem& canonical : wording_) {
      WordFacts& facts = facts_of(canonical.word);
      if (!facts.seen) see(facts, canonical.word);
      if (store.sequences.size() > first_word)
        pair_.stem_pairs.add(stem_pair(store.sequences.back(), facts.stem), sentences_);
      store.sequences.push_back(facts.stem);
      stem_hashes_.push_back(facts.stem_hash);
      store.stems.push_back({facts.stem, 1});
      store.words.push_back(canonical.word);
    }
    pair_.letter_runs.add_sentence(std::span(store.words).subspan(first_word));
    mark_stock(std::span(store.sequences).subspan(first_word), store.stock);
    count_features(store.stems, first_stem);
    for (std::size_t i = first_stem; i < store.stems.size(); ++i) {
      StemFacts& stem = pair_.stems[store.stems[i].feature];
      ++(is_source ? stem.source_sentences : stem.target_sentences);
    }
    return content_hash;
  }

  /// The words of a sentence in canonical wording, where that is asked for.
  void read_wording(std::span<const Token> tokens) {
    wording_.clear();
    if (canonical_) {
      canonicalizer_.append(tokens, wording_);
    } else {
      for (const Token& token : tokens)
        if (vocabulary_[token.word].kind != WordKind::kPunctuation) wording_.push_back({0, token.word, 0});
    }
  }

  /// Canonical wording adds words to the vocabulary as it goes.
  WordFacts& facts_of(WordId id) {
    while (facts_.size() <= id) {
      const Word& word = vocabulary_[static_cast<WordId>(facts_.size())];
      WordFacts facts;
      facts.stem_hash = hash_bytes(vocabulary_.key_text(word.keys[rung_]));
      facts.surface_hash =
          hash_bytes(vocabulary_.key_text(word.keys[static_cast<std::size_t>(Equivalence::kTypography)]));
      facts_.push_back(facts);
    }
    return facts_[id];
  }

  /// The first time that a word stands anywhere.
  void see(WordFacts& facts, WordId id) {
    const Word& word = vocabulary_[id];
    facts.seen = true;
    pair_.letter_runs.learn(id, vocabulary_.key_text(word.keys[static_cast<std::size_t>(Equivalence::kCase)]));
    facts.stem = stem_numbers_.number(facts.stem_hash);
    if (facts.stem == pair_.stems.size()) pair_.stems.emplace_back();
    StemFacts& stem = pair_.stems[facts.stem];
    // A stem can have function words and others ("be", "being", "beings"); whichever text has which,
    // one function word is enough to make it a common stem.
    if (word.function_word) stem.content = false;
    if (is_single_digit(word)) stem.single_digit = true;
    if (!word.capitalized && word.kind != WordKind::kNumber) stem.name_or_number = false;
    stem.commonness = std::max(stem.commonness, vocabulary_.commonness(id));
    for (const std::uint32_t concept_id : vocabulary_.concepts(id)) concepts_.emplace_back(concept_id, facts.stem);
  }

  /// What one phrase covers may be part of another ("respond to a request", "request for comment").
  void mark_stock(std::span<const std::uint32_t> sequence, std::vector<std::uint32_t>& stock) const {
    const auto first = static_cast<std::ptrdiff_t>(stock.size());
    std::size_t covered = 0;  // up to here
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      covered = std::max(covered, i + stock_phrases_.match(stem_hashes_, i));
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

  /// Makes weights of the counts of stems.
  void weigh(std::vector<SentenceProfile>& side, ProfileStore& store) const {
    for (Weighted& stem : store.stems) stem.weight *= pair_.stems[stem.feature].rarity;
    for (SentenceProfile& profile : side) {
      for (const Weighted& stem : profile.stems) {
        profile.stem_weight += stem.weight;
        if (pair_.stems[stem.feature].content && !profile.in_stock(stem.feature)) profile.content_weight += stem.weight;
      }
    }
  }

  /// Joins the content stems that share a concept. A concept that very many words of the two texts
  /// share would say nothing, and cost much.
  void find_synonyms() {
    if (concepts_.empty()) return;
    const StemsOfConcepts concepts = stems_of_concepts();
    // Twice over the concepts: the first time they are counted.
    std::vector<std::uint32_t>& starts = pair_.synonym_starts;
    starts.assign(pair_.stems.size() + 1, 0);
    each_synonym(concepts, [&](std::uint32_t stem, std::uint32_t) { ++starts[stem + 1]; });
    for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
    std::vector<std::uint32_t> synonyms(starts.back());
    std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
    each_synonym(concepts, [&](std::uint32_t stem, std::uint32_t other) { synonyms[next[stem]++] = other; });
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
  struct StemsOfConcepts {
    std::vector<std::uint32_t> starts;  ///< by concept, and one behind the last
    std::vector<std::uint32_t> stems;
  };
  [[nodiscard]] StemsOfConcepts stems_of_concepts() const {
    std::uint32_t last = 0;
    for (const auto& [concept_id, stem] : concepts_) last = std::max(last, concept_id);
    StemsOfConcepts concepts{std::vector<std::uint32_t>(std::size_t{last} + 2, 0), {}};
    for (const auto& [concept_id, stem] : concepts_) ++concepts.starts[concept_id + 1];
    for (std::size_t i = 1; i < concepts.starts.size(); ++i) concepts.starts[i] += concepts.starts[i - 1];
    concepts.stems.resize(concepts_.size());
    std::vector<std::uint32_t> next(concepts.starts.begin(), concepts.starts.end() - 1);
    for (const auto& [concept_id, stem] : concepts_) concepts.stems[next[concept_id]++] = stem;
    return concepts;
  }
  template <class Found>
  void each_synonym(const StemsOfConcepts& concepts, Found found) const {
    std::vector<std::uint32_t> stems;  // scratch: of one concept
    for (std::size_t i = 0; i + 1 < concepts.starts.size(); ++i) {
      stems.assign(concepts.stems.begin() + concepts.starts[i], concepts.stems.begin() + concepts.starts[i + 1]);
      std::sort(stems.begin(), stems.end());
      stems.erase(std::unique(stems.begin(), stems.end()), stems.end());  // several words have one stem
      if (stems.size() > kMaximumSynonyms) continue;
      for (const std::uint32_t stem : stems)
        for (const std::uint32_t other : stems)
          if (stem != other && pair_.stems[stem].content && pair_.stems[other].content) found(stem, other);
    }
  }

  [[nodiscard]] bool is_single_digit(const Word& word) const {
    return word.kind == WordKind::kNumber && vocabulary_.key_text(word.keys.back()).size() == 1;
  }

  Vocabulary& vocabulary_;
  const std::size_t rung_;
  const bool canonical_;
  Canonicalizer canonicalizer_;
  const StockPhrases& stock_phrases_;
  PairProfiles pair_;
  std::uint32_t sentences_ = 0;   ///< of both sides so far
  std::vector<WordFacts> facts_;  ///< by word
  Numbering stem_numbers_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> concepts_;  ///< concept, stem
  std::vector<CanonicalStem> wording_;                             ///< of the sentence at hand
  std::vector<std::uint64_t> stem_hashes_;                         ///< likewise
};

}  // namespace

std::uint32_t rarity_of(std::size_t sentences, std::uint32_t containing) {
  const double idf = std::log((static_cast<double>(sentences) + 1) / (containing + 0.5));
  return static_cast<std::uint32_t>(std::max(1.0, std::round(idf * kRarityScale)));
}

bool is_long(const PairProfiles& pair) { return std::min(pair.source.size(), pair.target.size()) >= kCopiedRivals; }

PairProfiles build_profiles(const Segments& source, const Segments& target, Vocabulary& vocabulary,
                            const ProfileOptions& options) {
  Builder builder(vocabulary, options);
  builder.add(source, true);
  builder.add(target, false);
  return builder.finish();
}

}  // namespace storydiff
