// Canonical wording over sentences made of everything that has a part in it: it depends on the
// sentence alone, loses no word, and stays what it is when it is made again.

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "language/canonical.hpp"
#include "segment/tokenizer.hpp"
#include "storydiff/vocabulary.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

std::string random_sentence(std::mt19937& random) {
  static const std::vector<std::string_view> parts = {"two",        "14",         "4.8",
                                                      "2.6m",       "$",          "£",
                                                      "€",          "million",    "thousand",
                                                      "hundred",    "a",          "half",
                                                      "dozen",      "and",        "twenty",
                                                      "-",          "one",        "US",
                                                      "A",          "dollars",    "Feb",
                                                      ".",          "May",        "22",
                                                      "2014",       "2014-02-22", "05/06/2014",
                                                      "22.02.2014", "3rd",        "of",
                                                      ",",          "km",         "per",
                                                      "hour",       "mph",        "8C",
                                                      "°",          "C",          "degrees",
                                                      "%",          "cent",       "mustn't",
                                                      "they're",    "can't",      "No",
                                                      "Sat",        "Tues",       "first",
                                                      "boys",       "tall",       "m",
                                                      "ferry",      "Ferry",      "07",
                                                      "USD",        "1,234",      "999999999999999",
                                                      "trillion",   "“",          "/",
                                                      "'s",         "100m",       "fifteen",
                                                      "bn",         "5kg",        "h",
                                                      "an"};
  std::uniform_int_distribution<std::size_t> part(0, parts.size() - 1);
  std::bernoulli_distribution space(0.7);
  std::uniform_int_distribution<int> count(0, 12);
  std::string sentence;
  for (int i = count(random); i > 0; --i) {
    sentence += parts[part(random)];
    if (space(random)) sentence += ' ';
  }
  return sentence;
}

std::vector<Token> tokens_of(std::string_view text, Vocabulary& vocabulary) {
  std::vector<RawToken> raw;
  Tokenizer("en").tokenize(text, {0, static_cast<Offset>(text.size())}, raw);
  std::vector<Token> tokens;
  for (const RawToken& token : raw) {
    const Span span = token.span;
    tokens.push_back({span, vocabulary.intern(text.substr(span.begin, span.end - span.begin))});
  }
  return tokens;
}

std::string words_of(const std::vector<CanonicalStem>& stems, const Vocabulary& vocabulary) {
  std::string out;
  for (const CanonicalStem& stem : stems) {
    out += vocabulary[stem.word].surface;
    out += ' ';
  }
  return out;
}

}  // namespace

TEST_CASE("canonical wording depends on the sentence alone") {
  std::mt19937 random(20240229);
  Vocabulary shared;
  Canonicalizer canonicalizer(shared);
  std::size_t rewritten = 0;
  for (int i = 0; i < 4000; ++i) {
    const std::string sentence = random_sentence(random);
    INFO(sentence);
    const std::vector<Token> tokens = tokens_of(sentence, shared);
    std::vector<CanonicalStem> stems;
    canonicalizer.append(tokens, stems);
    const std::string words = words_of(stems, shared);

    Vocabulary fresh;
    std::vector<CanonicalStem> alone;
    const std::vector<Token> fresh_tokens = tokens_of(sentence, fresh);
    Canonicalizer(fresh).append(fresh_tokens, alone);
    REQUIRE(words_of(alone, fresh) == words);

    std::vector<bool> covered(tokens.size(), false);
    REQUIRE(stems.size() == alone.size());
    for (std::size_t k = 0; k < stems.size(); ++k) {
      REQUIRE(stems[k].token < tokens.size());
      REQUIRE(stems[k].token == alone[k].token);
      REQUIRE(stems[k].stem == shared.stem(stems[k].word));
      REQUIRE(shared[stems[k].word].kind != WordKind::kPunctuation);
      covered[stems[k].token] = true;
      rewritten += stems[k].word != tokens[stems[k].token].word;
    }
    // A word that plays no part in anything is always there.
    for (std::size_t k = 0; k < tokens.size(); ++k) {
      if (shared[tokens[k].word].surface == "ferry" || shared[tokens[k].word].surface == "Ferry") REQUIRE(covered[k]);
    }
  }
  CHECK(rewritten > 2000);
}

TEST_CASE("a number says the same in digits and in words") {
  static const std::vector<std::string_view> small = {
      "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
      "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static const std::vector<std::string_view> tens = {"",      "",      "twenty",  "thirty", "forty",
                                                     "fifty", "sixty", "seventy", "eighty", "ninety"};
  std::mt19937 random(20240229);
  std::bernoulli_distribution with_and(0.5);
  const auto below_thousand = [&](std::uint64_t n) {
    std::string out;
    if (n >= 100) {
      out += std::string(small[n / 100]) + " hundred";
      n %= 100;
      if (n > 0) out += with_and(random) ? " and " : " ";
    }
    if (n >= 20) {
      out += tens[n / 10];
      n %= 10;
      if (n > 0) out += '-';
    }
    if (n > 0) out += small[n];
    return out;
  };
  std::uniform_int_distribution<int> magnitude(1, 9);
  for (int i = 0; i < 3000; ++i) {
    std::uint64_t limit = 1;
    for (int k = magnitude(random); k > 0; --k) limit *= 10;
    const std::uint64_t n = std::uniform_int_distribution<std::uint64_t>(1, limit)(random) % 1000000000;
    if (n == 0) continue;
    std::string said;
    const std::uint64_t millions = n / 1000000;
    const std::uint64_t thousands = n / 1000 % 1000;
    const std::uint64_t rest = n % 1000;
    if (millions > 0) said += below_thousand(millions) + " million ";
    if (thousands > 0) said += below_thousand(thousands) + " thousand ";
    // "A million two" is not always a number, "a million and two" is.
    if (rest > 0) said += (millions > 0 && thousands == 0 && rest < 100 ? "and " : "") + below_thousand(rest);
    INFO(n << ": " << said);
    Vocabulary vocabulary;
    std::vector<CanonicalStem> stems;
    const std::vector<Token> tokens = tokens_of(said, vocabulary);
    Canonicalizer(vocabulary).append(tokens, stems);
    REQUIRE(stems.size() == 1);
    REQUIRE(stems.front().stem == vocabulary.stem(vocabulary.intern(std::to_string(n))));
  }
}
