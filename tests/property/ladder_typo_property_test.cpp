// `is_typo` against the plain table of edit distances, over words made to be near each other.

#include <algorithm>
#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/typo.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

/// Letters added, dropped, changed or exchanged with their neighbour, each place at most once.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

std::string random_letters(std::mt19937& random, std::size_t least) {
  constexpr std::string_view kLetters = "aestc";
  std::uniform_int_distribution<std::size_t> letter(0, kLetters.size() - 1);
  std::uniform_int_distribution<std::size_t> size(least, least + 4);
  std::string word;
  for (std::size_t i = size(random); i > 0; --i) word += kLetters[letter(random)];
  return word;
}

std::string edited(std::string word, std::mt19937& random) {
  const std::size_t at = std::uniform_int_distribution<std::size_t>(0, word.size() - 2)(random);
  switch (std::uniform_int_distribution<int>(0, 3)(random)) {
    case 0:
      return word.erase(at, 1);
    case 1:
      return word.insert(at, 1, 'e');
    case 2:
      word[at] = 'a';
      return word;
    default:
      std::swap(word[at], word[at + 1]);
      return word;
  }
}

}  // namespace

TEST_CASE("a typo is one edit, both ways") {
  std::mt19937 random(20240229);
  std::size_t typos = 0;
  std::size_t near = 0;
  for (int i = 0; i < 50000; ++i) {
    const std::string a = random_letters(random, 6);
    std::string b = edited(a, random);
    if (i % 3 == 0) b = edited(b, random);
    const bool typo = is_typo(a, b);
    INFO(a << " / " << b);
    REQUIRE(typo == is_typo(b, a));
    const std::size_t distance = edit_distance(a, b);
    typos += typo;
    near += distance == 1;
    if (typo) {
      REQUIRE(distance == 1);
      REQUIRE(a.front() == b.front());
      REQUIRE(a.back() == b.back());
      REQUIRE(std::min(a.size(), b.size()) >= kShortestTypo);
    }
    // A letter added or dropped within a long word always is one, however letters repeat.
    const bool inner = a.front() == b.front() && a.size() != b.size() && a.back() == b.back() && a.back() != 's';
    const bool longer = a.starts_with(b) || b.starts_with(a);
    const bool ends_alike = a.substr(a.size() - 2) == b.substr(b.size() - 2) && a.substr(0, 2) == b.substr(0, 2);
    if (distance == 1 && inner && !longer && ends_alike && std::min(a.size(), b.size()) >= kShortestTypo) REQUIRE(typo);
  }
  CHECK(typos > 1000);
  CHECK(near > typos);
}
