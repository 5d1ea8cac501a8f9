#include "analyse/names/name_match.hpp"

#include <string>
#include <vector>

#include "analyse/names/name_tables.hpp"
#include "storydiff/vocabulary.hpp"
#include "support/catch.hpp"

using namespace storydiff;

TEST_CASE("two words may be one name: by sound, by a short form, by a letter") {
  struct Case {
    const char* a;
    const char* b;
    WordLikeness likeness;
  };
  const Case cases[] = {
      {"sergey", "sergei", WordLikeness::kSound},
      {"mohammed", "muhammad", WordLikeness::kSound},
      {"zelensky", "zelenskyy", WordLikeness::kSound},
      {"mueller", "muller", WordLikeness::kSound},
      {"hakunts", "hakuntz", WordLikeness::kSound},
      {"stephen", "stefen", WordLikeness::kSound},
      {"volkov", "wolkow", WordLikeness::kSound},
      {"catherine", "katherine", WordLikeness::kSound},
      {"poor", "poors", WordLikeness::kSound},
      {"hassan", "hasan", WordLikeness::kSound},
      {"j", "joanna", WordLikeness::kShort},
      {"bill", "william", WordLikeness::kShort},
      {"tim", "timothy", WordLikeness::kShort},
      {"chilgent", "chilkent", WordLikeness::kLetter},
      {"washinton", "washington", WordLikeness::kLetter},
      {"mario", "maria", WordLikeness::kNone},
      {"iran", "iraq", WordLikeness::kNone},
      {"austria", "australia", WordLikeness::kNone},
      {"perry", "kerry", WordLikeness::kNone},
      {"peter", "paul", WordLikeness::kNone},
      {"slovakia", "slovenia", WordLikeness::kNone},
      {"mali", "malawi", WordLikeness::kNone},
      {"ali", "eli", WordLikeness::kNone},
  };
  for (const Case& c : cases) {
    INFO(c.a << " and " << c.b);
    CHECK(word_likeness(c.a, c.b) == c.likeness);
    CHECK(word_likeness(c.b, c.a) == c.likeness);
  }
}

TEST_CASE("two names may be one") {
  Vocabulary vocabulary;
  NameWords words(vocabulary);
  const auto compare = [&](const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<NameWord> left;
    std::vector<NameWord> right;
    for (const std::string& word : a) left.push_back(words.add(word));
    for (const std::string& word : b) right.push_back(words.add(word));
    return likeness(left, right, words);
  };
  CHECK(compare({"Lee", "Stroud"}, {"Lee", "Harvey", "Stroud"}) == NameLikeness::kSame);
  CHECK(compare({"Sato", "Hiroshi"}, {"Hiroshi", "Sato"}) == NameLikeness::kSame);
  CHECK(compare({"Sergey", "Lavrov"}, {"Sergei", "Lavrov"}) == NameLikeness::kVariant);
  CHECK(compare({"J", "Marlowe"}, {"Joanna", "K", "Marlowe"}) == NameLikeness::kVariant);
  CHECK(compare({"Chilgent"}, {"Chilkent"}) == NameLikeness::kVariant);
  CHECK(compare({"Peter", "Novak"}, {"Paul", "Novak"}) == NameLikeness::kOther);
  CHECK(compare({"Mario", "Rossi"}, {"Maria", "Rossi"}) == NameLikeness::kOther);
  CHECK(compare({"Niger"}, {"Nigeria"}) == NameLikeness::kNone);  // a short form is for given names alone
  CHECK(compare({"Iran"}, {"Iraq"}) == NameLikeness::kNone);
  CHECK(compare({}, {"Iraq"}) == NameLikeness::kNone);
}

TEST_CASE("words that are alike share a trait, so that they are found") {
  const char* pairs[][2] = {{"sergey", "sergei"},     {"mohammed", "muhammad"},    {"mueller", "muller"},
                            {"chilgent", "chilkent"}, {"washinton", "washington"}, {"catherine", "katherine"}};
  for (const auto& pair : pairs) {
    const auto a = traits(pair[0]);
    const auto b = traits(pair[1]);
    INFO(pair[0] << " and " << pair[1]);
    CHECK((a[0] == b[0] || a[1] == b[1] || a[2] == b[2]));
  }
}

TEST_CASE("keys of words do without case, accents, periods and apostrophes") {
  CHECK(name_key("U.S.") == "us");
  CHECK(name_key("O\u2019Brien") == "obrien");
  CHECK(name_key("ERDO\u011EAN") == "erdogan");
  CHECK(name_spelling("Erdo\u011Fan") == "erdo\u011Fan");
  CHECK(name_spelling("MEXICO") == "mexico");
}

TEST_CASE("other names of a place") {
  CHECK(place_names("moscow").size() == 2);
  CHECK(place_names("colo").front() == "colorado");
  CHECK(place_names("skelby").empty());
  CHECK((name_classes("van") & kParticle) != 0);
  CHECK(name_classes("skelby") == kNoNameClass);
}
