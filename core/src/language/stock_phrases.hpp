/// \file stock_phrases.hpp
/// Phrases that newsrooms use in every story ("did not immediately respond to a request for comment"):
/// two texts share them without one having seen the other.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace storydiff {

/// Immutable and thread-safe. Words are compared by the 64-bit hash of their stems, which the caller
/// computes as `hash_bytes` of `Vocabulary::stem`'s text.
class StockPhrases {
 public:
  /// The phrases of a language, made once a process; of languages other than English there are none yet.
  [[nodiscard]] static const StockPhrases& of(std::string_view primary_language);

  /// The phrases of a list, one an entry: words, and in brackets choices of words, of which one may be
  /// empty: "[last|this] week", "declined to comment [further|]".
  StockPhrases(std::span<const std::string_view> phrases, std::string_view language);

  /// Length in words of the longest phrase that begins at `stems[at]`, or 0. O(log phrases), and more for
  /// those with the same first two words.
  [[nodiscard]] std::size_t match(std::span<const std::uint64_t> stems, std::size_t at) const;

  [[nodiscard]] std::size_t size() const { return phrases_.size(); }

 private:
  struct Phrase {
    std::uint64_t start = 0;  ///< of its first two words
    std::uint32_t begin = 0;  ///< in `words_`
    std::uint32_t size = 0;   ///< words, two or more
  };

  void add(const std::vector<std::uint64_t>& words);
  [[nodiscard]] std::span<const std::uint64_t> words_of(const Phrase& phrase) const {
    return std::span(words_).subspan(phrase.begin, phrase.size);
  }

  std::vector<std::uint64_t> words_;  ///< of all phrases
  std::vector<Phrase> phrases_;       ///< by `start`, the longest first
  std::bitset<8192> starts_;          ///< hashed: what is not in it begins no phrase
};

}  // namespace storydiff
