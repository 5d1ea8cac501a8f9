/// \file regional_spelling.hpp
/// The spelling rung of German, French and Portuguese: variants by keyboard, country or reform.
#pragma once

#include <string>
#include <string_view>

namespace storydiff {

/// One spelling for each case-folded word, by primary subtag; other languages' words come back as they
/// are. A key, not good spelling: it may be a form that nobody writes, but it must not join two words.
/// - German: "mueller" and "müller". Not after a vowel or q ("neue", "steuer", "quelle").
/// - French: a first letter without its accent ("etat", "état"), œ and æ as two letters, and the î and û
///   that the reform of 1990 dropped ("connaître", "coût"), save in words where they tell two apart.
/// - Portuguese: the accents of Portugal and Brazil before m and n ("econômico", "económico"), and the c and
///   p before ç that the reform of 1990 dropped ("direcção", "direção").
/// O(word).
[[nodiscard]] std::string regional_spelling(std::string_view folded, std::string_view primary_language);

}  // namespace storydiff
