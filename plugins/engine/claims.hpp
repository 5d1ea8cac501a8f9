/// \file claims.hpp
/// Who holds which line: the state that rules read and change while they are tried.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout.hpp"
#include "rule.hpp"

namespace storydiff::rules {

/// One place where a rule acts.
struct Claim {
  std::uint32_t rule = 0;  ///< index into the rule set
  Lines lines;             ///< the lines that it holds; for a paragraph start or end the line where that lies
  Range drop;              ///< what is no story text
  std::string name;        ///< the pattern's group `name`
};

/// Borrows the rules and the layout. A line is held by at most one rule, and beside that at most
/// one rule holds its beginning, and one its end.
class Claims {
 public:
  Claims(const RuleSet& rules, const Layout& layout);

  [[nodiscard]] const std::vector<Claim>& all() const { return all_; }
  [[nodiscard]] const Layout& layout() const { return layout_; }
  [[nodiscard]] const RuleSet& rules() const { return rules_; }
  /// Precondition: no rule holds these lines (or, for a paragraph start or end, this beginning or end).
  void add(Claim claim);

  /// Null when no rule holds line `i`.
  [[nodiscard]] const Claim* holder(std::uint32_t i) const;
  /// Null when no rule holds the beginning of line `i`.
  [[nodiscard]] const Claim* start_holder(std::uint32_t i) const;
  /// Null when no rule holds the end of line `i`.
  [[nodiscard]] const Claim* end_holder(std::uint32_t i) const;
  [[nodiscard]] bool is_free(Lines lines) const;
  /// The lines around `i` that no rule holds and that run on into each other. Precondition: `i` is free.
  [[nodiscard]] Lines block(std::uint32_t i) const;
  /// Whether a block looks like a title, or is a list of points, and no dateline begins it.
  [[nodiscard]] bool is_title(Lines block) const;
  [[nodiscard]] bool any(const RuleNames& names) const;

 private:
  const RuleSet& rules_;
  const Layout& layout_;
  std::vector<Claim> all_;
  std::vector<std::uint32_t> holders_;        ///< by line: index into `all_` plus one, or 0
  std::vector<std::uint32_t> start_holders_;  ///< the same for beginnings
  std::vector<std::uint32_t> end_holders_;    ///< the same for ends
  std::vector<std::uint32_t> counts_;         ///< claims by rule
};

[[nodiscard]] inline bool named(const RuleNames& names, const Claim* claim) {
  return claim != nullptr && names.rules[claim->rule];
}

/// Tries a pattern, its `max_bytes` and its `unless`, on a unit of the layout, conditions apart.
/// The match's offsets are those of the whole text; its name points into `scratch` or the text. Throws
/// `UnusablePattern` with the rule's name.
[[nodiscard]] std::optional<Match> match_unit(const Rule& rule, const Layout& layout, Lines unit, std::string& scratch);

/// The bytes that a paragraph-start rule may look at: the first ones of the paragraph from line `i` on.
[[nodiscard]] Range start_window(const Layout& layout, std::uint32_t i);

/// The bytes that a paragraph-end rule may look at: the last ones of the paragraph that ends with line `i`.
[[nodiscard]] Range end_window(const Layout& layout, std::uint32_t i);

/// All claims that the rules make in a text: rules are tried in order, again and again until none
/// finds anything more, because a claim may be what another rule waits for.
/// O(text) plus the head and tail of the text for each rule.
[[nodiscard]] std::vector<Claim> find_claims(const RuleSet& rules, const Layout& layout);

}  // namespace storydiff::rules
