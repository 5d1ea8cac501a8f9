#include "storydiff/vocabulary.hpp"

#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"

using namespace storydiff;

TEST_CASE("a surface form is interned once") {
  Vocabulary vocabulary;
  const WordId first = vocabulary.intern("harbour");
  const WordId second = vocabulary.intern("Harbour");
  CHECK(first != second);
  CHECK(vocabulary.intern(std::string("harbour")) == first);
  CHECK(vocabulary.size() == 2);
  CHECK(vocabulary[first].surface == "harbour");
  CHECK(vocabulary.key_text(vocabulary[first].keys[static_cast<std::size_t>(Equivalence::kSpelling)]) == "harbor");
}

TEST_CASE("surfaces outlive growth and moves of the vocabulary") {
  Vocabulary vocabulary;
  const std::string_view surface = vocabulary[vocabulary.intern("anchor")].surface;
  std::vector<WordId> ids;
  for (int i = 0; i < 20000; ++i) ids.push_back(vocabulary.intern("word" + std::to_string(i)));
  const Vocabulary moved = std::move(vocabulary);
  CHECK(surface == "anchor");
  for (int i = 0; i < 20000; ++i) {
    if (moved[ids[static_cast<std::size_t>(i)]].surface != "word" + std::to_string(i)) FAIL("lost word " << i);
  }
}

TEST_CASE("kinds of words") {
  struct Case {
    std::string surface;
    WordKind kind;
    bool function_word, capitalized;
  };
  const std::vector<Case> cases = {
      {"ferry", WordKind::kWord, false, false},     {"Ferry", WordKind::kWord, false, true},
      {"The", WordKind::kWord, true, true},         {"said", WordKind::kWord, true, false},
      {"'s", WordKind::kWord, true, false},         {"’s", WordKind::kWord, true, false},
      {"don’t", WordKind::kWord, true, false},      {"not", WordKind::kWord, true, false},
      {"A320", WordKind::kWord, false, true},       {"14,000", WordKind::kNumber, false, false},
      {"3.5", WordKind::kNumber, false, false},     {"1st", WordKind::kNumber, false, false},
      {"٣٤", WordKind::kNumber, false, false},      {"%", WordKind::kWord, false, false},
      {"&", WordKind::kWord, false, false},         {"...", WordKind::kPunctuation, false, false},
      {"--", WordKind::kPunctuation, false, false}, {"“", WordKind::kPunctuation, false, false},
      {"$", WordKind::kPunctuation, false, false},  {"Łódź", WordKind::kWord, false, true},
      {"東京", WordKind::kWord, false, false},
  };
  Vocabulary vocabulary;
  for (const Case& c : cases) {
    INFO(c.surface);
    const Word word = vocabulary[vocabulary.intern(c.surface)];
    CHECK(word.kind == c.kind);
    CHECK(word.function_word == c.function_word);
    CHECK(word.capitalized == c.capitalized);
  }
}

TEST_CASE("rungs have the report's names") {
  CHECK(to_string(Equivalence::kExact) == "exact");
  CHECK(to_string(Equivalence::kInflection) == "inflection");
  CHECK(to_string(Equivalence::kNone) == "none");
}
