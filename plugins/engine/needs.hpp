/// \file needs.hpp
/// What any text that an expression matches must have: a cheap look that spares most expressions their automaton.
///
///     Needs needs = needs_of("(?i:copyright) .*\\d{4}");
///     may_match(needs, Glance("The cat sat."), Anchor::kWhole);   // false: no digit, and no "copyright"
#pragma once

#include <array>
#include <bitset>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace storydiff::rules {

using ByteSet = std::bitset<256>;

struct Word {
  std::string text;     ///< in lower case (ASCII) where it is folded
  bool folded = false;  ///< may stand in either case

  friend auto operator<=>(const Word&, const Word&) = default;
};

/// Alternatives, packed so that a cache of rules can hold them as they are looked up.
class Words {
 public:
  Words() = default;
  explicit Words(const std::vector<Word>& list);
  /// Borrows what `packed` gave. Damaged bytes are words of some kind, and no harm.
  [[nodiscard]] static Words borrowed(std::string_view packed);
  [[nodiscard]] std::string_view packed() const { return borrowed_.empty() ? std::string_view(own_) : borrowed_; }

 private:
  std::string own_;
  std::string_view borrowed_;
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
  /// Where the expression has alternatives: the needs of each, of which one must be met as well.
  std::vector<Needs> branches;
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
