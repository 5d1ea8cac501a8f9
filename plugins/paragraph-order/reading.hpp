/// \file reading.hpp
/// What the ordering cues know of each paragraph: its words, its names, how it opens, who speaks.
///
///     std::vector<Reading> readings = read_paragraphs(texts);
///     readings[3].opener == Opener::kPronoun   // "He added that ..."
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tokens.hpp"

namespace storydiff::paragraph_order {

/// How a paragraph's first words lean on what stands before it.
enum class Opener : std::uint8_t {
  kPlain,
  kPronoun,         ///< "He added", "Its chair, ..."
  kQuotation,       ///< a quotation whose speaker is "he said", or nobody
  kNamedQuotation,  ///< a quotation whose speaker it names
  kDefinite,        ///< "The monitors, of whom ..."
  kLink,            ///< "But", "Both said", "Another"
};

/// Who a pronoun can stand for. `kUnknown` fits everybody.
enum class Gender : std::uint8_t { kUnknown, kHe, kShe, kThey, kIt };

/// One run of capitalized words, without the titles before it.
struct Name {
  std::vector<std::string> words;  ///< lower case; one word: the short form
  bool speaks = false;             ///< stands, outside quotation marks, in a sentence with a verb of attribution
  bool person = false;             ///< after a title, before an age or an apposition, or beside a verb of attribution
  bool organisation = false;       ///< ends as companies do ("Inc")
};

struct Reading {
  std::map<std::string, std::uint32_t> stems;  ///< content words and numbers -> count
  std::vector<Name> names;                     ///< in text order
  std::vector<std::string> abbreviations;      ///< upper-case words ("WHO"), in lower case
  std::vector<std::string> expanded;           ///< those given in parentheses after their long form
  std::vector<std::string> definite;           ///< stems of the nouns of a "The ..." opener
  std::vector<std::string> indefinite;         ///< stems of nouns after "a", "some" or a number, and bare plurals
  Opener opener = Opener::kPlain;
  Gender pronoun = Gender::kUnknown;  ///< of the opener
  bool quotes = false;                ///< has a double quotation mark
  bool speech = false;                ///< has a verb of attribution outside quotation marks, or "according to"
  bool he = false, she = false;       ///< has "he", "his", "him"; "she", "her" outside quotation marks
  bool statement = false;             ///< "said in a statement"
  bool background = false;            ///< a year as a number, "decades ago", "founded", "usually"
  bool prospect = false;              ///< "will", "until", "next", "scheduled": what is still to come
  bool also = false;                  ///< "also" or "another" in the first sentence
};

/// Reads each text by itself. Linear in the texts.
[[nodiscard]] std::vector<Reading> read_paragraphs(const std::vector<std::string_view>& texts);

}  // namespace storydiff::paragraph_order
