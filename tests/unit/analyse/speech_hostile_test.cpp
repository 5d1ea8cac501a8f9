// Attribution and polarity of texts that no newsroom wrote: any result will do that points into the texts.
#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include "speech_support.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

constexpr auto kWords = std::to_array<std::string_view>({"said",
                                                         "told",
                                                         "claimed",
                                                         "adding",
                                                         "that",
                                                         "who",
                                                         "which",
                                                         "and",
                                                         "but",
                                                         "not",
                                                         "no",
                                                         "never",
                                                         "may",
                                                         "will",
                                                         "could",
                                                         "if",
                                                         "unless",
                                                         "Anna",
                                                         "Smith",
                                                         "the",
                                                         "a",
                                                         "police",
                                                         "ministry",
                                                         "in",
                                                         "of",
                                                         "to",
                                                         "was",
                                                         "is",
                                                         "reportedly",
                                                         "according",
                                                         "verdict",
                                                         "view",
                                                         "'s",
                                                         "let it be known",
                                                         "pointed out",
                                                         "14",
                                                         "May",
                                                         "Monday",
                                                         "alleged",
                                                         "\"",
                                                         "\"",
                                                         "\u201c",
                                                         "\u201d",
                                                         "'",
                                                         "\u2019",
                                                         "\u00ab",
                                                         "\u00bb",
                                                         ",",
                                                         ".",
                                                         ":",
                                                         "(",
                                                         ")",
                                                         "-",
                                                         "\n\n",
                                                         "\u00e9t\u00e9",
                                                         "failed to",
                                                         "denied",
                                                         "U.S.",
                                                         "Mr.",
                                                         "he",
                                                         "they"});

std::string soup(std::mt19937& random, std::uint32_t words) {
  std::string text;
  for (std::uint32_t i = 0; i < words; ++i) text += std::string(kWords[random() % kWords.size()]) + " ";
  return text;
}

void check(const std::string& source, const std::string& target) {
  const Report report = test::report_of(source, target);
  for (const auto* list : {&report.attributions, &report.polarity}) {
    for (const Change& change : *list) {
      REQUIRE(change.target.has_value());
      REQUIRE(change.source.has_value());
      CHECK(change.target->end <= target.size());
      CHECK(change.source->end <= source.size());
      CHECK_FALSE((change.from.empty() && change.to.empty()));
    }
  }
}

std::string repeated(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

}  // namespace

TEST_CASE("attribution and polarity of random words") {
  std::mt19937 random(20251125);
  for (std::uint32_t i = 0; i < 400; ++i) {
    const std::string source = soup(random, i % 60);
    std::string target = source;
    if (i % 3 != 0) target = soup(random, i % 7) + target + soup(random, i % 11);
    if (i % 5 == 0) target = soup(random, i % 60);
    check(source, target);
  }
}

TEST_CASE("attribution and polarity of one endless sentence") {
  for (const char* piece : {"\"", "\" said ", "Anna said ", ", said Anna Smith, ", "not good ", "if good, ",
                            "the alleged thief ", "who said that he may come if he can, "}) {
    INFO(piece);
    check(repeated(piece, 5000), repeated(piece, 4999) + "claimed Bo. ");
  }
}
