/// \file name_index.hpp
/// The names of one document, each form once, and where a name may be looked for.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analyse/names/name_reading.hpp"
#include "analyse/names/name_words.hpp"
#include "storydiff/normalized_document.hpp"
#include "storydiff/segments.hpp"

namespace storydiff {

/// The words of a name as one value, for maps.
using NameKey = std::u32string;
[[nodiscard]] NameKey name_key_of(std::span<const NameWord> words);

/// "cdc" for "cdcp", the Centers for Disease Control and Prevention: the last word of a long name is left
/// out at times. Empty for fewer than four.
[[nodiscard]] std::string without_last(const std::string& initials);

/// All mentions that have the same words.
struct NameForm {
  std::vector<NameWord> words;
  NameKind kind = NameKind::kUnknown;  ///< what any of its mentions tells
  bool acronym = false;
  bool speaks = false;
  std::array<std::string, 2> initials;  ///< of the words that count; of all words
  std::vector<std::string> spellings;   ///< of its mentions, each once, the first few
  std::vector<std::uint32_t> mentions;
};

/// Borrows `segments`, and nothing else after construction; takes over `reading`'s mentions.
class NameIndex {
 public:
  NameIndex(NameReading reading, const Segments& segments, const NormalizedDocument& normalized, NameWords& words);

  [[nodiscard]] const std::vector<NameMention>& mentions() const { return mentions_; }
  [[nodiscard]] const std::vector<NameForm>& forms() const { return forms_; }
  [[nodiscard]] std::uint32_t form_of(std::uint32_t mention) const { return form_of_[mention]; }

  /// Forms that hold the word, whose last word has the trait (see `traits`), or that have these initials.
  [[nodiscard]] std::span<const std::uint32_t> forms_with(NameWord word) const { return find(by_word_, word); }
  [[nodiscard]] std::span<const std::uint32_t> forms_like(const std::string& trait) const {
    return find(by_trait_, trait);
  }
  [[nodiscard]] std::span<const std::uint32_t> forms_with_initials(const std::string& initials) const {
    return find(by_initials_, initials);
  }
  /// The form that has exactly these words, or `forms().size()`.
  [[nodiscard]] std::uint32_t form_named(std::span<const NameWord> words) const;
  /// The one longer form whose first or last words these are, or `form` where none or several are.
  [[nodiscard]] std::uint32_t full_form(std::uint32_t form) const;
  /// "World Health Organization (WHO)" stands in the text.
  [[nodiscard]] bool declares(std::span<const NameWord> words, NameWord abbreviation) const;
  /// "Paris, France" stands in the text.
  [[nodiscard]] bool neighbours(std::span<const NameWord> a, std::span<const NameWord> b) const;

  /// A capitalized word begins with these letters, the first four of a word.
  [[nodiscard]] bool has_beginning(std::string_view letters) const {
    return beginnings_.contains(std::string(letters));
  }
  static constexpr std::size_t kBeginning = 4;

  /// Where the words stand one after the other, small words and marks between them apart: in the story
  /// or in its headline, dateline or credit. One word must have a capital. Empty where they do not.
  [[nodiscard]] Span find_words(std::span<const NameWord> words) const;

 private:
  /// A word of the story or of its headline, dateline or credit.
  struct Place {
    NameWord word = 0;
    std::uint32_t number = 0;  ///< of its token; behind all tokens, of `dropped_`
    bool capital = false;
  };
  // Lists are kept short: a hostile text has thousands of names that share one word.
  static constexpr std::size_t kLongestList = 64;

  template <class Map, class Key>
  static std::span<const std::uint32_t> find(const Map& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? std::span<const std::uint32_t>() : std::span<const std::uint32_t>(found->second);
  }
  void group(NameWords& words);
  void read_places(const NormalizedDocument& normalized, NameWords& words);
  [[nodiscard]] Span original_of(const Place& place) const;

  const Segments& segments_;
  std::vector<NameMention> mentions_;
  std::vector<NameForm> forms_;
  std::vector<std::uint32_t> form_of_;
  std::unordered_map<NameKey, std::uint32_t> by_key_;
  std::unordered_map<NameWord, std::vector<std::uint32_t>> by_word_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_trait_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_initials_;
  std::unordered_set<std::string> beginnings_;  ///< of capitalized words that name a people, or may
  std::unordered_set<NameKey> declared_;
  std::unordered_set<NameKey> neighbours_;
  std::vector<Place> places_;
  std::vector<Span> dropped_;                ///< words of furniture that names people and places; original
  std::vector<std::uint32_t> places_begin_;  ///< by NameWord, into `places_of_`
  std::vector<std::uint32_t> places_of_;
};

}  // namespace storydiff
