/// \file header_forms.hpp
/// The forms of header lines that wire services write, as patterns.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "signs.hpp"

namespace storydiff::write_thru {

enum class Anchor {
  kLine,    ///< all of a line
  kPrefix,  ///< what a line begins with
};

/// A named group of a pattern, as it matched.
struct Part {
  std::string_view key;
  std::string_view text;
};

/// One form. Its signs are looked for first, for that costs next to nothing, and its automaton is built when a text
/// first has them. Thread-safe after construction.
class Form {
 public:
  /// Named groups are keys of facts; a digit behind a name ("agency2") parts alternatives.
  Form(std::string rule, Anchor anchor, Signs signs, const std::string& expression);
  Form(Form&&) noexcept;
  Form& operator=(Form&&) noexcept;
  ~Form();

  [[nodiscard]] const std::string& rule() const { return rule_; }
  /// The groups that took part, by place; empty where the form does not match. O(text).
  [[nodiscard]] std::vector<Part> match(std::string_view text) const;
  /// The same, whatever its signs say: what the tests hold them to.
  [[nodiscard]] std::vector<Part> match_without_signs(std::string_view text) const;

 private:
  [[nodiscard]] bool has_signs(std::string_view text) const;

  struct Compiled;
  std::string rule_;
  Anchor anchor_;
  Signs signs_;
  std::unique_ptr<Compiled> compiled_;
};

/// Slugs, take lines, labels, bylines. In the order in which they are tried; a line may meet several.
[[nodiscard]] const std::vector<Form>& header_forms();
/// Datelines, the plainest last.
[[nodiscard]] const std::vector<Form>& dateline_forms();

}  // namespace storydiff::write_thru
