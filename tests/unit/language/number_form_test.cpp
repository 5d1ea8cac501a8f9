#include "language/number_form.hpp"

#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"

using namespace storydiff;

TEST_CASE("one form for each number of one token") {
  const NumberStyle english = number_style("en");
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"14,000", "14000"},        {"14000", "14000"},
      {"1,234,567", "1234567"},   {"1,234.50", "1234.50"},
      {"1.50", "1.50"},           {"150", "150"},
      {"fourteen", "14"},         {"zero", "0"},
      {"ninety", "90"},           {"twenty-one", "21"},
      {"million", "1000000"},     {"1st", "first"},
      {"4th", "fourth"},          {"21st", "21st"},
      {"%", "percent"},           {"2,34", "2,34"},
      {"12,345,67", "12,345,67"}, {"1234,567", "1234,567"},
      {"10:30", "10:30"},         {"2.6m", "2.6m"},
      {"1,500m", "1500m"},        {"٣٤", "34"},
  };
  for (const auto& [word, form] : cases) {
    INFO(word);
    REQUIRE(number_form(word, english));
    CHECK(*number_form(word, english) == form);
  }
}

TEST_CASE("words that are no numbers have no form") {
  const NumberStyle english = number_style("en");
  for (const std::string word :
       {"tent", "only", "forty-winks", "twenty-zero", "ten-one", "second", "a", "-", "$", ""}) {
    INFO(word);
    CHECK_FALSE(number_form(word, english));
  }
}

TEST_CASE("languages mark groups and fractions their own way") {
  CHECK(number_form("14.000,5", number_style("de")) == "14000.5");
  CHECK(number_form("14,5", number_style("de")) == "14.5");
  CHECK(number_form("14,000", number_style("xx")) == "14000");
  CHECK_FALSE(number_form("fourteen", number_style("xx")));
}
