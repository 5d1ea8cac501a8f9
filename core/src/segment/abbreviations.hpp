/// \file abbreviations.hpp
/// Which periods end a sentence, as far as the word before or after them can tell.
#pragma once

#include <cstdint>
#include <string_view>

namespace storydiff {

/// What a period after an abbreviation means.
enum class Abbreviation : std::uint8_t {
  kNone,   ///< an ordinary word
  kTitle,  ///< Sen., Gov.: stands before a name, never ends a sentence
  kName,   ///< Inc., St., U.S.: ends one only before a likely start ("The")
  kState,  ///< Ark.: as kName, but after a comma any capital begins a sentence
  kMonth,  ///< Feb., No.: does not end one before a digit
  kUnit,   ///< ft., lbs.: does not end one before a digit when it follows a number
  kTime,   ///< a.m.: does not end one before a day, a month or a time zone
  kInner,  ///< vs., e.g.: never ends one
};

/// The class of `word`, which is followed by a period; a dotted one includes its last period.
/// `language` is a primary subtag; languages without a list know only what is common to all.
[[nodiscard]] Abbreviation abbreviation_class(std::string_view word, bool dotted, std::string_view language);

/// True for words that seldom follow an abbreviation within a sentence when capitalized: "The",
/// "He", "But"; in other languages its function words.
[[nodiscard]] bool is_likely_start(std::string_view word, std::string_view language);

/// "Tuesday", "February", "EST": what goes on after "9 a.m.".
[[nodiscard]] bool continues_time(std::string_view word);

/// "said", "asked": verbs that attribute a quotation to a name before them.
[[nodiscard]] bool is_reporting_verb(std::string_view word);

}  // namespace storydiff
