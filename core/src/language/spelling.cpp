#include "language/spelling.hpp"

#include <algorithm>
#include <optional>

#include "language/code_point.hpp"
#include "language/icu_text.hpp"
#include "language/spelling_tables.hpp"

namespace storydiff {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

std::optional<std::string> whole_word(std::string_view word) {
  for (const SpellingPair& pair : kWordPairs) {
    const bool plural = pair.variant.size() > 1 && pair.variant.back() == '+';
    const std::string_view variant = plural ? pair.variant.substr(0, pair.variant.size() - 1) : pair.variant;
    if (word == variant) return std::string(pair.common);
    if (plural && word.size() == variant.size() + 1 && word.back() == 's' && word.starts_with(variant)) {
      return std::string(pair.common) + 's';
    }
  }
  return std::nullopt;
}

void replace_parts(std::string& word) {
  if (word.size() < 5) return;
  for (const SpellingPair& pair : kPartPairs) {
    if (const std::size_t at = word.find(pair.variant); at != std::string::npos) {
      word.replace(at, pair.variant.size(), pair.common);
    }
  }
}

// The doubled l of "travelled", "counsellors", "marvellous", whatever stands before the root.
void single_l(std::string& word) {
  const std::size_t at = word.find("ll");
  if (at == std::string::npos || at < 3) return;
  constexpr auto kEndings = std::to_array<std::string_view>(
      {"ed", "ing", "ings", "er", "ers", "or", "ors", "ous", "ously", "able", "ist", "ists"});
  const std::string_view ending = std::string_view(word).substr(at + 2);
  if (std::find(kEndings.begin(), kEndings.end(), ending) == kEndings.end()) return;
  const std::string_view root = std::string_view(word).substr(0, at + 1);
  if (std::any_of(kSingleL.begin(), kSingleL.end(), [&](std::string_view r) { return root.ends_with(r); })) {
    word.erase(at, 1);
  }
}

// -ise, -isation and their endings become -ize; -yse of "analyse" becomes -yze.
void ise_to_ize(std::string& word) {
  constexpr auto kEndings = std::to_array<std::string_view>(
      {"e", "ed", "es", "er", "ers", "ing", "ingly", "able", "ation", "ations", "ational", "ationally"});
  for (const std::string_view ending : kEndings) {
    if (!word.ends_with(ending) || word.size() < ending.size() + 5) continue;
    const std::size_t s = word.size() - ending.size() - 1;
    if (word[s] != 's') continue;
    const char before = word[s - 1];
    const std::string_view stem = std::string_view(word).substr(0, s);
    if (before == 'y' && (stem.ends_with("aly") || stem.ends_with("oly")) && !ending.starts_with("a")) {
      word[s] = 'z';
      return;
    }
    if (before != 'i' || is_vowel(word[s - 2]) || stem.ends_with("wi")) continue;
    const std::string base = std::string(stem) + "se";
    const bool kept = std::find(kAlwaysIse.begin(), kAlwaysIse.end(), base) != kAlwaysIse.end();
    if (!kept) word[s] = 'z';
    return;
  }
}

}  // namespace

std::string english_spelling(std::string_view folded) {
  std::string word = is_ascii(folded) ? std::string(folded) : without_accents(folded);
  if (std::optional<std::string> common = whole_word(word)) return *common;
  replace_parts(word);
  single_l(word);
  ise_to_ize(word);
  return word;
}

}  // namespace storydiff
