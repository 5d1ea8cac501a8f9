/// \file propose.hpp
/// From a text to the spans in it that are no story: the whole of the logic in one call.
///
///     std::string error;
///     std::optional<RuleSet> rules = read_rules(json, error);
///     for (const Proposal& p : propose(*rules, text, paragraphs)) ...
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layout.hpp"
#include "rule.hpp"

namespace storydiff::rules {

struct Proposal {
  Range drop;             ///< with the line break where all of a line goes, so that no gap stays behind
  Range mark;             ///< the same without white space around it, for those who only want it marked
  std::string_view role;  ///< borrowed from the rule set
  std::string_view rule;
};

/// What the rules say about `text`, whose paragraphs are given in order: proposals ascend and never
/// overlap. Rules of a role in `keep_roles` still count as evidence for others.
/// O(text). A second call on the text without the dropped spans proposes nothing, unless furniture
/// of several stories was shuffled line by line: then a drop can bring lines together.
/// Throws `UnusablePattern`, which names the rule, where one can not be tried.
[[nodiscard]] std::vector<Proposal> propose(const RuleSet& rules, std::string_view text,
                                            std::span<const Range> paragraphs,
                                            const std::set<std::string, std::less<>>& keep_roles = {});

}  // namespace storydiff::rules
