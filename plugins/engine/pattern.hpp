/// \file pattern.hpp
/// Regular expressions of rules, in linear time whatever the expression: the one place that knows RE2.
///
///     Pattern slug;
///     if (auto error = slug.compile("bc-[a-z]+"); !error.empty()) ...
///     if (auto found = slug.whole("bc-quake")) ...
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace storydiff::rules {

/// What one match says, as byte offsets into the text that was matched.
struct Match {
  std::size_t drop_begin = 0;  ///< the group `drop`, or else all that matched
  std::size_t drop_end = 0;
  std::string_view name;  ///< the group `name`, a part of the text that was matched; empty without one
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
  /// Whether all of `text` matches. O(text).
  [[nodiscard]] std::optional<Match> whole(std::string_view text) const;
  /// Whether `text` begins with a match. O(text).
  [[nodiscard]] std::optional<Match> prefix(std::string_view text) const;

 private:
  class Compiled;
  std::unique_ptr<Compiled> compiled_;
};

/// Many expressions tried at once: a text that none can match costs a few bytes' look.
class PatternSet {
 public:
  /// `whole`: an expression must match all of a text; otherwise a prefix is enough.
  explicit PatternSet(bool whole);
  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;
  ~PatternSet();

  /// Precondition: `expression` compiles. `id` comes back from `matches`.
  void add(const std::string& expression, std::uint32_t id);
  /// After the last `add`.
  void finish();
  /// Fills `ids` with those of the expressions that match, ascending. When the set ran out of its
  /// memory, with all of them: the caller tries each one anyway.
  void matches(std::string_view text, std::vector<std::uint32_t>& ids) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace storydiff::rules
