/// \file needs.hpp
/// What any text that an expression matches must have: a cheap look that spares most expressions their automaton.
///
///     Needs needs = needs_of("(?i:copyright) .*\\d{4}");
///     may_match(needs, Glance("The cat sat."), Anchor::kWhole);   // false: no digit, and no "copyright"
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace storydiff::rules {

using ByteSet = std::bitset<256>;

/// Alternatives in lower case (ASCII), whatever the expression asks for.
class Words {
 public:
  Words() = default;
  explicit Words(std::vector<std::string> list);
  [[nodiscard]] const std::vector<std::string>& list() const { return list_; }

 private:
  friend class Glance;
  std::vector<std::string> list_;
  std::vector<std::uint16_t> ends_;  ///< by word: the hash of its last three bytes, or `kNoEnd`
};

/// Necessary, never sufficient.
struct Needs {
  bool known = false;       ///< false: the expression was not understood, and may match anything
  bool nullable = true;     ///< may match the empty text
  std::uint32_t least = 0;  ///< bytes
  static constexpr std::size_t kFront = 3;
  std::array<ByteSet, kFront> front;  ///< a match of more than i bytes has one of these as byte i
  ByteSet last;                       ///< a match that is not empty ends with one of these
  std::vector<ByteSet> bytes;         ///< of each at least one must stand in the text
  std::vector<Words> words;           ///< of each list at least one must stand in the text
};

/// O(expression), its lists of alternatives cut off at a few dozen.
[[nodiscard]] Needs needs_of(std::string_view expression);

/// What needs are looked up in. Borrows the text. O(text) when first asked, for nothing more than that.
class Glance {
 public:
  explicit Glance(std::string_view text) : text_(text) {}
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const ByteSet& bytes();
  /// Has one of the two letters outside of ASCII that match k and s where case is ignored.
  [[nodiscard]] bool odd();
  /// Whether one of them stands in the text.
  [[nodiscard]] bool holds(const Words& words);

 private:
  std::string_view text_;
  bool read_ = false;
  bool odd_ = false;
  ByteSet bytes_;
  std::string lower_;           ///< empty until a word is looked for
  std::bitset<16384> triples_;  ///< three bytes in a row in `lower_`, hashed
};

enum class Anchor : std::uint8_t {
  kWhole,   ///< all of the text must match
  kPrefix,  ///< the text must begin with a match
};

/// False only where the expression can not match.
[[nodiscard]] bool may_match(const Needs& needs, Glance& glance, Anchor anchor);

}  // namespace storydiff::rules
