#include "storydiff/vocabulary.hpp"

#include <vector>

#include "language/code_point.hpp"
#include "language/function_words.hpp"
#include "language/icu_text.hpp"
#include "language/interner.hpp"
#include "language/ladder.hpp"

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
  explicit State(std::string_view language) : ladder(language) {}

  Ladder ladder;
  Interner surfaces;
  Interner keys;  ///< one for all rungs: most words have the same text on several
  std::vector<Word> words;
};

Vocabulary::Vocabulary(std::string_view language) : state_(std::make_unique<State>(language)) {}
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
Vocabulary::~Vocabulary() = default;

WordId Vocabulary::intern(std::string_view surface) {
  const Interner::Entry entry = state_->surfaces.intern(surface);
  if (!entry.added) return entry.id;

  Word word;
  word.surface = state_->surfaces.text(entry.id);
  const Ladder::Keys keys = state_->ladder.keys(word.surface);
  for (std::size_t rung = 0; rung < kKeyedRungs; ++rung) word.keys[rung] = state_->keys.intern(keys[rung]).id;
  word.kind = kind_of(word.surface);
  word.function_word = is_function_word(keys[static_cast<std::size_t>(Equivalence::kCase)], state_->ladder.language());
  word.capitalized = starts_upper(word.surface);
  state_->words.push_back(word);
  return entry.id;
}

const Word& Vocabulary::operator[](WordId id) const { return state_->words[id]; }

std::size_t Vocabulary::size() const { return state_->words.size(); }

std::string_view Vocabulary::key_text(KeyId key) const { return state_->keys.text(key); }

Equivalence Vocabulary::rung(WordId a, WordId b) const {
  const Word& left = (*this)[a];
  const Word& right = (*this)[b];
  for (std::size_t rung = 0; rung < kKeyedRungs; ++rung) {
    if (left.keys[rung] == right.keys[rung]) return static_cast<Equivalence>(rung);
  }
  return Equivalence::kNone;
}

}  // namespace storydiff
