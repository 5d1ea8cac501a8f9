// How rules take hold of lines: candidates all over the text first, then rounds in the order of the files.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "claims.hpp"
#include "conditions.hpp"
#include "zones.hpp"

namespace storydiff::rules {
namespace {

class Search {
 public:
  Search(const RuleSet& rules, const Layout& layout)
      : rules_(rules), layout_(layout), claims_(rules, layout), candidates_(rules.rules.size()) {}

  std::vector<Claim> run() {
    collect();
    do {
      while (round(false)) continue;
    } while (round(true));
    return claims_.all();
  }

 private:
  /// Tries all rules of one kind once; whether any has claimed anything.
  bool round(bool late) {
    changed_ = false;
    zones_ = find_zones(claims_);
    for (std::uint32_t r = 0; r < rules_.rules.size(); ++r) {
      const Rule& rule = rules_.rules[r];
      if (rule.late != late) continue;
      if (rule.zone == Zone::kAny) {
        for (const Lines unit : candidates_[r]) offer(r, unit);
      } else {
        if (rule.zone != Zone::kTail) offer_zone(r, zones_.head);
        if (rule.zone != Zone::kHead) offer_zone(r, zones_.tail);
      }
    }
    return changed_;
  }

  /// One pass over the text for the rules that may act anywhere.
  void collect() {
    std::string flat_line;
    std::string flat_part;
    for (std::uint32_t i = 0; i < layout_.size(); ++i) {
      const Line& line = layout_[i];
      const Range of_line{line.begin, line.end};
      Glance glance(layout_.flat(of_line, flat_line));
      // Most paragraphs, beginnings and ends are a line that has been looked at.
      const auto look = [&](const PatternSet& patterns, Range range, Lines unit) {
        if (range == of_line) return try_all(patterns, glance, unit);
        Glance part(layout_.flat(range, flat_part));
        try_all(patterns, part, unit);
      };
      if (line.end - line.begin <= rules_.line_max_bytes) look(rules_.line_patterns, of_line, {i, i});
      const Lines paragraph{line.first, line.last};
      if (line.first == i && layout_.bytes(paragraph) <= rules_.paragraph_max_bytes)
        look(rules_.paragraph_patterns, layout_.range(paragraph), paragraph);
      look(rules_.paragraph_start_patterns, start_window(layout_, i), {i, i});
      if (line.last == i) look(rules_.paragraph_end_patterns, end_window(layout_, i), {i, i});
    }
  }

  void try_all(const PatternSet& patterns, Glance& glance, Lines unit) {
    patterns.may_match(glance, found_);
    for (const std::uint32_t r : found_)
      if (match_unit(rules_.rules[r], layout_, unit, scratch_)) candidates_[r].push_back(unit);
  }

  void offer_zone(std::uint32_t r, const Extent& zone) {
    const Place place = rules_.rules[r].place;
    for (std::uint32_t i = zone.begin; i < zone.end; ++i) {
      if (claims_.holder(i) != nullptr) continue;
      Lines unit{i, i};
      if (place == Place::kParagraph) unit = {layout_[i].first, layout_[i].last};
      if (place == Place::kBlock) unit = claims_.block(i);
      if (unit.first == i) offer(r, unit);
    }
    if (!zone.border || !claims_.is_free(*zone.border)) return;
    const Lines border = *zone.border;
    offer_heading(r, border);
    const Lines paragraph{layout_[border.first].first, layout_[border.first].last};
    // Inside a block of several lines a line is a part of a sentence.
    if (place == Place::kLine && border.first != border.last) return;
    offer(r, place == Place::kParagraph ? paragraph : border);
  }

  /// A heading stands above what bounds the tail: only a rule that says what comes next may have it.
  void offer_heading(std::uint32_t r, Lines border) {
    if (rules_.rules[r].place != Place::kLine || !rules_.rules[r].when.next.given()) return;
    if (border.first == 0 || !zones_.tail.border || zones_.tail.border->first != border.first) return;
    const std::uint32_t above = border.first - 1;
    if (claims_.holder(above) != nullptr || claims_.block(above).first != above) return;
    offer(r, {above, above});
  }

  /// Whether a sentence visibly runs on from the line right above to the line right below: an
  /// address that a wrapped sentence quotes stands so.
  [[nodiscard]] bool is_inside_sentence(Lines unit) const {
    if (unit.first == 0 || unit.last + 1 == layout_.size()) return false;
    const Line& above = layout_[unit.first - 1];
    const Line& below = layout_[unit.last + 1];
    if (above.next_line != layout_[unit.first].line_begin || layout_[unit.last].next_line != below.line_begin)
      return false;
    if (!claims_.is_free({unit.first - 1, unit.last + 1})) return false;
    const char next = layout_.text()[below.begin];
    return next >= 'a' && next <= 'z' && !ends_sentence(layout_.view({above.begin, above.end}));
  }

  void offer(std::uint32_t r, Lines unit) {
    const Rule& rule = rules_.rules[r];
    if (!claims_.is_free(unit)) return;
    if (rule.place == Place::kParagraphStart) {
      if (claims_.start_holder(unit.first) != nullptr) return;
      if (!layout_.starts_paragraph(unit.first) && claims_.holder(unit.first - 1) == nullptr) return;
    }
    if (rule.place == Place::kParagraphEnd && claims_.end_holder(unit.last) != nullptr) return;
    const bool part = rule.place == Place::kParagraphStart || rule.place == Place::kParagraphEnd;
    if (!rule.joins && !part && is_inside_sentence(unit)) return;
    if (!worth_trying(rule, unit, claims_)) return;
    const std::optional<Match> match = match_unit(rule, layout_, unit, scratch_);
    if (!match) return;
    Claim claim{r, unit, {match->drop_begin, match->drop_end}, std::string(match->name)};
    const auto places = static_cast<std::uint32_t>(candidates_[r].size());
    if (!satisfied(rule, {unit, claim.name, places}, claims_, zones_, scratch_)) return;
    claims_.add(std::move(claim));
    changed_ = true;
  }

  const RuleSet& rules_;
  const Layout& layout_;
  Claims claims_;
  std::vector<std::vector<Lines>> candidates_;  ///< by rule, ascending; rules of Zone::kAny only
  Zones zones_;
  std::string scratch_;
  std::vector<std::uint32_t> found_;
  bool changed_ = false;
};

}  // namespace

std::vector<Claim> find_claims(const RuleSet& rules, const Layout& layout) { return Search(rules, layout).run(); }

}  // namespace storydiff::rules
