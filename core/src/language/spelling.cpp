#include "language/spelling.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "language/code_point.hpp"
#include "language/icu_text.hpp"
#include "language/spelling_tables.hpp"

namespace storydiff {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

/// 0..255, of what a word begins with.
constexpr std::size_t opening(std::string_view word) {
  std::size_t hash = 0;
  for (const char c : word.substr(0, 2)) hash = hash * 33U + static_cast<unsigned char>(c);
  return hash % 256U;
}

constexpr std::string_view without_plus(std::string_view variant) {
  return variant.size() > 1 && variant.back() == '+' ? variant.substr(0, variant.size() - 1) : variant;
}

/// The places of `kWordPairs` by what they begin with, those of one opening in the table's order.
struct WordIndex {
  std::array<std::uint16_t, 257> starts{};
  std::array<std::uint16_t, kWordPairs.size()> places{};
};
constexpr WordIndex kWordIndex = [] {
  WordIndex index;
  for (const SpellingPair& pair : kWordPairs) ++index.starts[opening(without_plus(pair.variant)) + 1];
  for (std::size_t i = 1; i < index.starts.size(); ++i)
    index.starts[i] = static_cast<std::uint16_t>(index.starts[i] + index.starts[i - 1]);
  auto next = index.starts;
  for (std::size_t i = 0; i < kWordPairs.size(); ++i)
    index.places[next[opening(without_plus(kWordPairs[i].variant))]++] = static_cast<std::uint16_t>(i);
  return index;
}();

std::optional<std::string> whole_word(std::string_view word) {
  const std::size_t here = opening(word);
  for (std::size_t i = kWordIndex.starts[here]; i < kWordIndex.starts[here + 1]; ++i) {
    const SpellingPair& pair = kWordPairs[kWordIndex.places[i]];
    const std::string_view variant = without_plus(pair.variant);
    const bool plural = variant.size() < pair.variant.size();
    if (word == variant) return std::string(pair.common);
    if (plural && word.size() == variant.size() + 1 && word.back() == 's' && word.starts_with(variant)) {
      return std::string(pair.common) + 's';
    }
  }
  return std::nullopt;
}

/// A bit for each pair of neighbours, hashed: what lacks a bit of another lacks the other.
constexpr std::uint64_t neighbours(std::string_view word) {
  std::uint64_t bits = 0;
  for (std::size_t i = 1; i < word.size(); ++i)
    bits |=
        std::uint64_t{1} << (static_cast<unsigned char>(word[i - 1]) * 5U + static_cast<unsigned char>(word[i])) % 64U;
  return bits;
}
constexpr bool may_have(std::uint64_t neighbours_of_word, std::uint64_t neighbours_of_part) {
  return (neighbours_of_part & ~neighbours_of_word) == 0;
}
constexpr auto kPartNeighbours = [] {
  std::array<std::uint64_t, kPartPairs.size()> bits{};
  for (std::size_t i = 0; i < bits.size(); ++i) bits[i] = neighbours(kPartPairs[i].variant);
  return bits;
}();

/// Pairs of `kPartPairs` by number, a bit each.
using PartSet = std::array<std::uint64_t, (kPartPairs.size() + 63) / 64>;
/// By bit of `neighbours`: the pairs of which it is the lowest. A word has few of the bits, and a bit few of the pairs.
constexpr auto kPartsByNeighbours = [] {
  std::array<PartSet, 64> parts{};
  for (std::size_t i = 0; i < kPartPairs.size(); ++i)
    parts[static_cast<std::size_t>(std::countr_zero(kPartNeighbours[i]))][i / 64] |= std::uint64_t{1} << i % 64;
  return parts;
}();

/// Those of number 64 x `block` and the 63 behind it that a word with such neighbours may have in it.
std::uint64_t possible_parts(std::uint64_t neighbours_of_word, std::size_t block) {
  std::uint64_t parts = 0;
  for (std::uint64_t bits = neighbours_of_word; bits != 0; bits &= bits - 1)
    parts |= kPartsByNeighbours[static_cast<std::size_t>(std::countr_zero(bits))][block];
  return parts;
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
  const std::uint64_t here = neighbours(word);
  if (!may_have(here, neighbours("is")) && !may_have(here, neighbours("ys"))) return;
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

void replace_ending(std::string& word, std::size_t at_least, std::string_view from, std::string_view to) {
  if (word.size() >= at_least && word.ends_with(from)) word.replace(word.size() - from.size(), from.size(), to);
}

// Endings and clusters by which the houses that transliterate Cyrillic and Arabic names differ. The
// lengths keep ordinary short words out: "ski", "essai", "shah".
void one_transliteration(std::string& word) {
  if (word.size() < 5) return;
  if (word.starts_with("aleks")) word.replace(3, 2, "x");
  if (word.starts_with("tch")) word.erase(0, 1);
  if (const std::size_t at = word.find("shch"); at != std::string::npos) word.erase(at + 1, 1);
  if (const std::size_t at = word.find("yev"); at != std::string::npos && at > 1 && is_vowel(word[at - 1])) {
    word.erase(at, 1);  // Dostoyevsky, Nikolayev
  }
  // By the last letter, for most words end in none of these.
  const char last = word.back();
  if (last == 'y' || last == 'i' || last == 'j') {
    for (const std::string_view ending : {"iy", "yy", "ii", "ij", "yi", "i"}) {  // Zelenskiy, Kandinski
      const std::size_t stem = word.size() - ending.size();
      if (word.ends_with(ending) && stem >= 5 && std::string_view(word).substr(0, stem).ends_with("sk")) {
        word.replace(stem, ending.size(), "y");
        break;
      }
    }
    replace_ending(word, 5, "iy", "y");
    replace_ending(word, 5, "yy", "y");
    replace_ending(word, 5, "ei", "ey");  // Sergei
    replace_ending(word, 6, "ai", "ay");  // Nikolai
    replace_ending(word, 6, "oi", "oy");  // Tolstoi
  } else if (last == 'h') {
    replace_ending(word, 6, "vych", "vich");
    replace_ending(word, 7, "vitch", "vich");
    replace_ending(word, 6, "ah", "a");  // Fallujah
  } else if (last == 's') {
    replace_ending(word, 7, "ahs", "as");
  }
  if (word.back() == 'a') replace_ending(word, 5, "iya", "ia");  // Yuliya
}

}  // namespace

void replace_spelling_parts(std::string& word) {
  if (word.size() < 5) return;
  std::uint64_t here = neighbours(word);
  for (std::size_t block = 0; block < PartSet().size(); ++block) {
    for (std::uint64_t left = possible_parts(here, block); left != 0;) {
      const auto bit = static_cast<std::size_t>(std::countr_zero(left));
      left &= left - 1;
      const std::size_t i = 64 * block + bit;
      if (!may_have(here, kPartNeighbours[i])) continue;
      const SpellingPair& pair = kPartPairs[i];
      if (const std::size_t at = word.find(pair.variant); at != std::string::npos) {
        word.replace(at, pair.variant.size(), pair.common);
        here = neighbours(word);
        left = possible_parts(here, block) & (~std::uint64_t{1} << bit);
      }
    }
  }
}

std::string english_spelling(std::string_view folded) {
  std::string word = is_ascii(folded) ? std::string(folded) : without_accents(folded);
  const std::optional<std::string> of_table = whole_word(word);
  if (of_table) word = *of_table;
  const std::string before = word;
  one_transliteration(word);
  // Asked again, for table and rules may lead to a variant of the table.
  if (of_table || word != before)
    if (const std::optional<std::string> common = whole_word(word)) word = *common;
  replace_spelling_parts(word);
  single_l(word);
  ise_to_ize(word);
  return word;
}

}  // namespace storydiff
