#include "language/regional_spelling.hpp"

#include <algorithm>
#include <array>

#include "language/code_point.hpp"
#include "language/icu_text.hpp"

namespace storydiff {
namespace {

struct Pair {
  std::string_view from;
  std::string_view to;
};

void replace_all(std::string& word, const Pair& pair) {
  for (std::size_t at = word.find(pair.from); at != std::string::npos; at = word.find(pair.from, at + pair.to.size()))
    word.replace(at, pair.from.size(), pair.to);
}

std::string german(std::string_view folded) {
  constexpr std::string_view kNoUmlautAfter = "aeiouyq";
  std::string out;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const bool free = i == 0 || kNoUmlautAfter.find(folded[i - 1]) == std::string_view::npos;
    const bool digraph = free && i + 1 < folded.size() && folded[i + 1] == 'e';
    if (digraph && (folded[i] == 'a' || folded[i] == 'o' || folded[i] == 'u')) {
      out += folded[i] == 'a' ? "ä" : folded[i] == 'o' ? "ö" : "ü";
      ++i;
    } else {
      out += folded[i];
    }
  }
  return out;
}

std::string french(std::string_view folded) {
  std::string word(folded);
  replace_all(word, {"œ", "oe"});
  replace_all(word, {"æ", "ae"});
  constexpr std::size_t kShortest = 5;  // bytes: "dû", "sûr" and "mûr" are not "du", "sur" and "mur"
  if (word.size() >= kShortest && !word.starts_with("jeûn")) {
    replace_all(word, {"î", "i"});
    replace_all(word, {"û", "u"});
  }
  // Capitals often lack theirs. A word of one letter is "à".
  const CodePoint first = decode_utf8(word, 0);
  if (first.value >= 0x80 && word.size() > first.length)
    word.replace(0, first.length, without_accents(std::string_view(word).substr(0, first.length)));
  return word;
}

std::string portuguese(std::string_view folded) {
  std::string word(folded);
  for (const Pair& pair :
       std::to_array<Pair>({{"ôm", "óm"}, {"ôn", "ón"}, {"êm", "ém"}, {"ên", "én"}, {"cç", "ç"}, {"pç", "ç"}}))
    replace_all(word, pair);
  return word;
}

}  // namespace

std::string regional_spelling(std::string_view folded, std::string_view primary_language) {
  if (!folded.empty()) {
    if (primary_language == "de") return german(folded);
    if (is_ascii(folded)) return std::string(folded);
    if (primary_language == "fr") return french(folded);
    if (primary_language == "pt") return portuguese(folded);
  }
  return std::string(folded);
}

}  // namespace storydiff
