#include "language/compound_number.hpp"

#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"

using namespace storydiff;

TEST_CASE("German number words of one word") {
  const std::vector<std::pair<std::string, std::uint64_t>> cases = {
      {"eins", 1},
      {"zwölf", 12},
      {"zwoelf", 12},
      {"siebzehn", 17},
      {"dreissig", 30},
      {"einundzwanzig", 21},
      {"fünfundfünfzig", 55},
      {"hundert", 100},
      {"einhundert", 100},
      {"hunderteins", 101},
      {"zweihunderteinundzwanzig", 221},
      {"neunhundertneunundneunzig", 999},
      {"zweihundertundelf", 211},
      {"tausend", 1000},
      {"eintausend", 1000},
      {"tausendundeins", 1001},
      {"vierzehntausend", 14000},
      {"fünfzehnhundert", 1500},
      {"neunzehnhundertneunundachtzig", 1989},
      {"zweitausendvierzehn", 2014},
      {"zweihundertfünfzigtausend", 250000},
      {"dreihunderttausendfünfhundert", 300500},
      {"neunhundertneunundneunzigtausendneunhundertneunundneunzig", 999999},
  };
  for (const auto& [word, number] : cases) {
    INFO(word);
    CHECK(compound_number(word) == number);
  }
}

TEST_CASE("German words that are no numbers") {
  for (const std::string word : {"",
                                 "ein",
                                 "eine",
                                 "einer",
                                 "und",
                                 "undzwanzig",
                                 "zweiund",
                                 "hundertund",
                                 "hunderte",
                                 "tausende",
                                 "tausendund",
                                 "einundzwanzigste",
                                 "achtung",
                                 "dreist",
                                 "elfenbein",
                                 "vierteljahr",
                                 "zweitausendtausend",
                                 "zwanzighundert",
                                 "zehnzehn",
                                 "zwanzigeins",
                                 "achtundachtzigjährige",
                                 "neuntausendneuntausend",
                                 "null"}) {
    INFO(word);
    CHECK_FALSE(compound_number(word));
  }
  std::string many;
  for (int i = 0; i < 50'000; ++i) many += "einund";
  CHECK_FALSE(compound_number(many));
}
