#include "language/function_words.hpp"

#include <algorithm>

#include "language/detect_language.hpp"
#include "language/language_words.hpp"

namespace storydiff {

bool is_function_word(std::string_view folded, std::string_view primary_language) {
  if (const LanguageWords* words = language_words(primary_language))
    return std::ranges::binary_search(words->function_words, folded);
  return is_profile_word(folded, primary_language);
}

}  // namespace storydiff
