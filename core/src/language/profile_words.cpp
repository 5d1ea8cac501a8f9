#include "language/profile_words.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "language/code_point.hpp"
#include "language/detect_tables.hpp"
#include "language/hash.hpp"

namespace storydiff {
namespace {

/// Where a word stands in the profiles. Places and no views: so the table needs no work when the program is loaded.
struct Place {
  std::uint16_t begin = 0;  ///< in the words of its profile
  std::uint8_t size = 0;    ///< bytes; 0: no word
  std::uint8_t profile = 0;
};

struct Entry {
  LanguageMask languages = 0;
  Place place;
};

constexpr std::string_view word_at(const Place& place) {
  return kProfiles[place.profile].words.substr(place.begin, place.size);
}

/// Twice as many as there are words, at the least, and a power of two.
constexpr std::size_t kSlots = 8192;

constexpr std::size_t first_slot(std::string_view word) { return hash_bytes(word) % kSlots; }

/// An open hash table, made by the compiler.
struct WordIndex {
  std::array<Entry, kSlots> slots{};
  std::array<std::size_t, kProfiles.size()> words{};  ///< distinct ones of each language
};

constexpr WordIndex kIndex = [] {
  WordIndex index;
  for (std::size_t profile = 0; profile < kProfiles.size(); ++profile) {
    const std::string_view words = kProfiles[profile].words;
    const LanguageMask bit = LanguageMask{1} << profile;
    for (std::size_t begin = 0; begin < words.size();) {
      const std::size_t end = std::min(words.find(' ', begin), words.size());
      const Place place{static_cast<std::uint16_t>(begin), static_cast<std::uint8_t>(end - begin),
                        static_cast<std::uint8_t>(profile)};
      std::size_t slot = first_slot(word_at(place));
      while (index.slots[slot].place.size != 0 && word_at(index.slots[slot].place) != word_at(place))
        slot = (slot + 1) % kSlots;
      Entry& entry = index.slots[slot];
      if (entry.place.size == 0) entry.place = place;
      if ((entry.languages & bit) == 0) ++index.words[profile];
      entry.languages |= bit;
      begin = end + 1;
    }
  }
  return index;
}();

/// Made when a text first has such a letter.
const std::unordered_map<char32_t, LanguageMask>& letters() {
  static const std::unordered_map<char32_t, LanguageMask> made = [] {
    std::unordered_map<char32_t, LanguageMask> index;
    for (std::size_t profile = 0; profile < kProfiles.size(); ++profile) {
      const std::string_view alphabet = kProfiles[profile].letters;
      for (std::size_t i = 0; i < alphabet.size();) {
        const CodePoint c = decode_utf8(alphabet, i);
        index[c.value] |= LanguageMask{1} << profile;
        i += c.length;
      }
    }
    return index;
  }();
  return made;
}

}  // namespace

LanguageMask languages_of_word(std::string_view folded) {
  for (std::size_t slot = first_slot(folded); kIndex.slots[slot].place.size != 0; slot = (slot + 1) % kSlots)
    if (word_at(kIndex.slots[slot].place) == folded) return kIndex.slots[slot].languages;
  return 0;
}

LanguageMask languages_of_letter(char32_t letter) {
  const auto found = letters().find(letter);
  return found == letters().end() ? 0 : found->second;
}

std::size_t function_words_of(std::size_t language) { return kIndex.words[language]; }

}  // namespace storydiff
