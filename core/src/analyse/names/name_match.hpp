/// \file name_match.hpp
/// Whether two names are one: told apart by their letters alone, without knowing who they name.
///
///     likeness({"sergey", "lavrov"}, {"sergei", "lavrov"})   kVariant: they sound alike
///     likeness({"peter", "novak"}, {"paul", "novak"})        kOther: another of that surname
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "analyse/names/name_words.hpp"

namespace storydiff {

enum class WordLikeness : std::uint8_t {
  kEqual,
  kSound,   ///< another spelling of the same sound: "sergey", "sergei"
  kShort,   ///< an initial or a short form: "j", "joe" for "joseph"
  kLetter,  ///< one letter of a long word differs, past the first: "hakunts", "hakunks"
  kNone,
};

/// Words are name keys. O(word).
[[nodiscard]] WordLikeness word_likeness(std::string_view a, std::string_view b);

/// What words share that may be one name: classes of consonants, or the beginning, or the end. Words
/// that `word_likeness` finds alike have one of them in common, initials and short forms apart.
[[nodiscard]] std::array<std::string, 3> traits(std::string_view word);

enum class NameLikeness : std::uint8_t {
  kSame,     ///< the same words, or a middle name more
  kVariant,  ///< another spelling, an initial, a short form
  kOther,    ///< same surname, another given name; or one letter that makes another short name
  kNone,
};

/// Names of one word are alike only by sound or one letter of seven or more. O(words).
[[nodiscard]] NameLikeness likeness(std::span<const NameWord> a, std::span<const NameWord> b, const NameWords& words);

}  // namespace storydiff
