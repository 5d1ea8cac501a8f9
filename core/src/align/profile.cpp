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

constexpr std::size_t kGram = 4;

/// Sorts `features`, joins equal ones and counts them in `weight`.
void count_features(std::vector<Weighted>& features) {
  std::sort(features.begin(), features.end(), [](Weighted a, Weighted b) { return a.feature < b.feature; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < features.size();) {
    std::size_t end = i;
    while (end < features.size() && features[end].feature == features[i].feature) ++end;
    features[kept++] = {features[i].feature, static_cast<std::uint32_t>(end - i)};
    i = end;
  }
  features.resize(kept);
}

/// Counts by feature: what a sentence has, cleared after each.
class Counts {
 public:
  /// Features stay below `features` from now on.
  void resize(std::size_t features) { counts_.resize(features, 0); }
  /// Counts one more in how many sentences each feature of `bag` stands.
  void count_sentence(const FeatureBag& bag, std::vector<std::uint32_t>& sentences) {
    for (const std::uint32_t feature : bag.features) {
      if (counts_[feature] == 0) ++sentences[feature];
      counts_[feature] = 1;
    }
    for (const std::uint32_t feature : bag.features) counts_[feature] = 0;
  }
  void weigh(FeatureBag& bag, const std::vector<std::uint32_t>& rarities) {
    for (const std::uint32_t feature : bag.features) ++counts_[feature];
    double square = 0;
    for (const std::uint32_t feature : bag.features) {
      const std::uint32_t weight = counts_[feature] * rarities[feature];
      counts_[feature] = 0;
      square += static_cast<double>(weight) * weight;  // whole numbers below 2^53: exact
    }
    bag.length = std::sqrt(square);
  }

 private:
  std::vector<std::uint32_t> counts_;
};

/// Facts of words that do not depend on the sentence, computed once a word.
struct WordFacts {
  std::uint64_t stem_hash = 0;
  std::uint64_t surface_hash = 0;  ///< of the typography form
  std::uint32_t stem = 0;          ///< its number, once it is seen
  std::uint32_t word = 0;          ///< likewise, as a feature of words
  bool seen = false;               ///< its numbers and its concepts are known
};

/// The canonical wordings of one text's sentences, one after the other.
class Wordings {
 public:
  explicit Wordings(const Segments& segments, const Vocabulary& vocabulary, Canonicalizer* canonicalizer) {
    for (const Sentence& sentence : segments.sentences) {
      const std::span<const Token> tokens = segments.tokens_of(sentence);
      if (canonicalizer != nullptr) {
        canonicalizer->append(tokens, stems_);
      } else {
        for (const Token& token : tokens)
          if (vocabulary[token.word].kind != WordKind::kPunctuation) stems_.push_back({0, token.word, 0});
      }
      ends_.push_back(stems_.size());
    }
  }
  [[nodiscard]] std::span<const CanonicalStem> of(std::size_t sentence) const {
    const std::size_t begin = sentence == 0 ? 0 : ends_[sentence - 1];
    return std::span(stems_).subspan(begin, ends_[sentence] - begin);
  }

 private:
  std::vector<CanonicalStem> stems_;
  std::vector<std::size_t> ends_;  ///< by sentence
};

class Builder {
 public:
  /// The vocabulary must have all words of the wordings.
  explicit Builder(const Vocabulary& vocabulary, Equivalence rung)
      : vocabulary_(vocabulary), stock_phrases_(StockPhrases::of(vocabulary.language())) {
    facts_.reserve(vocabulary.size());
    for (WordId id = 0; id < vocabulary.size(); ++id) {
      const Word& word = vocabulary[id];
      WordFacts facts;
      facts.stem_hash = hash_bytes(vocabulary.key_text(word.keys[static_cast<std::size_t>(rung)]));
      facts.surface_hash =
          hash_bytes(vocabulary.key_text(word.keys[static_cast<std::size_t>(Equivalence::kTypography)]));
      facts_.push_back(facts);
    }
  }

  std::vector<SentenceProfile> add(const Segments& segments, const Wordings& wordings, bool is_source) {
    std::vector<SentenceProfile> profiles;
    profiles.reserve(segments.sentences.size());
    const std::vector<bool> quoted = mostly_quoted(segments, vocabulary_);
    for (const Sentence& sentence : segments.sentences) {
      SentenceProfile profile = add_sentence(segments.tokens_of(sentence), wordings.of(profiles.size()), is_source);
      const Paragraph& paragraph = segments.paragraphs[sentence.paragraph];
      const std::size_t place = profiles.size() - paragraph.first_sentence;
      profile.quoted = quoted[profiles.size()];
      profile.paragraph = sentence.paragraph;
      profile.paragraph_sentences = paragraph.sentence_count;
      profile.first_of_paragraph = place == 0;
      profile.last_of_paragraph = place + 1 == paragraph.sentence_count;
      profiles.push_back(std::move(profile));
    }
    return profiles;
  }

  void finish(PairProfiles& pair) {
    const std::size_t sentences = pair.source.size() + pair.target.size();
    is_pair_.resize(word_numbers_.size(), false);
    for (auto* side : {&pair.source, &pair.target})
      for (SentenceProfile& profile : *side) find_rare_pairs(profile);
    stems_.resize(stem_numbers_.size());
    for (StemFacts& stem : stems_) weigh_stem(stem, sentences);
    for (std::uint32_t& count : word_sentences_) count = rarity_of(sentences, count);
    for (std::uint32_t& count : gram_sentences_) count = rarity_of(sentences, count);
    for (auto* side : {&pair.source, &pair.target}) {
      for (SentenceProfile& profile : *side) {
        for (Weighted& stem : profile.stems) {
          stem.weight *= stems_[stem.feature].rarity;
          profile.stem_weight += stem.weight;
          if (stems_[stem.feature].content &&
              !std::binary_search(profile.stock.begin(), profile.stock.end(), stem.feature))
            profile.content_weight += stem.weight;
        }
        word_counts_.weigh(profile.words, word_sentences_);
        gram_counts_.weigh(profile.letters, gram_sentences_);
      }
    }
    find_synonyms(pair);
    pair.stems = std::move(stems_);
    pair.word_rarities = std::move(word_sentences_);
    pair.letter_rarities = std::move(gram_sentences_);
  }

 private:
  SentenceProfile add_sentence(std::span<const Token> tokens, std::span<const CanonicalStem> wording, bool is_source) {
    SentenceProfile profile;
    text_.clear();
    stem_hashes_.clear();
    words_.clear();
    grams_.clear();
    profile.sequence.reserve(wording.size());
    profile.stems.reserve(wording.size());
    std::uint64_t before = 0;
    for (const Token& token : tokens)
      profile.content_hash = mix(profile.content_hash + facts_[token.word].surface_hash);
    for (const CanonicalStem& canonical : wording) {
      WordFacts& facts = facts_[canonical.word];
      const Word& word = vocabulary_[canonical.word];
      if (!facts.seen) see(facts, canonical.word, word);
      profile.sequence.push_back(facts.stem);
      stem_hashes_.push_back(facts.stem_hash);
      profile.stems.push_back({facts.stem, 1});
      words_.push_back(facts.word);
      if (profile.word_count > 0) {
        const std::uint32_t number = word_numbers_.number(mix(before) + facts.stem_hash);
        words_.push_back(number);
        if (number >= is_pair_.size()) is_pair_.resize(number + 1, false);
        is_pair_[number] = true;
      }
      before = facts.stem_hash;
      ++profile.word_count;
      text_ += ' ';
      text_ += vocabulary_.key_text(word.keys[static_cast<std::size_t>(Equivalence::kCase)]);
    }
    text_ += ' ';
    std::uint32_t gram = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      gram = gram << 8U | static_cast<unsigned char>(text_[i]);
      if (i + 1 >= kGram) grams_.push_back(gram_numbers_.number(gram));
    }

    mark_stock(profile);
    count_features(profile.stems);
    for (const Weighted& stem : profile.stems)
      ++(is_source ? stems_[stem.feature].source_sentences : stems_[stem.feature].target_sentences);
    profile.words.features = words_;
    profile.letters.features = grams_;
    count_sentence(profile.words, word_numbers_, word_counts_, word_sentences_);
    count_sentence(profile.letters, gram_numbers_, gram_counts_, gram_sentences_);
    return profile;
  }

  /// The first time that a word stands anywhere.
  void see(WordFacts& facts, WordId id, const Word& word) {
    facts.seen = true;
    facts.stem = stem_numbers_.number(facts.stem_hash);
    facts.word = word_numbers_.number(facts.stem_hash);
    if (facts.stem == stems_.size()) stems_.emplace_back();
    StemFacts& stem = stems_[facts.stem];
    // A stem can have function words and others ("be", "being", "beings"); whichever text has which,
    // one function word is enough to make it a common stem.
    if (word.function_word) stem.content = false;
    if (is_single_digit(word)) stem.single_digit = true;
    if (!word.capitalized && word.kind != WordKind::kNumber) stem.name_or_number = false;
    stem.commonness = std::max(stem.commonness, vocabulary_.commonness(id));
    for (const std::uint32_t concept_id : vocabulary_.concepts(id)) concepts_.emplace_back(concept_id, facts.stem);
  }

  void find_rare_pairs(SentenceProfile& profile) const {
    for (const std::uint32_t feature : profile.words.features)
      if (is_pair_[feature] && word_sentences_[feature] == 2) profile.rare_pairs.push_back(feature);
    std::sort(profile.rare_pairs.begin(), profile.rare_pairs.end());
    profile.rare_pairs.erase(std::unique(profile.rare_pairs.begin(), profile.rare_pairs.end()),
                             profile.rare_pairs.end());
  }

  /// What one phrase covers may be part of another ("respond to a request", "request for comment").
  void mark_stock(SentenceProfile& profile) const {
    std::size_t covered = 0;  // up to here
    for (std::size_t i = 0; i < profile.sequence.size(); ++i) {
      covered = std::max(covered, i + stock_phrases_.match(stem_hashes_, i));
      if (i < covered) profile.stock.push_back(profile.sequence[i]);
    }
    std::sort(profile.stock.begin(), profile.stock.end());
    profile.stock.erase(std::unique(profile.stock.begin(), profile.stock.end()), profile.stock.end());
  }

  static void weigh_stem(StemFacts& stem, std::size_t sentences) {
    stem.rarity = rarity_of(sentences, stem.source_sentences + stem.target_sentences);
    if (!stem.content || stem.source_sentences == 0 || stem.target_sentences == 0) return;
    const std::uint32_t most = std::max(stem.source_sentences, stem.target_sentences);
    stem.substance = std::max(0.0, 1 - (most - 1) / kSubstanceSentences);
    if (stem.name_or_number)
      stem.witness = stem.substance * (1 - stem.commonness) * (stem.single_digit ? kSingleDigitWeight : 1);
  }

  /// Joins the content stems that share a concept. A concept that very many words of the two texts
  /// share would say nothing, and cost much.
  void find_synonyms(PairProfiles& pair) {
    std::sort(concepts_.begin(), concepts_.end());
    concepts_.erase(std::unique(concepts_.begin(), concepts_.end()), concepts_.end());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> joined;
    for (std::size_t i = 0; i < concepts_.size();) {
      std::size_t end = i;
      while (end < concepts_.size() && concepts_[end].first == concepts_[i].first) ++end;
      if (end - i <= kMaximumSynonyms)
        for (std::size_t a = i; a < end; ++a)
          for (std::size_t b = i; b < end; ++b)
            if (a != b && stems_[concepts_[a].second].content && stems_[concepts_[b].second].content)
              joined.emplace_back(concepts_[a].second, concepts_[b].second);
      i = end;
    }
    if (joined.empty()) return;
    std::sort(joined.begin(), joined.end());
    joined.erase(std::unique(joined.begin(), joined.end()), joined.end());
    pair.synonym_starts.assign(stems_.size() + 1, 0);
    for (const auto& [stem, other] : joined) {
      ++pair.synonym_starts[stem + 1];
      pair.synonyms.push_back(other);
    }
    for (std::size_t i = 1; i < pair.synonym_starts.size(); ++i) pair.synonym_starts[i] += pair.synonym_starts[i - 1];
  }

  static void count_sentence(const FeatureBag& bag, const Numbering& numbers, Counts& counts,
                             std::vector<std::uint32_t>& sentences) {
    sentences.resize(numbers.size());
    counts.resize(numbers.size());
    counts.count_sentence(bag, sentences);
  }

  [[nodiscard]] bool is_single_digit(const Word& word) const {
    return word.kind == WordKind::kNumber && vocabulary_.key_text(word.keys.back()).size() == 1;
  }

  const Vocabulary& vocabulary_;
  const StockPhrases& stock_phrases_;
  std::vector<WordFacts> facts_;  ///< by word
  Numbering stem_numbers_;
  Numbering word_numbers_;
  Numbering gram_numbers_;
  std::vector<bool> is_pair_;  ///< by word number: a pair of neighbouring stems
  std::vector<StemFacts> stems_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> concepts_;  ///< concept, stem
  std::vector<std::uint32_t> word_sentences_;  ///< by number: sentences that hold it; rarity after finish
  std::vector<std::uint32_t> gram_sentences_;
  Counts word_counts_;
  Counts gram_counts_;
  std::string text_;                  ///< of the sentence at hand
  std::vector<std::uint32_t> words_;  ///< likewise: features
  std::vector<std::uint32_t> grams_;
  std::vector<std::uint64_t> stem_hashes_;  ///< of the sentence at hand
};

}  // namespace

std::uint32_t rarity_of(std::size_t sentences, std::uint32_t containing) {
  const double idf = std::log((static_cast<double>(sentences) + 1) / (containing + 0.5));
  return static_cast<std::uint32_t>(std::max(1.0, std::round(idf * kRarityScale)));
}

PairProfiles build_profiles(const Segments& source, const Segments& target, Vocabulary& vocabulary,
                            const ProfileOptions& options) {
  Canonicalizer canonicalizer(vocabulary);
  Canonicalizer* const used = options.canonical ? &canonicalizer : nullptr;
  const Wordings source_wordings(source, vocabulary, used);
  const Wordings target_wordings(target, vocabulary, used);
  Builder builder(vocabulary, options.rung);
  PairProfiles pair;
  pair.source = builder.add(source, source_wordings, true);
  pair.target = builder.add(target, target_wordings, false);
  builder.finish(pair);
  return pair;
}

}  // namespace storydiff
