#include "analyse/names/name_match.hpp"

#include <algorithm>
#include <cstddef>

#include "analyse/names/name_tables.hpp"
#include "language/code_point.hpp"
#include "language/spelling.hpp"

namespace storydiff {
namespace {

constexpr std::size_t kShortestSound = 4;   // bytes; "Ali" and "Eli" are two
constexpr std::size_t kShortestLetter = 6;  // "Iran" and "Iraq" are two
constexpr std::size_t kShortestAlone = 7;   // where no other word of the name agrees
constexpr std::size_t kLongestWord = 64;    // longer ones are no names, and the table below is quadratic

constexpr bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y' || c == 'j';
}

/// Letters that houses exchange when they write a name of another script or language.
std::string sound(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    char c = word[i];
    const char next = i + 1 < word.size() ? word[i + 1] : '\0';
    if (c == 'p' && next == 'h') {
      c = 'f';
      ++i;
    } else if ((c == 'k' || c == 'g' || c == 'd') && next == 'h') {
      ++i;  // Khan, Ghani, Riyadh
    } else if (c == 'q' || (c == 'c' && next != 'h')) {
      c = 'k';
      if (next == 'k') ++i;
    } else if (c == 'z') {
      c = 's';
    } else if (c == 'w') {
      c = 'v';
    } else if (c == 'y' || c == 'j') {
      c = 'i';
    } else if (c == 'x') {
      out += 'k';
      c = 's';
    } else if ((c == 'a' || c == 'o' || c == 'u') && next == 'e' && i > 0) {
      ++i;  // Mueller, Schroeder
    } else if (c == 'h' && i > 0) {
      continue;
    }
    if (out.empty() || out.back() != c) out += c;
  }
  return out;
}

/// Letters to add, drop or change, at most `most` + 1. O(a x b), both at most `kLongestWord`.
std::size_t edits(std::string_view a, std::string_view b, std::size_t most) {
  if (a.size() > kLongestWord || b.size() > kLongestWord) return most + 1;
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) return most + 1;
  std::size_t row[kLongestWord + 1];
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

std::string without_vowels(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (i == 0 || !is_vowel(word[i])) out += word[i];
  return out;
}

bool sound_alike(std::string_view a, std::string_view b) {
  constexpr std::size_t kMostEdits = 3;  // what comes next is dear
  if (std::min(a.size(), b.size()) < kShortestSound || edits(a, b, kMostEdits) > kMostEdits) return false;
  if (english_spelling(a) == english_spelling(b)) return true;
  // A lost apostrophe: "Poor's" as "Poors".
  const auto has_s_more = [](std::string_view x, std::string_view y) {
    return x.size() == y.size() + 1 && x.back() == 's' && x.starts_with(y);
  };
  if (has_s_more(a, b) || has_s_more(b, a)) return true;
  const std::string left = sound(a);
  const std::string right = sound(b);
  if (left == right) return true;
  // Vowels differ most between houses (Mohammed, Muhammad), but the last one tells Mario from Maria.
  if (left.empty() || right.empty() || left.back() != right.back()) return false;
  constexpr std::size_t kLongName = 6;
  const std::size_t allowed = std::min(left.size(), right.size()) >= kLongName ? 2 : 1;
  return edits(left, right, allowed) <= allowed && without_vowels(left) == without_vowels(right);
}

bool is_initial(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return a.size() == 1 && b.size() > 1 && a[0] == b[0];
}

std::string consonants(std::string_view word) {
  std::string key;
  for (char c : without_vowels(sound(word))) {
    // Voiced and unvoiced are one class here: a candidate is judged letter by letter.
    if (c == 'g') c = 'k';
    if (c == 'd') c = 't';
    if (c == 'b') c = 'p';
    if (c == 'v') c = 'f';
    if (key.empty() || key.back() != c) key += c;
  }
  return key;
}

}  // namespace

WordLikeness word_likeness(std::string_view a, std::string_view b) {
  if (a == b) return WordLikeness::kEqual;
  if (a.empty() || b.empty()) return WordLikeness::kNone;
  if (sound_alike(a, b)) return WordLikeness::kSound;
  if (is_initial(a, b) || nicknames(a, b)) return WordLikeness::kShort;
  const bool lengths = std::min(a.size(), b.size()) >= kShortestLetter && a[0] == b[0];
  return lengths && edits(a, b, 1) == 1 ? WordLikeness::kLetter : WordLikeness::kNone;
}

std::array<std::string, 3> traits(std::string_view word) {
  constexpr std::size_t kEnd = 3;
  const std::size_t end = std::min(word.size(), kEnd);
  return {consonants(word), "^" + std::string(word.substr(0, end)), std::string(word.substr(word.size() - end)) + "$"};
}

NameLikeness likeness(std::span<const NameWord> a, std::span<const NameWord> b, const NameWords& words) {
  const auto compare = [&](NameWord x, NameWord y) {
    return x == y ? WordLikeness::kEqual : word_likeness(words.text(x), words.text(y));
  };
  if (a.empty() || b.empty()) return NameLikeness::kNone;
  if (a.size() == 1 && b.size() == 1) {
    const WordLikeness word = compare(a[0], b[0]);
    const std::size_t shorter = std::min(words.text(a[0]).size(), words.text(b[0]).size());
    if (word == WordLikeness::kEqual) return NameLikeness::kSame;
    if (word == WordLikeness::kSound) return NameLikeness::kVariant;
    if (word == WordLikeness::kLetter && shorter >= kShortestAlone) return NameLikeness::kVariant;
    return NameLikeness::kNone;
  }
  if (a.size() == 1 || b.size() == 1) return NameLikeness::kNone;

  const WordLikeness last = compare(a.back(), b.back());
  const WordLikeness first = compare(a.front(), b.front());
  if (a.size() == b.size()) {
    std::size_t equal = 0;
    std::size_t alike = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      const WordLikeness word = compare(a[i], b[i]);
      if (word == WordLikeness::kEqual) ++equal;
      const bool surname = i + 1 == a.size();
      if (word != WordLikeness::kNone && !(surname && word == WordLikeness::kShort)) ++alike;
    }
    if (equal == a.size()) return NameLikeness::kSame;
    // "Orban Viktor", "SATO Hiroshi": the surname comes first.
    if (std::equal(a.begin() + 1, a.end(), b.begin()) && a.front() == b.back()) return NameLikeness::kSame;
    if (std::equal(b.begin() + 1, b.end(), a.begin()) && b.front() == a.back()) return NameLikeness::kSame;
    // Where nothing is equal, a letter and a short form are too little: "J. Harpers", "Joe Harper".
    const bool certain = equal > 0 || (first == WordLikeness::kSound && last == WordLikeness::kSound);
    if (alike == a.size() && certain) return NameLikeness::kVariant;
  } else if (last == WordLikeness::kEqual || last == WordLikeness::kSound) {
    if (first == WordLikeness::kEqual && last == WordLikeness::kEqual) return NameLikeness::kSame;
    if (first != WordLikeness::kNone && first != WordLikeness::kLetter) return NameLikeness::kVariant;
  }
  const bool same_surname = last == WordLikeness::kEqual && first == WordLikeness::kNone;
  return same_surname ? NameLikeness::kOther : NameLikeness::kNone;
}

}  // namespace storydiff
