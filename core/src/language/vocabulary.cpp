#include "storydiff/vocabulary.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "language/code_point.hpp"
#include "language/function_words.hpp"
#include "language/icu_text.hpp"
#include "language/interner.hpp"
#include "language/ladder.hpp"
#include "language/lexicon.hpp"
#include "language/typo.hpp"
#include "language/word_vectors.hpp"

namespace storydiff {
namespace {

bool stands_for_a_word(char32_t c) { return c == '%' || c == '&'; }

WordKind kind_of(std::string_view surface) {
  bool first = true;
  for (std::size_t i = 0; i < surface.size();) {
    const CodePoint c = decode_utf8(surface, i);
    const CharClass kind = classify(c.value);
    if (kind == CharClass::kDigit) return first ? WordKind::kNumber : WordKind::kWord;
    if (is_letter(kind) || stands_for_a_word(c.value)) return WordKind::kWord;
    if (kind != CharClass::kIgnorable) first = false;
    i += c.length;
  }
  return WordKind::kPunctuation;
}

bool starts_upper(std::string_view surface) {
  return !surface.empty() && classify(decode_utf8(surface, 0).value) == CharClass::kUpper;
}

}  // namespace

std::string_view to_string(Equivalence equivalence) {
  switch (equivalence) {
    case Equivalence::kExact:
      return "exact";
    case Equivalence::kTypography:
      return "typography";
    case Equivalence::kCase:
      return "case";
    case Equivalence::kSpelling:
      return "spelling";
    case Equivalence::kNumber:
      return "number";
    case Equivalence::kInflection:
      return "inflection";
    case Equivalence::kSynonym:
      return "synonym";
    case Equivalence::kRelated:
      return "related";
    case Equivalence::kNone:
      return "none";
  }
  return "";
}

struct Vocabulary::State {
  State(std::string_view language, LanguageResources given) : ladder(language) {
    if (ladder.language() == "en") resources = std::move(given);
  }

  /// Called once for each word, in the order of their numbers.
  void look_up(const Word& word, const Ladder::Keys& rungs);

  Ladder ladder;
  Interner surfaces;
  Interner keys;  ///< one for all rungs: most words have the same text on several
  std::vector<Word> words;
  LanguageResources resources;
  std::vector<std::uint32_t> concepts;                ///< of all words, one after the other
  std::vector<std::size_t> concepts_end;              ///< by word
  std::vector<std::uint8_t> commonness;               ///< by word
  std::vector<bool> known;                            ///< by word: function words and those of the lexicon
  std::vector<std::optional<std::uint32_t>> vectors;  ///< by word
};

void Vocabulary::State::look_up(const Word& word, const Ladder::Keys& rungs) {
  std::optional<std::uint32_t> vector;
  std::uint8_t common = 0;
  const std::string& number = rungs[static_cast<std::size_t>(Equivalence::kNumber)];
  const bool in_digits = !number.empty() && is_ascii_digit(static_cast<unsigned char>(number.front()));
  // "Two" and "three" are much alike in use.
  if (word.kind == WordKind::kWord && !word.function_word && !in_digits) {
    const std::string& folded = rungs[static_cast<std::size_t>(Equivalence::kCase)];
    // The spelling rung may give a form that nobody writes, so it comes second.
    const std::string& spelled = rungs[static_cast<std::size_t>(Equivalence::kSpelling)];
    if (resources.lexicon) {
      const std::size_t before = concepts.size();
      common = resources.lexicon->append_concepts(folded, concepts);
      if (spelled != folded)
        common = std::max(common, concepts.size() == before ? resources.lexicon->append_concepts(spelled, concepts)
                                                            : resources.lexicon->commonness(spelled));
    }
    if (resources.vectors) {
      vector = resources.vectors->find(folded);
      if (!vector) vector = resources.vectors->find(spelled);
    }
  }
  const std::size_t concepts_begin = concepts_end.empty() ? 0 : concepts_end.back();
  known.push_back(word.function_word || common > 0 || concepts.size() > concepts_begin);
  concepts_end.push_back(concepts.size());
  commonness.push_back(common);
  vectors.push_back(vector);
}

Vocabulary::Vocabulary(std::string_view language, LanguageResources resources)
    : state_(std::make_unique<State>(language, std::move(resources))) {}
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
Vocabulary::~Vocabulary() = default;

WordId Vocabulary::intern(std::string_view surface) {
  const Interner::Entry entry = state_->surfaces.intern(surface);
  if (!entry.added) return entry.id;

  Word word;
  word.surface = state_->surfaces.text(entry.id);
  const Ladder::Keys keys = state_->ladder.keys(word.surface);
  for (std::size_t rung = 0; rung < kKeyedRungs; ++rung) {
    const bool same = rung > 0 && keys[rung] == keys[rung - 1];
    word.keys[rung] = same ? word.keys[rung - 1] : state_->keys.intern(keys[rung]).id;
  }
  word.kind = kind_of(word.surface);
  word.function_word = is_function_word(keys[static_cast<std::size_t>(Equivalence::kCase)], state_->ladder.language());
  word.capitalized = starts_upper(word.surface);
  state_->words.push_back(word);
  state_->look_up(word, keys);
  return entry.id;
}

const Word& Vocabulary::operator[](WordId id) const { return state_->words[id]; }

std::size_t Vocabulary::size() const { return state_->words.size(); }

std::string_view Vocabulary::key_text(KeyId key) const { return state_->keys.text(key); }

std::string_view Vocabulary::language() const { return state_->ladder.language(); }

const LanguageResources& Vocabulary::resources() const { return state_->resources; }

Equivalence Vocabulary::rung(WordId a, WordId b) const {
  const Word& left = (*this)[a];
  const Word& right = (*this)[b];
  for (std::size_t rung = 0; rung < kKeyedRungs; ++rung) {
    if (left.keys[rung] == right.keys[rung]) return static_cast<Equivalence>(rung);
  }
  if (typos(a, b)) return Equivalence::kSpelling;
  if (synonyms(a, b)) return Equivalence::kSynonym;
  if (!(left.capitalized && right.capitalized) && relatedness(a, b) >= kRelatedFrom) return Equivalence::kRelated;
  return Equivalence::kNone;
}

bool Vocabulary::typos(WordId a, WordId b) const {
  // Without a lexicon nobody could tell a typo from another word. Two unknown words can be names, else
  // they are two that the lexicon lacks ("whenever", "wherever").
  if (!state_->resources.lexicon || (*this)[a].capitalized != (*this)[b].capitalized) return false;
  const int known = int{state_->known[a]} + int{state_->known[b]};
  if (known == 2 || (known == 0 && !(*this)[a].capitalized)) return false;
  constexpr auto kSpellingRung = static_cast<std::size_t>(Equivalence::kSpelling);
  constexpr auto kNumberRung = static_cast<std::size_t>(Equivalence::kNumber);
  for (const WordId id : {a, b}) {
    const Word& word = (*this)[id];
    // "Thirteen" is a number, whose key is another than that of its spelling.
    if (word.kind != WordKind::kWord || word.keys[kSpellingRung] != word.keys[kNumberRung]) return false;
  }
  return is_typo(key_text((*this)[a].keys[kSpellingRung]), key_text((*this)[b].keys[kSpellingRung]));
}

std::span<const std::uint32_t> Vocabulary::concepts(WordId id) const {
  const std::size_t begin = id == 0 ? 0 : state_->concepts_end[id - 1];
  return std::span(state_->concepts).subspan(begin, state_->concepts_end[id] - begin);
}

double Vocabulary::commonness(WordId id) const { return state_->commonness[id] / 255.0; }

bool Vocabulary::synonyms(WordId a, WordId b) const {
  const std::span<const std::uint32_t> left = concepts(a);
  const std::span<const std::uint32_t> right = concepts(b);
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < left.size() && j < right.size()) {
    if (left[i] == right[j]) return true;
    (left[i] < right[j] ? i : j) += 1;
  }
  return false;
}

double Vocabulary::relatedness(WordId a, WordId b) const {
  const std::optional<std::uint32_t> left = state_->vectors[a];
  const std::optional<std::uint32_t> right = state_->vectors[b];
  return left && right ? state_->resources.vectors->cosine(*left, *right) : 0.0;
}

}  // namespace storydiff
