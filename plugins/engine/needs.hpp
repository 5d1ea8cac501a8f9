/// \file needs.hpp
/// What any text that an expression matches must have: a cheap look that spares most expressions their automaton.
///
///     Needs needs = needs_of("(?i:copyright) .*\\d{4}");
///     may_match(needs, Glance("The cat sat."), Anchor::kWhole);   // false: no digit, and no "copyright"
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace storydiff::rules {

using ByteSet = std::bitset<256>;

/// Necessary, never sufficient. The words are in lower case (ASCII), whatever the expression asks for.
struct Needs {
  bool known = false;                           ///< false: the expression was not understood, and may match anything
  bool nullable = true;                         ///< may match the empty text
  std::uint32_t least = 0;                      ///< bytes
  ByteSet first;                                ///< a match that is not empty begins with one of these
  ByteSet last;                                 ///< and ends with one of these
  std::vector<ByteSet> bytes;                   ///< of each at least one must stand in the text
  std::vector<std::vector<std::string>> words;  ///< of each list at least one must stand in the text
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
  [[nodiscard]] bool holds(const std::string& word);

 private:
  std::string_view text_;
  bool read_ = false;
  bool odd_ = false;
  ByteSet bytes_;
  std::string lower_;        ///< empty until a word is looked for
  std::bitset<4096> pairs_;  ///< neighbours in `lower_`, hashed
};

enum class Anchor : std::uint8_t {
  kWhole,   ///< all of the text must match
  kPrefix,  ///< the text must begin with a match
};

/// False only where the expression can not match.
[[nodiscard]] bool may_match(const Needs& needs, Glance& glance, Anchor anchor);

}  // namespace storydiff::rules
