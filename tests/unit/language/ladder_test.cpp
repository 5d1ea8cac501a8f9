#include "language/ladder.hpp"

#include <string>
#include <vector>

#include "storydiff/vocabulary.hpp"
#include "support/catch.hpp"

using namespace storydiff;

TEST_CASE("each pair of words meets on the strictest rung that joins them") {
  struct Case {
    std::string a, b;
    Equivalence rung;
  };
  const std::vector<Case> cases = {
      {"ferry", "ferry", Equivalence::kExact},
      {"mustn't", "mustn’t", Equivalence::kTypography},
      {"\"", "“", Equivalence::kTypography},
      {"—", "-", Equivalence::kTypography},
      {"ta-\nble", "table", Equivalence::kTypography},
      {"U.N.", "UN", Equivalence::kTypography},
      {"Ferry", "ferry", Equivalence::kCase},
      {"STRASSE", "Straße", Equivalence::kCase},
      {"Colour", "color", Equivalence::kSpelling},
      {"organised", "organized", Equivalence::kSpelling},
      {"'", "“", Equivalence::kSpelling},
      {"Beyoncé", "Beyonce", Equivalence::kSpelling},
      {"per\ncent", "percent", Equivalence::kSpelling},
      {"14,000", "14000", Equivalence::kNumber},
      {"Fourteen", "14", Equivalence::kNumber},
      {"%", "percent", Equivalence::kNumber},
      {"%", "per cent", Equivalence::kNumber},
      {"1st", "first", Equivalence::kNumber},
      {"ferries", "ferry", Equivalence::kInflection},
      {"colours", "color", Equivalence::kInflection},
      {"organisers", "organizing", Equivalence::kInflection},
      {"said", "says", Equivalence::kInflection},
      {"men", "man", Equivalence::kInflection},
      {"millions", "million", Equivalence::kInflection},
      {"seconds", "2nd", Equivalence::kInflection},
      {"ferry", "boat", Equivalence::kNone},
      {"US", "us", Equivalence::kNone},
      {"U.S.", "us", Equivalence::kNone},
      {"WHO", "who", Equivalence::kNone},
      {"1.50", "150", Equivalence::kNone},
      {"14", "40", Equivalence::kNone},
      {"tonne", "ton", Equivalence::kNone},
      {"four", "for", Equivalence::kNone},
  };
  Vocabulary vocabulary("en");
  for (const Case& c : cases) {
    INFO(c.a << " / " << c.b);
    CHECK(vocabulary.rung(vocabulary.intern(c.a), vocabulary.intern(c.b)) == c.rung);
    CHECK(vocabulary.rung(vocabulary.intern(c.b), vocabulary.intern(c.a)) == c.rung);
  }
}

TEST_CASE("a language without rules keeps the rungs that need none") {
  Vocabulary vocabulary("tlh");
  const auto rung = [&](const char* a, const char* b) {
    return vocabulary.rung(vocabulary.intern(a), vocabulary.intern(b));
  };
  CHECK(rung("batlh", "BATLH") == Equivalence::kCase);
  CHECK(rung("14,000", "14000") == Equivalence::kNumber);
  CHECK(rung("colour", "color") == Equivalence::kNone);
  CHECK(rung("ferries", "ferry") == Equivalence::kNone);
}

TEST_CASE("other languages bring their stems by any BCP 47 tag") {
  for (const char* tag : {"de", "de-AT", "DE_CH"}) {
    Vocabulary vocabulary(tag);
    CHECK(vocabulary.stem(vocabulary.intern("Häuser")) == vocabulary.stem(vocabulary.intern("Häusern")));
  }
  Vocabulary norwegian("nb");
  CHECK(norwegian.stem(norwegian.intern("havnene")) == norwegian.stem(norwegian.intern("havner")));
}
