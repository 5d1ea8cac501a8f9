/// \file pattern.hpp
/// Regular expressions of rules, in linear time whatever the expression: the one place that knows RE2.
///
///     Pattern slug;
///     if (auto error = slug.compile("bc-[a-z]+"); !error.empty()) ...
///     if (auto found = slug.whole("bc-quake")) ...
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "needs.hpp"

namespace storydiff::rules {

/// What one match says, as byte offsets into the text that was matched.
struct Match {
  std::size_t drop_begin = 0;  ///< the group `drop`, or else all that matched
  std::size_t drop_end = 0;
  std::string_view name;  ///< the group `name`, a part of the text that was matched; empty without one
};

/// An expression and its needs where a cache of rules keeps them.
struct StoredPattern {
  ByteSet first_bytes;
  std::string_view expression;
  std::string_view needs;  ///< as `stored` writes them
};

/// What an expression throws that turns out to be of no use when it is first tried: its automaton takes too much
/// memory, which a parse can not tell, or it came from a damaged cache.
struct UnusablePattern : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// One expression. RE2 syntax, UTF-8, `.` matches any character. Its automaton is built when it is
/// first used: a text needs few of the rules, and building takes longer than matching does. Several
/// threads may use one pattern.
class Pattern {
 public:
  Pattern();
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  /// Empty when fine, else what is wrong with `expression`. Parses only.
  [[nodiscard]] std::string compile(const std::string& expression);
  /// The same for an expression that `compile` found fine before, and whose needs are known.
  void take_checked(std::string expression, Needs needs);
  /// The same; borrows the bytes.
  void borrow(const StoredPattern& pattern);
  [[nodiscard]] std::string_view expression() const;
  [[nodiscard]] const Needs& needs() const;
  /// What a match may begin with; all bytes where it may be empty.
  [[nodiscard]] const ByteSet& first_bytes() const;
  /// Whether all of `text` matches. O(text). Throws `UnusablePattern`.
  [[nodiscard]] std::optional<Match> whole(std::string_view text) const;
  /// Whether `text` begins with a match. O(text). Throws `UnusablePattern`.
  [[nodiscard]] std::optional<Match> prefix(std::string_view text) const;

 private:
  friend class PatternSet;
  class Compiled;
  std::unique_ptr<Compiled> compiled_;
};

/// Many expressions looked at together: what none can match costs a few bytes' look.
class PatternSet {
 public:
  explicit PatternSet(Anchor anchor) : anchor_(anchor) {}

  /// Borrows what `pattern` knows, wherever it is moved. `id` comes back from `may_match`; ids ascend.
  void add(const Pattern& pattern, std::uint32_t id);
  /// Fills `ids` with those that may match what `glance` looks at, ascending: the caller tries each one.
  void may_match(Glance& glance, std::vector<std::uint32_t>& ids) const;

 private:
  static constexpr std::size_t kBits = 64;
  struct Member {
    const Pattern::Compiled* pattern = nullptr;
    std::uint32_t id = 0;
  };
  Anchor anchor_;
  std::vector<Member> members_;
  /// For each `kBits` members, by a text's first byte: a bit for each one that may begin so.
  std::vector<std::array<std::uint64_t, 256>> by_first_;
};

}  // namespace storydiff::rules
