/// \file function_words.hpp
/// Words that two texts share without one having seen the other.
#pragma once

#include <string_view>

namespace storydiff {

/// True for articles, pronouns, prepositions, auxiliaries and the plain verbs of reporting ("the",
/// "of", "said"), case-folded with straight apostrophes. Languages without a table of their own have the
/// few dozen words by which they are detected, if they can be.
[[nodiscard]] bool is_function_word(std::string_view folded, std::string_view primary_language);

}  // namespace storydiff
