/// \file stock_phrases.hpp
/// Phrases that newsrooms use in every story ("did not immediately respond to a request for comment"):
/// two texts share them without one having seen the other.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace storydiff {

struct StockPhrase {
  std::uint64_t start = 0;  ///< of its first two words
  std::uint32_t begin = 0;  ///< in the words of all phrases
  std::uint32_t size = 0;   ///< words, two or more
};

/// The starts of phrases, hashed: what it does not have begins no phrase.
struct StockPhraseStarts {
  std::array<std::uint64_t, 128> words{};  ///< of 64 bits

  constexpr void add(std::uint64_t start) { words[start / 64 % words.size()] |= bit(start); }
  [[nodiscard]] constexpr bool may_have(std::uint64_t start) const {
    return (words[start / 64 % words.size()] & bit(start)) != 0;
  }

 private:
  static constexpr std::uint64_t bit(std::uint64_t start) { return std::uint64_t{1} << start % 64; }
};

/// The start of what begins with two words. Precondition: there are two.
[[nodiscard]] constexpr std::uint64_t start_of_phrase(std::span<const std::uint64_t> words) {
  return words[0] * 31 + words[1];
}

/// Immutable and thread-safe. Words are compared by the 64-bit hash of their stems, which the caller
/// computes as `hash_bytes` of `Vocabulary::stem`'s text.
class StockPhrases {
 public:
  /// The phrases of a language; of languages other than English there are none yet. Their table is made while storydiff
  /// is built: at each start it would be a twentieth of the work on a short text. By the stemmer of then: one
  /// that stems otherwise later on finds fewer of them.
  [[nodiscard]] static const StockPhrases& of(std::string_view primary_language);

  /// Borrows a table, as `make_stock_phrases` makes it.
  constexpr StockPhrases(std::span<const std::uint64_t> words, std::span<const StockPhrase> phrases,
                         const StockPhraseStarts& starts)
      : words_(words), phrases_(phrases), starts_(&starts) {}

  /// Length in words of the longest phrase that begins at `stems[at]`, or 0. O(log phrases), and more for
  /// those with the same first two words.
  [[nodiscard]] std::size_t match(std::span<const std::uint64_t> stems, std::size_t at) const;

  [[nodiscard]] std::size_t size() const { return phrases_.size(); }

 private:
  /// Defined in a source file that the build writes.
  [[nodiscard]] static const StockPhrases& english();

  std::span<const std::uint64_t> words_;  ///< of all phrases
  std::span<const StockPhrase> phrases_;  ///< by `start`, the longest first
  const StockPhraseStarts* starts_;
};

}  // namespace storydiff
