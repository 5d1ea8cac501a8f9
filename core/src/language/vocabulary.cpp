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
#include "side_by_side.hpp"

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

namespace {

/// What is known of one word before it has its place.
struct WordFacts {
  Ladder::Keys rungs;
  WordKind kind = WordKind::kWord;
  bool function_word = false;
  bool capitalized = false;
  std::uint8_t commonness = 0;
  std::vector<std::uint32_t> concepts;
  std::optional<std::uint32_t> vector;
};

/// Words whose facts are kept at a time, some 300 bytes each.
constexpr std::size_t kLookedUpAtOnce = 8'192;
/// In how many parts they are looked up for each thread, one of which has other work first.
constexpr std::size_t kParts = 2;

}  // namespace

struct Vocabulary::State {
  State(std::string_view language, LanguageResources given) : ladder(language) {
    if (ladder.language() == "en") resources = std::move(given);
  }

  /// What the language and the resources know of a word. The ladder is the caller's, for it is not thread-safe.
  void look_up(std::string_view surface, const Ladder& its_ladder, WordFacts& facts) const;
  /// Called once for each word, in the order of their numbers.
  void add(std::string_view surface, const WordFacts& facts);

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
  WordFacts at_hand;                                  ///< of the word that is being interned
};

void Vocabulary::State::look_up(std::string_view surface, const Ladder& its_ladder, WordFacts& facts) const {
  facts.rungs = its_ladder.keys(surface);
  const Ladder::Keys& rungs = facts.rungs;
  facts.kind = kind_of(surface);
  facts.function_word = is_function_word(rungs[static_cast<std::size_t>(Equivalence::kCase)], its_ladder.language());
  facts.capitalized = starts_upper(surface);
  facts.concepts.clear();
  facts.commonness = 0;
  facts.vector.reset();
  const std::string& number = rungs[static_cast<std::size_t>(Equivalence::kNumber)];
  const bool in_digits = !number.empty() && is_ascii_digit(static_cast<unsigned char>(number.front()));
  // "Two" and "three" are much alike in use.
  if (facts.kind == WordKind::kWord && !facts.function_word && !in_digits) {
    const std::string& folded = rungs[static_cast<std::size_t>(Equivalence::kCase)];
    // The spelling rung may give a form that nobody writes, so it comes second.
    const std::string& spelled = rungs[static_cast<std::size_t>(Equivalence::kSpelling)];
    if (resources.lexicon) {
      facts.commonness = resources.lexicon->append_concepts(folded, facts.concepts);
      if (spelled != folded)
        facts.commonness = std::max(facts.commonness, facts.concepts.empty()
                                                          ? resources.lexicon->append_concepts(spelled, facts.concepts)
                                                          : resources.lexicon->commonness(spelled));
    }
    if (resources.vectors) {
      facts.vector = resources.vectors->find(folded);
      if (!facts.vector) facts.vector = resources.vectors->find(spelled);
    }
  }
}

void Vocabulary::State::add(std::string_view surface, const WordFacts& facts) {
  Word word;
  word.surface = surface;
  for (std::size_t rung = 0; rung < kKeyedRungs; ++rung) {
    const bool same = rung > 0 && facts.rungs[rung] == facts.rungs[rung - 1];
    word.keys[rung] = same ? word.keys[rung - 1] : keys.intern(facts.rungs[rung]).id;
  }
  word.kind = facts.kind;
  word.function_word = facts.function_word;
  word.capitalized = facts.capitalized;
  words.push_back(word);
  known.push_back(facts.function_word || facts.commonness > 0 || !facts.concepts.empty());
  concepts.insert(concepts.end(), facts.concepts.begin(), facts.concepts.end());
  concepts_end.push_back(concepts.size());
  commonness.push_back(facts.commonness);
  vectors.push_back(facts.vector);
}

Vocabulary::Vocabulary(std::string_view language, LanguageResources resources)
    : state_(std::make_unique<State>(language, std::move(resources))) {}
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
Vocabulary::~Vocabulary() = default;

WordId Vocabulary::intern(std::string_view surface) {
  const Interner::Entry entry = state_->surfaces.intern(surface);
  if (!entry.added) return entry.id;
  const std::string_view own = state_->surfaces.text(entry.id);
  state_->look_up(own, state_->ladder, state_->at_hand);
  state_->add(own, state_->at_hand);
  return entry.id;
}

std::vector<std::vector<WordId>> Vocabulary::intern_all(std::span<const std::span<const std::string_view>> lists,
                                                        unsigned threads) {
  std::vector<std::vector<WordId>> ids;
  for (const std::span<const std::string_view> surfaces : lists) {
    std::vector<WordId>& numbers = ids.emplace_back();
    numbers.reserve(surfaces.size());
    for (const std::string_view surface : surfaces) numbers.push_back(state_->surfaces.intern(surface).id);
  }

  // One thread at a time adds words, while the others look up those that come next.
  const std::size_t end = state_->surfaces.size();
  const auto text = [&](std::size_t id) { return state_->surfaces.text(static_cast<WordId>(id)); };
  const std::size_t at_once = std::min(kLookedUpAtOnce, end - state_->words.size());
  std::vector<WordFacts> known(at_once);
  std::vector<WordFacts> next(at_once);
  std::size_t known_from = state_->words.size();
  std::size_t next_from = known_from;
  while (known_from < end) {
    const std::size_t next_end = std::min(next_from + at_once, end);
    const std::size_t parts = next_from == next_end ? 0 : kParts * threads;
    run_side_by_side(threads, parts + 1, [&](std::size_t task) {
      if (task == 0) {
        for (std::size_t id = known_from; id < next_from; ++id) state_->add(text(id), known[id - known_from]);
        return;
      }
      const Ladder ladder(state_->ladder.language());
      const std::size_t count = next_end - next_from;
      for (std::size_t i = count * (task - 1) / parts; i < count * task / parts; ++i)
        state_->look_up(text(next_from + i), ladder, next[i]);
    });
    std::swap(known, next);
    known_from = std::exchange(next_from, next_end);
  }
  return ids;
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
