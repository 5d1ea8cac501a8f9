#include "language/typo.hpp"

#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"

using storydiff::is_typo;

TEST_CASE("one edit within a long word is a typo") {
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {"goverment", "government"}, {"recieved", "received"},      {"definately", "definitely"},
      {"seperate", "separate"},    {"anderson", "andersen"},      {"minsiter", "minister"},
      {"comittee", "committee"},   {"referrendum", "referendum"}, {"parliamnet", "parliament"},
  };
  for (const auto& [a, b] : pairs) {
    INFO(a << " / " << b);
    CHECK(is_typo(a, b));
    CHECK(is_typo(b, a));
  }
}

TEST_CASE("no typos") {
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {"received", "received"},       // equal
      {"australia", "australian"},    // at the end: a derived word
      {"protester", "protested"},     // an inflection
      {"parliamnet", "parliaments"},  // two edits
      {"relieved", "believed"},       // at the beginning
      {"governmetn", "government"},   // at the end
      {"americans", "americas"},      // before a last s
      {"unlatched", "unpatched"},     // consonants that do not sound alike
      {"minister", "sinister"},
      {"possible", "impossible"},
      {"martial", "marital"},  // too short
      {"minister", "mnitsier"},
      {"minister", "mnxister"},
      {"minister", "minisert"},
      {"version12", "version22"},  // digits
      {"o'donnell", "o'donnoll"},  // marks
      {"", "ferryman"},
      {"", ""},
  };
  for (const auto& [a, b] : pairs) {
    INFO(a << " / " << b);
    CHECK_FALSE(is_typo(a, b));
    CHECK_FALSE(is_typo(b, a));
  }
}
