/// \file typo.hpp
/// Slips of the keyboard: a relation between two forms, not a class of them.
#pragma once

#include <cstddef>
#include <string_view>

namespace storydiff {

inline constexpr std::size_t kShortestTypo = 8;  ///< bytes; in shorter words one letter often makes another word

/// Whether one letter added, dropped, exchanged with its neighbour, or changed to one that sounds alike
/// makes one of two long words of the other, as in "goverment". Never at the first letter, where it
/// makes another word or a negation, nor at the last one or before a last s, where it makes an
/// inflection or a derived word ("Australian", "Americas"). Words with digits or marks in them are no
/// typos of each other. Case-folded words; symmetric. O(size).
[[nodiscard]] bool is_typo(std::string_view a, std::string_view b);

}  // namespace storydiff
