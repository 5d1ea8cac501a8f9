#include "analyse/names/name_words.hpp"

#include <algorithm>
#include <span>

#include "analyse/names/name_tables.hpp"
#include "deadline_watch.hpp"
#include "language/code_point.hpp"
#include "language/icu_text.hpp"

namespace storydiff {
namespace {

constexpr auto kTypographyRung = static_cast<std::size_t>(Equivalence::kTypography);
constexpr auto kNumberRung = static_cast<std::size_t>(Equivalence::kNumber);

bool is_letter_or_digit(CharClass c) { return is_letter(c) || c == CharClass::kDigit || c == CharClass::kMark; }

struct Shape {
  std::uint32_t letters = 0;
  std::uint32_t capitals = 0;
  bool small_prefix = false;  ///< a capital follows small letters: "McCain" has none, "d'Arc" has
};

Shape shape_of(std::string_view surface) {
  Shape shape;
  bool begins_small = false;
  for (std::size_t i = 0; i < surface.size();) {
    const CodePoint c = decode_utf8(surface, i);
    const CharClass kind = classify(c.value);
    if (is_letter(kind)) {
      if (shape.letters == 0) begins_small = kind == CharClass::kLower;
      ++shape.letters;
      if (kind == CharClass::kUpper) {
        ++shape.capitals;
        if (begins_small) shape.small_prefix = true;
      }
    }
    i += c.length;
  }
  return shape;
}

std::string letters_of(std::string_view folded) {
  std::string key;
  key.reserve(folded.size());
  for (std::size_t i = 0; i < folded.size();) {
    const CodePoint c = decode_utf8(folded, i);
    if (is_letter_or_digit(classify(c.value)) || c.value == '&') key.append(folded, i, c.length);
    i += c.length;
  }
  return key;
}

}  // namespace

std::string name_key(std::string_view surface) {
  if (!is_ascii(surface)) return letters_of(without_accents(fold_case(surface)));
  std::string key;
  key.reserve(surface.size());
  for (const char c : surface) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_ascii_upper(byte)) key += static_cast<char>(byte + ('a' - 'A'));
    if (is_ascii_lower(byte) || is_ascii_digit(byte) || c == '&') key += c;
  }
  return key;
}

std::string name_spelling(std::string_view surface) {
  const Shape shape = shape_of(surface);
  const bool shouted = shape.letters > 1 && shape.capitals == shape.letters;
  return shouted ? name_key(surface) : letters_of(fold_case(surface));
}

std::string_view NameWords::surface(WordId id) const {
  return vocabulary_.key_text(vocabulary_[id].keys[kTypographyRung]);
}

NameWords::NameWords(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
  tokens_.reserve(vocabulary.size());
  for (WordId id = 0; id < vocabulary.size(); ++id) tokens_.push_back(read(id));
  small_.resize(words_.size(), 0);
  capital_inside_.resize(words_.size(), 0);
  capital_alone_.resize(words_.size(), 0);
}

NameToken NameWords::read(WordId id) {
  NameToken token;
  const Word& word = vocabulary_[id];
  const std::string key = name_key(surface(id));
  token.word = words_.intern(key).id;
  token.classes = name_classes(key);
  const Shape shape = shape_of(surface(id));
  token.is_word = word.kind == WordKind::kWord && shape.letters > 0;
  token.capital = token.is_word && (word.capitalized || shape.small_prefix);
  token.all_capitals = shape.letters > 1 && shape.capitals == shape.letters;
  token.initial = shape.letters == 1 && token.capital;
  token.function_word = word.function_word;
  token.known = !vocabulary_.concepts(id).empty() || vocabulary_.commonness(id) > 0;
  const std::string_view number = vocabulary_.key_text(word.keys[kNumberRung]);
  token.number = token.is_word && !number.empty() && is_ascii_digit(static_cast<unsigned char>(number.front()));
  return token;
}

void NameWords::learn(const Segments& segments) {
  for (const Sentence& sentence : segments.sentences) {
    check_deadline();
    if (is_headline_like(segments, sentence, *this)) continue;
    const std::span<const Token> tokens = segments.tokens_of(sentence);
    const auto joined = [&](WordId id) { return this->token(id).capital || surface(id) == "&"; };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const NameToken& token = this->token(tokens[i].word);
      if (!token.is_word) continue;
      if (!token.capital) {
        ++small_[token.word];
      } else if (!begins_speech(tokens, i, vocabulary_)) {
        ++capital_inside_[token.word];
        const bool beside =
            (i > 0 && joined(tokens[i - 1].word)) || (i + 1 < tokens.size() && joined(tokens[i + 1].word));
        if (!beside) ++capital_alone_[token.word];
      }
    }
  }
}

bool is_headline_like(const Segments& segments, const Sentence& sentence, NameWords& words) {
  constexpr std::size_t kFewestWords = 3;
  std::size_t content = 0;
  std::size_t capital = 0;
  std::size_t shouted = 0;
  const std::span<const Token> tokens = segments.tokens_of(sentence);
  for (const Token& token : tokens) {
    const NameToken& t = words.token(token.word);
    if (!t.is_word || t.initial) continue;
    if (t.function_word && !t.capital) continue;
    ++content;
    if (t.capital) ++capital;
    if (t.all_capitals) ++shouted;
  }
  if (content < kFewestWords) return false;
  if (shouted * 10 >= content * 8) return true;
  const std::string_view last = tokens.empty() ? std::string_view() : words.surface(tokens.back().word);
  const bool stopped = last == "." || last == "\"" || last == "”";
  return !stopped && content > kFewestWords && capital * 10 >= content * 9;
}

bool begins_speech(std::span<const Token> tokens, std::size_t token, const Vocabulary& vocabulary) {
  if (token == 0) return true;
  const Word& before = vocabulary[tokens[token - 1].word];
  if (before.kind != WordKind::kPunctuation) return false;
  const std::string_view mark = before.surface;
  const CodePoint c = decode_utf8(mark, 0);
  const auto is = [&](std::initializer_list<char32_t> marks) {
    return std::find(marks.begin(), marks.end(), c.value) != marks.end();
  };
  // A hyphen that touches its word parts a name; a dash that stands alone begins a clause.
  const bool touches = tokens[token - 1].span.end == tokens[token].span.begin;
  if (is({'-', 0x2010, 0x2013})) return !touches || token == 1;
  if (is({'"', 0x201C, 0x201E, 0xAB, 0x2018, 0x201D, ':', ';', 0x2014, 0x2026, '*', 0x2022, '!', '?'})) return true;
  if (is({'\'', 0x2019, '(', '[', '/'})) return token == 1;
  return token == 1;
}

}  // namespace storydiff
