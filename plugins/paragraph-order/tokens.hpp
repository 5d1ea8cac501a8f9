/// \file tokens.hpp
/// The words of news copy, as the ordering cues need them: cut by hand, no tables, no locale.
///
/// ASCII letters and all bytes from 0x80 up are letters, except the typographic quotes, dashes and
/// spaces of U+2000..U+206F and the no-break space. "U.S.", "Gov." and "J." are one word with its
/// point, so that a point that is left ends a sentence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace storydiff::paragraph_order {

enum class TokenKind : std::uint8_t { kWord, kNumber, kOpenQuote, kCloseQuote, kStop, kOther };

struct Token {
  std::string_view text;  ///< borrowed from the paragraph
  TokenKind kind = TokenKind::kOther;
  bool capital = false;         ///< a word that starts with A..Z ("Lavrov", "d'Entremont", "USGS")
  bool sentence_start = false;  ///< the first word or number of a sentence
  bool quoted = false;          ///< stands inside double quotation marks
  bool spaced = false;          ///< white space stands before it
};

/// Linear in the text. The tokens borrow `text`.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text);

/// ASCII letters in lower case, all other bytes as they are.
[[nodiscard]] std::string lower(std::string_view word);

/// A light stem for counting shared words: lower case, no possessive, no plural, "-ed", "-ing".
/// "monitors" and "monitor's" become "monitor"; it need not be a word ("police" becomes "polic").
[[nodiscard]] std::string stem(std::string_view word);

/// Words that carry no evidence of a shared subject: articles, pronouns, auxiliaries, "said".
[[nodiscard]] bool is_function_word(std::string_view lower_case);

/// Verbs of attribution in the forms that copy uses: "said", "told", "added", "warned".
[[nodiscard]] bool is_speech_verb(std::string_view lower_case);

/// Words before a name that are no part of it: "President", "Judge", "Gov.", "Mr.". Give it in lower
/// case, with or without the point.
[[nodiscard]] bool is_title(std::string_view lower_case);

}  // namespace storydiff::paragraph_order
