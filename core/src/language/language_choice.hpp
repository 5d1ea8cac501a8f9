/// \file language_choice.hpp
/// The one language that a comparison works in.
///
///     LanguageChoice choice = choose_language("auto", texts);
///     Vocabulary vocabulary(choice.tag);
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace storydiff {

struct NamedText {
  std::string_view name;  ///< for messages
  std::string_view text;
};

struct LanguageChoice {
  std::string tag;  ///< as asked for; where "auto" was, a primary subtag, "und" where nothing could be told
  std::vector<std::string> notices;  ///< what the language costs: none for those with complete rules
};

/// `asked` is a BCP 47 tag, or "auto": the language of the texts taken together, English where they are too
/// short to tell. Each notice is one line that begins with "language: ". O(beginning of each text).
[[nodiscard]] LanguageChoice choose_language(std::string_view asked, std::span<const NamedText> texts);

}  // namespace storydiff
