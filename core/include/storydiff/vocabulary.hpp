/// \file vocabulary.hpp
/// Every distinct word of a comparison, interned once, with its keys on the ladder of equivalence.
///
/// All later stages work on integers: two tokens are equal on a rung when their keys on that rung
/// are equal, so comparing words costs one integer comparison whatever the language does.
///
///     Vocabulary vocabulary(language);
///     WordId a = vocabulary.intern("colours"), b = vocabulary.intern("color");
///     vocabulary.rung(a, b);   // Equivalence::kInflection: spelling first, then the stem
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storydiff/language_resources.hpp"

namespace storydiff {

/// The ladder of equivalence, strictest first. Equality on one rung implies equality on all
/// later ones that have keys (up to `kInflection`).
enum class Equivalence : std::uint8_t {
  kExact,       ///< the same bytes
  kTypography,  ///< quotes, dashes, spaces, ligatures, composed accents, soft hyphens
  kCase,        ///< upper and lower case
  kSpelling,    ///< colour and color
  kNumber,      ///< 14,000 and 14000, fourteen and 14, % and percent
  kInflection,  ///< the same stem
  kSynonym,     ///< the same sense (needs a lexicon)
  kRelated,     ///< near in meaning (needs word vectors)
  kNone,        ///< not equivalent
};
inline constexpr std::size_t kKeyedRungs = 6;  ///< kExact .. kInflection
inline constexpr double kRelatedFrom = 0.7;    ///< relatedness that makes `kRelated`

/// "exact", "typography", ..., "none": the words of the report.
[[nodiscard]] std::string_view to_string(Equivalence equivalence);

enum class WordKind : std::uint8_t { kWord, kNumber, kPunctuation };

using WordId = std::uint32_t;
using KeyId = std::uint32_t;

/// One distinct surface form.
struct Word {
  std::string_view surface;               ///< owned by the vocabulary
  std::array<KeyId, kKeyedRungs> keys{};  ///< indexed by `Equivalence`; comparable across words
  WordKind kind = WordKind::kWord;
  bool function_word = false;  ///< the, of, said: carries no evidence of its own
  bool capitalized = false;    ///< starts with an upper-case or title-case letter
};

/// What the vocabulary asks of a language: the keys of a surface form. Implemented in
/// `core/src/language/`; see `core/doc/language.md`.
class Ladder;

/// Not thread-safe; one vocabulary for each comparison. Words are never removed; references to
/// `Word` stay valid until the next `intern`.
class Vocabulary {
 public:
  /// `language` is a BCP 47 tag ("en"). An unknown language falls back to the rungs that need no
  /// knowledge of it (up to `kCase`, and digits on `kNumber`).
  ///
  /// `resources` are of English, and left unused for any other language.
  explicit Vocabulary(std::string_view language = "en", LanguageResources resources = {});
  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) noexcept;
  ~Vocabulary();

  /// The primary subtag of the language in use, lower case ("en").
  [[nodiscard]] std::string_view language() const;
  WordId intern(std::string_view surface);
  /// `intern` of each surface of each list, in order. The language is asked about new words on at most `threads`
  /// threads.
  std::vector<std::vector<WordId>> intern_all(std::span<const std::span<const std::string_view>> lists,
                                              unsigned threads);
  [[nodiscard]] const Word& operator[](WordId id) const;
  [[nodiscard]] std::size_t size() const;
  /// The text of a key, for messages and tests ("color").
  [[nodiscard]] std::string_view key_text(KeyId key) const;
  /// The concepts that the word may stand for, ascending: looked up once, at `intern`. Empty for
  /// function words, numbers and punctuation, where the word is unknown, and without a lexicon.
  /// Valid until the next `intern`.
  [[nodiscard]] std::span<const std::uint32_t> concepts(WordId id) const;
  /// How common the word is in English at large, 0..1; 0 for what the lexicon does not know (most names),
  /// for function words, numbers and punctuation, and without a lexicon.
  [[nodiscard]] double commonness(WordId id) const;
  /// Whether the two share a concept. O(concepts of both), a handful.
  [[nodiscard]] bool synonyms(WordId a, WordId b) const;
  /// How alike the use of the two is, 0..1: the cosine of their vectors. 0 where either is a
  /// function word, a number or punctuation, or has no vector. Opposites and sisters ("rose" and "fell", "Monday" and
  /// "Tuesday") are alike in use: never take it for sameness.
  [[nodiscard]] double relatedness(WordId a, WordId b) const;
  /// The resources in use: those given where the language is English, else none.
  [[nodiscard]] const LanguageResources& resources() const;
  /// Whether one of two long words is a slip of the keyboard for the other ("goverment"), or a name in
  /// another spelling ("Connelly", "Connolly"): one edit within the word, both capitalized or neither, and
  /// the lexicon knows one of two words, or at most one of two names. False without a lexicon. A relation,
  /// not a class: it has no keys. O(word).
  [[nodiscard]] bool typos(WordId a, WordId b) const;
  /// The strictest rung on which the two are equal, or `kNone`. `kSpelling` for typos too. `kSynonym` where they share
  /// a concept; `kRelated` where their relatedness is `kRelatedFrom` or more and at most one is capitalized, for names
  /// of one kind are all alike in use.
  [[nodiscard]] Equivalence rung(WordId a, WordId b) const;
  /// The key on the last keyed rung: what alignment counts as "the same word".
  [[nodiscard]] KeyId stem(WordId id) const { return (*this)[id].keys[kKeyedRungs - 1]; }

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace storydiff
