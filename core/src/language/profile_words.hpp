/// \file profile_words.hpp
/// In which languages a word is a function word and a letter stands, by the profiles of `detect_tables.hpp`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace storydiff {

/// A set of languages: a bit for each, by its place in the profiles.
using LanguageMask = std::uint64_t;

/// `folded` is case-folded. Constant time.
[[nodiscard]] LanguageMask languages_of_word(std::string_view folded);

/// Letters past a to z, case-folded. Constant time.
[[nodiscard]] LanguageMask languages_of_letter(char32_t letter);

/// Distinct function words of the language in this place.
[[nodiscard]] std::size_t function_words_of(std::size_t language);

}  // namespace storydiff
