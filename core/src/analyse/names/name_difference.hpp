/// \file name_difference.hpp
/// What tells two forms of one name apart, as a person would say it.
///
///     name_difference("Sergey Orlov", "Sergei Orlov", {})               kSpelling: either may be right
///     name_difference("Marlow Bay", "Marlwo Bay", {"marlow", "bay"})    kSlip: the text knows better elsewhere
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace storydiff {

enum class NameDifference : std::uint8_t {
  kPeople,    ///< "Hungary" for "Hungarian": no other name at all
  kSlip,      ///< a word has other letters than the same word in the source and elsewhere in the target
  kSpelling,  ///< the same words in other letters: transliteration, accents, British and American, one letter
  kForm,      ///< initials, short forms, abbreviations, other names of a place
};

/// Of two forms that are variants of one name. `own`: the keys (`name_key`) of the words of all names that the target
/// writes as a source does. O(letters).
[[nodiscard]] NameDifference name_difference(std::string_view source, std::string_view target,
                                             const std::set<std::string, std::less<>>& own);

/// The keys of a name's words, in order.
[[nodiscard]] std::vector<std::string> name_keys(std::string_view name);

/// How the people of a place may be called, "hungarian" for "hungary": what its name gives with an ending, and where
/// its last letter goes, what is known as a people.
[[nodiscard]] std::vector<std::string> peoples_of(std::string_view place);

}  // namespace storydiff
