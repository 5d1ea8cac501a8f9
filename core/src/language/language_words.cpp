#include "language/language_words.hpp"

namespace storydiff {

const LanguageWords* language_words(std::string_view primary_language) {
  if (primary_language == "en") return &english_words();
  if (primary_language == "de") return &german_words();
  if (primary_language == "fr") return &french_words();
  if (primary_language == "es") return &spanish_words();
  if (primary_language == "pt") return &portuguese_words();
  return nullptr;
}

const CanonicalWord* find_canonical_word(const LanguageWords& words, std::string_view folded) {
  const auto found = std::ranges::lower_bound(words.canonical, folded, {}, &CanonicalWord::word);
  return found != words.canonical.end() && found->word == folded ? &*found : nullptr;
}

}  // namespace storydiff
