#include "align/wordings.hpp"

#include <limits>

#include "align/numbering.hpp"
#include "deadline_watch.hpp"
#include "language/canonical.hpp"
#include "language/hash.hpp"

namespace storydiff {
namespace {

constexpr std::uint32_t kUnseen = std::numeric_limits<std::uint32_t>::max();

/// Whether nothing stands between a token and the one before it.
bool touches_last(std::span<const Token> tokens, std::size_t i) {
  return tokens[i - 1].span.end == tokens[i].span.begin;
}

/// Whether two sentences have one canonical wording because they are written alike: the same words with the same gaps.
bool are_alike(std::span<const Token> a, std::span<const Token> b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i].word != b[i].word || (i > 0 && touches_last(a, i) != touches_last(b, i))) return false;
  return true;
}

class Reader {
 public:
  Reader(Vocabulary& vocabulary, const ProfileOptions& options)
      : vocabulary_(vocabulary),
        rung_(static_cast<std::size_t>(options.rung)),
        canonical_(options.canonical),
        canonicalizer_(vocabulary) {
    surface_hashes_.reserve(vocabulary.size());
    for (WordId id = 0; id < vocabulary.size(); ++id)
      surface_hashes_.push_back(hash_of(id, static_cast<std::size_t>(Equivalence::kTypography)));
  }

  Wordings read(const Segments& source, const Segments& target, unsigned threads) {
    const std::size_t tokens = source.tokens.size() + target.tokens.size();
    // Where there are more texts than these two, most words may be those of the others.
    if (canonical_ && threads > 1 && vocabulary_.size() <= tokens) canonicalizer_.read_words(threads);
    wordings_.words.reserve(tokens);
    wordings_.sequences.reserve(tokens);
    wordings_.all.reserve(source.sentences.size() + target.sentences.size());
    read(source, wordings_.of_source, &Wording::source_sentences);
    read(target, wordings_.of_target, &Wording::target_sentences);
    return std::move(wordings_);
  }

 private:
  void read(const Segments& segments, std::vector<std::uint32_t>& of_sentence, std::uint32_t Wording::*sentences) {
    of_sentence.reserve(segments.sentences.size());
    for (const Sentence& sentence : segments.sentences) {
      check_deadline();
      const std::uint32_t number = wording_of(segments.tokens_of(sentence));
      ++(wordings_.all[number].*sentences);
      of_sentence.push_back(number);
    }
  }

  /// Its number. What differs from the first sentence of its content, in typography or in a gap, is read anew.
  std::uint32_t wording_of(std::span<const Token> tokens) {
    Wording wording;
    for (const Token& token : tokens) wording.content_hash = mix(wording.content_hash + surface_hashes_[token.word]);
    const auto number = static_cast<std::uint32_t>(wordings_.all.size());
    const std::uint32_t content = contents_.number(wording.content_hash);
    if (content == first_of_content_.size()) {
      first_of_content_.push_back({tokens, number});
    } else if (const First& first = first_of_content_[content]; are_alike(first.tokens, tokens)) {
      return first.wording;
    }
    wording.first_word = wordings_.words.size();
    append(tokens);
    wording.end_word = wordings_.words.size();
    wordings_.all.push_back(wording);
    return number;
  }

  void append(std::span<const Token> tokens) {
    if (canonical_) {
      canonical_words_.clear();
      canonicalizer_.append(tokens, canonical_words_);
      for (const CanonicalStem& canonical : canonical_words_) append(canonical.word);
    } else {
      for (const Token& token : tokens)
        if (vocabulary_[token.word].kind != WordKind::kPunctuation) append(token.word);
    }
  }
  void append(WordId word) {
    wordings_.words.push_back(word);
    wordings_.sequences.push_back(stem_of(word));
  }

  /// Canonical wording adds words to the vocabulary as it goes.
  std::uint32_t stem_of(WordId word) {
    if (stems_.size() <= word) stems_.resize(vocabulary_.size(), kUnseen);
    if (stems_[word] == kUnseen) {
      const std::uint64_t hash = hash_of(word, rung_);
      const std::uint32_t stem = stem_numbers_.number(hash);
      if (stem == wordings_.stem_hashes.size()) wordings_.stem_hashes.push_back(hash);
      wordings_.seen.push_back({word, stem});
      stems_[word] = stem;
    }
    return stems_[word];
  }

  [[nodiscard]] std::uint64_t hash_of(WordId word, std::size_t rung) const {
    return hash_bytes(vocabulary_.key_text(vocabulary_[word].keys[rung]));
  }

  /// The first sentence that says something.
  struct First {
    std::span<const Token> tokens;
    std::uint32_t wording = 0;
  };

  Vocabulary& vocabulary_;
  const std::size_t rung_;
  const bool canonical_;
  Canonicalizer canonicalizer_;
  std::vector<CanonicalStem> canonical_words_;  ///< of the sentence at hand
  std::vector<std::uint64_t> surface_hashes_;   ///< by word of the texts: of its typography form
  std::vector<std::uint32_t> stems_;            ///< by word: the number of its stem, or `kUnseen`
  Numbering stem_numbers_;
  Numbering contents_;
  std::vector<First> first_of_content_;
  Wordings wordings_;
};

}  // namespace

Wordings read_wordings(const Segments& source, const Segments& target, Vocabulary& vocabulary,
                       const ProfileOptions& options, unsigned threads) {
  return Reader(vocabulary, options).read(source, target, threads);
}

}  // namespace storydiff
