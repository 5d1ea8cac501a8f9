#include "storydiff/vocabulary.hpp"

#include <span>
#include <string>
#include <string_view>
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

TEST_CASE("lists of surfaces are interned at once as one after the other") {
  // More than are looked up at a time, some known before, some in both lists, some written in several ways.
  std::vector<std::string> surfaces;
  for (int i = 0; i < 20000; ++i) {
    std::string number = std::to_string(i % 15000);
    for (char& c : number) c = static_cast<char>(c - '0' + 'a');
    surfaces.push_back((i % 3 == 0 ? "Har" : i % 3 == 1 ? "har" : "the-har") + number + (i % 7 == 0 ? "ours" : "ing"));
  }
  const std::vector<std::string> few{"the", "The", "12", "--", "harbours", "harbors", "the"};
  const std::vector<std::string_view> many(surfaces.begin(), surfaces.end());
  const std::vector<std::string_view> others(few.begin(), few.end());
  const std::vector<std::span<const std::string_view>> lists{many, others, {}, many};
  for (const unsigned threads : {1U, 2U, 3U}) {
    Vocabulary one_by_one;
    Vocabulary at_once;
    for (Vocabulary* vocabulary : {&one_by_one, &at_once}) vocabulary->intern("harbours");
    const std::vector<std::vector<WordId>> ids = at_once.intern_all(lists, threads);
    REQUIRE(ids.size() == lists.size());
    for (std::size_t l = 0; l < lists.size(); ++l) {
      REQUIRE(ids[l].size() == lists[l].size());
      for (std::size_t i = 0; i < lists[l].size(); ++i) REQUIRE(ids[l][i] == one_by_one.intern(lists[l][i]));
    }
    REQUIRE(at_once.size() == one_by_one.size());
    for (WordId id = 0; id < at_once.size(); ++id) {
      const Word& word = at_once[id];
      const Word& expected = one_by_one[id];
      REQUIRE(word.surface == expected.surface);
      REQUIRE(word.keys == expected.keys);
      REQUIRE(word.kind == expected.kind);
      REQUIRE(word.function_word == expected.function_word);
      REQUIRE(word.capitalized == expected.capitalized);
      REQUIRE(at_once.key_text(word.keys.back()) == one_by_one.key_text(word.keys.back()));
    }
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
