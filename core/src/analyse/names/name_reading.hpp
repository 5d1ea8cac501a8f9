/// \file name_reading.hpp
/// Finds the names of people, places and organizations in a document, by capitals, titles and repetition.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "analyse/names/name_words.hpp"
#include "storydiff/segments.hpp"
#include "storydiff/span.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

/// As far as the words around it tell.
enum class NameKind : std::uint8_t { kUnknown, kPerson, kInstitution };

/// One place where a name stands.
struct NameMention {
  Span original;
  std::uint32_t sentence = 0;
  std::uint32_t first_token = 0;  ///< into `Segments::tokens`
  std::uint32_t end_token = 0;
  NameKind kind = NameKind::kUnknown;
  bool acronym = false;         ///< all capitals, one word
  bool speaks = false;          ///< stands beside a verb of reporting
  std::vector<NameWord> words;  ///< what tells it from others: no title, no "of the", no "Inc."; never empty
  std::string spelling;         ///< of these words, accents kept, in small letters
};

struct NameReading {
  std::vector<NameMention> mentions;  ///< in the order of the normalized text
  /// "World Health Organization (WHO)": mention and the abbreviation that the text gives for it.
  std::vector<std::pair<std::uint32_t, NameWord>> abbreviations;
};

/// `words` must have learned of all documents of the comparison. O(tokens).
[[nodiscard]] NameReading read_names(const Segments& segments, const Vocabulary& vocabulary, NameWords& words);

}  // namespace storydiff
