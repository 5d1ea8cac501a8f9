#include "analyse/names/name_difference.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace storydiff;

TEST_CASE("what tells two forms of a name apart") {
  using enum NameDifference;
  struct Row {
    const char* source;
    const char* target;
    std::set<std::string, std::less<>> own;  ///< what the target writes as the source does
    NameDifference difference;
  };
  const Row rows[] = {
      {"Hungarian", "Hungary", {}, kPeople},
      {"Orlatan", "Orlat", {}, kPeople},
      {"Hungarian Bank", "Hungary Bank", {}, kForm},
      // The text has the source's letters in another place.
      {"Chilgent", "Chilkent", {"chilgent"}, kSlip},

      {"Chilgent Steel Works", "Chilkent Steel Works", {"chilgent"}, kSlip},
      {"Nalini Prakash", "Nalini Prakesh", {"prakash"}, kSlip},
      // Nothing tells which is right, or whether one person is meant.
      {"Chilgent", "Chilkent", {}, kSpelling},
      {"Chilgent", "Chilkent", {"chilgent", "chilkent"}, kSpelling},
      {"Sergey Orlov", "Sergei Orlov", {"orlov"}, kSpelling},
      {"Sergey Orlov", "Sergei Orlov", {"sergey", "orlov"}, kSpelling},
      {"Erdo\u011Fan", "Erdogan", {"erdogan"}, kSpelling},
      {"Lind Trade Center", "Lind Trade Centre", {"center"}, kSpelling},
      // No matter of letters.
      {"Joanna Marlowe", "J. Marlowe", {"joanna", "marlowe"}, kForm},
      {"William Marsh", "Bill Marsh", {"william"}, kForm},
      {"Joanna Kay Marlowe", "Joanna Marlowe", {"marlowe"}, kForm},
      {"World Health Organization", "WHO", {}, kForm},
      {"United States", "America", {}, kForm},
  };
  for (const Row& row : rows) {
    INFO(row.source << " and " << row.target);
    CHECK(name_difference(row.source, row.target, row.own) == row.difference);
  }
}

TEST_CASE("the people of a place") {
  const auto has = [](const char* place, const char* people) {
    const std::vector<std::string> all = peoples_of(place);
    return std::find(all.begin(), all.end(), people) != all.end();
  };
  CHECK(has("crimea", "crimean"));
  CHECK(has("hungary", "hungarian"));
  CHECK(has("orlat", "orlatan"));
  CHECK_FALSE(has("skelby", "skelban"));  // without its last letter it must be a people that is known
  CHECK(peoples_of("").empty());
}
