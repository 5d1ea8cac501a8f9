// Equality on one rung of the ladder implies equality on all later ones, and every rung is a
// function of the one below it, over words made to collide.

#include <array>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "language/ladder.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

std::string random_word(std::mt19937& random) {
  static const std::vector<std::string_view> parts = {
      "colo",     "u",       "r",    "organi",  "s",        "z",   "ed", "ing",   "travel", "l",       "centre",
      "center",   "’s",      "'s",   "-",       "–",        "-\n", "1",  "14",    ",",      "000",     ".",
      "fourteen", "th",      "st",   "%",       "per cent", "U",   "S",  "us",    "US",     "e\u0301", "é",
      "e",        "\u00AD",  "ﬁ",    "fi",      "A",        "a",   "ss", "ß",     "\u200B", " ",       "\u00A0",
      "one",      "million", "said", "men",     "İ",        "ı",   "&",  "aleks", "alex",   "sk",      "iy",
      "yy",       "ei",      "ey",   "tch",     "shch",     "yev", "ah", "iya",   "moham",  "med",     "mad",
      "vych",     "ue",      "ü",    "œ",       "oe",       "û",   "É",  "ôn",    "ón",     "cç",      "ç",
      "zwei",     "hundert", "und",  "zwanzig", "mille",    "1º",  "er"};
  std::uniform_int_distribution<std::size_t> part(0, parts.size() - 1);
  std::uniform_int_distribution<int> count(1, 4);
  std::string word;
  for (int i = count(random); i > 0; --i) word += parts[part(random)];
  return word;
}

}  // namespace

TEST_CASE("equality on one rung implies equality on all later rungs") {
  for (const std::string_view language : {"en", "de", "fr", "es", "pt", "tr", "xx"}) {
    const Ladder ladder(language);
    std::mt19937 random(20240229);
    std::array<std::map<std::string, std::string>, kKeyedRungs> next;  // key -> key of the next rung
    std::size_t joined = 0;
    for (int i = 0; i < 50000; ++i) {
      const std::string word = random_word(random);
      const Ladder::Keys keys = ladder.keys(word);
      REQUIRE(keys[0] == word);
      for (std::size_t rung = 0; rung + 1 < kKeyedRungs; ++rung) {
        const auto [entry, added] = next[rung].emplace(keys[rung], keys[rung + 1]);
        joined += !added && keys[rung] != word;
        if (entry->second != keys[rung + 1]) {
          FAIL(language << ": " << word << " at rung " << rung << ": " << keys[rung + 1] << " or " << entry->second);
        }
      }
    }
    CHECK(joined > 1000);  // the words did collide
  }
}
