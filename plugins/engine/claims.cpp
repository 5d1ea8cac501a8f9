#include "claims.hpp"

#include <algorithm>
#include <utility>

namespace storydiff::rules {
namespace {

/// A dateline with two cities, a country, a date and two agencies stays well below this.
constexpr std::size_t kStartWindow = 240;
/// Initials and the name of an agency behind the last sentence are much shorter.
constexpr std::size_t kEndWindow = 80;
/// A list of points above a story sums it up in a line each.
constexpr std::uint32_t kMostPoints = 8;
constexpr std::size_t kLongestPoint = 160;

}  // namespace

Claims::Claims(const RuleSet& rules, const Layout& layout)
    : rules_(rules),
      layout_(layout),
      holders_(layout.size(), 0),
      start_holders_(layout.size(), 0),
      end_holders_(layout.size(), 0),
      counts_(rules.rules.size(), 0) {}

void Claims::add(Claim claim) {
  ++counts_[claim.rule];
  const Place place = rules_.rules[claim.rule].place;
  auto& holders = place == Place::kParagraphStart ? start_holders_
                  : place == Place::kParagraphEnd ? end_holders_
                                                  : holders_;
  const auto number = static_cast<std::uint32_t>(all_.size() + 1);
  for (std::uint32_t i = claim.lines.first; i <= claim.lines.last; ++i) holders[i] = number;
  all_.push_back(std::move(claim));
}

const Claim* Claims::holder(std::uint32_t i) const { return holders_[i] == 0 ? nullptr : &all_[holders_[i] - 1]; }

const Claim* Claims::start_holder(std::uint32_t i) const {
  return start_holders_[i] == 0 ? nullptr : &all_[start_holders_[i] - 1];
}

const Claim* Claims::end_holder(std::uint32_t i) const {
  return end_holders_[i] == 0 ? nullptr : &all_[end_holders_[i] - 1];
}

bool Claims::is_free(Lines lines) const {
  return std::all_of(holders_.begin() + lines.first, holders_.begin() + lines.last + 1,
                     [](std::uint32_t holder) { return holder == 0; });
}

Lines Claims::block(std::uint32_t i) const {
  Lines result{i, i};
  while (result.first > layout_[i].first && layout_[result.first - 1].runs_on && holders_[result.first - 1] == 0)
    --result.first;
  while (result.last < layout_[i].last && layout_[result.last].runs_on && holders_[result.last + 1] == 0) ++result.last;
  return result;
}

bool Claims::is_title(Lines block) const {
  if (start_holders_[block.first] != 0) return false;
  const auto begin = layout_.lines().begin();
  if (block.last - block.first < kMostPoints &&
      std::all_of(begin + block.first, begin + block.last + 1, [&](const Line& line) {
        const std::string_view text = layout_.view({line.begin, line.end});
        return starts_with_bullet(text) && text.size() <= kLongestPoint;
      }))
    return true;
  return looks_like_title(layout_.view(layout_.range(block)), block.last - block.first + 1);
}

bool Claims::any(const RuleNames& names) const {
  for (std::size_t rule = 0; rule < counts_.size(); ++rule)
    if (counts_[rule] > 0 && names.rules[rule]) return true;
  return false;
}

Range start_window(const Layout& layout, std::uint32_t i) {
  const std::size_t paragraph_end = layout[layout[i].last].end;
  std::size_t end = std::min<std::size_t>(paragraph_end, layout[i].begin + kStartWindow);
  const auto continues = [&](std::size_t at) {
    return (static_cast<unsigned char>(layout.text()[at]) & 0xC0U) == 0x80U;
  };
  while (end < paragraph_end && continues(end)) --end;
  return {layout[i].begin, end};
}

Range end_window(const Layout& layout, std::uint32_t i) {
  const std::size_t paragraph_begin = layout[layout[i].first].begin;
  const std::size_t end = layout[i].end;
  std::size_t begin = end - std::min(end - paragraph_begin, kEndWindow);
  while (begin < end && (static_cast<unsigned char>(layout.text()[begin]) & 0xC0U) == 0x80U) ++begin;
  return {begin, end};
}

std::optional<Match> match_unit(const Rule& rule, const Layout& layout, Lines unit, std::string& scratch) {
  const bool start = rule.place == Place::kParagraphStart;
  const bool end = rule.place == Place::kParagraphEnd;
  const Range range = start ? start_window(layout, unit.first)
                      : end ? end_window(layout, unit.last)
                            : layout.range(unit);
  if (!start && !end && range.end - range.begin > rule.max_bytes) return std::nullopt;
  const std::string_view text = layout.flat(range, scratch);
  const auto tried = [&](const Pattern& pattern) { return start ? pattern.prefix(text) : pattern.whole(text); };
  std::optional<Match> match;
  try {
    match = tried(rule.pattern);
    if (!match || std::any_of(rule.unless.begin(), rule.unless.end(), tried)) return std::nullopt;
  } catch (const UnusablePattern& error) {
    throw UnusablePattern("rule '" + rule.id + "': " + error.what());
  }
  match->drop_begin += range.begin;
  match->drop_end += range.begin;
  return match;
}

}  // namespace storydiff::rules
