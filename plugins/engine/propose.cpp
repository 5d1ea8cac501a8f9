#include "propose.hpp"

#include <algorithm>

#include "claims.hpp"

namespace storydiff::rules {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

Range trimmed(std::string_view text, Range range) {
  while (range.begin < range.end && is_blank(text[range.begin])) ++range.begin;
  while (range.end > range.begin && is_blank(text[range.end - 1])) --range.end;
  return range;
}

/// A claim of whole lines takes their line breaks along; a claim of a part is exact.
Range with_line_breaks(const Layout& layout, const Claim& claim) {
  const bool whole = claim.drop == layout.range(claim.lines);
  if (!whole) return claim.drop;
  return {layout[claim.lines.first].line_begin, layout[claim.lines.last].next_line};
}

/// Where the line above `i` runs on below the claims [first, last]: the drops become one stretch
/// that leaves a single line break, as in any other wrapped sentence.
class Joiner {
 public:
  Joiner(const Layout& layout, const RuleSet& rules) : layout_(layout), rules_(rules) {}

  void join(std::vector<Claim>& claims, std::vector<Proposal>& proposals) const {
    for (std::size_t first = 0; first < claims.size();) {
      std::size_t last = first;
      while (last + 1 < claims.size() && claims[last + 1].lines.first == claims[last].lines.last + 1) ++last;
      const bool joins = std::any_of(&claims[first], &claims[last] + 1,
                                     [&](const Claim& claim) { return rules_.rules[claim.rule].joins; });
      if (joins) stretch(claims, proposals, first, last);
      first = last + 1;
    }
  }

 private:
  void stretch(const std::vector<Claim>& claims, std::vector<Proposal>& proposals, std::size_t first,
               std::size_t last) const {
    const std::uint32_t begin = claims[first].lines.first;
    const std::uint32_t end = claims[last].lines.last + 1;
    if (begin == 0 || end == layout_.size()) return;
    const Line& above = layout_[begin - 1];
    const Line& below = layout_[end];
    const char next = layout_.text()[below.begin];
    const bool runs_on = !ends_sentence(layout_.view({above.begin, above.end})) || (next >= 'a' && next <= 'z');
    if (!runs_on) return;
    proposals[first].drop.begin = above.end;
    for (std::size_t i = first; i < last; ++i) proposals[i].drop.end = proposals[i + 1].drop.begin;
    std::size_t stop = below.line_begin - 1;
    if (stop > proposals[last].drop.begin && layout_.text()[stop - 1] == '\r') --stop;
    proposals[last].drop.end = stop;
  }

  const Layout& layout_;
  const RuleSet& rules_;
};

}  // namespace

std::vector<Proposal> propose(const RuleSet& rules, std::string_view text, std::span<const Range> paragraphs,
                              const std::set<std::string, std::less<>>& keep_roles) {
  const Layout layout(text, paragraphs);
  std::vector<Claim> claims = find_claims(rules, layout);
  std::sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
    return a.drop.begin != b.drop.begin ? a.drop.begin < b.drop.begin : a.drop.end > b.drop.end;
  });
  std::vector<Claim> wanted;
  std::vector<Proposal> proposals;
  for (const Claim& claim : claims) {
    const Rule& rule = rules.rules[claim.rule];
    if (keep_roles.contains(rule.role)) continue;
    const Range drop = with_line_breaks(layout, claim);
    // A rule that holds a whole line may have come after one that holds its beginning.
    if (!proposals.empty() && drop.begin < proposals.back().drop.end) continue;
    wanted.push_back(claim);
    proposals.push_back({drop, trimmed(text, claim.drop), rule.role, rule.id});
  }
  Joiner(layout, rules).join(wanted, proposals);
  return proposals;
}

}  // namespace storydiff::rules
