#include "conditions.hpp"

#include <algorithm>

namespace storydiff::rules {
namespace {

/// What stands below more lines of furniture than these is no longer announced above them.
constexpr std::uint32_t kMostHeldBetween = 16;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// Whether `part` stands in `whole` as whole words, letter case of ASCII aside.
bool holds_name(std::string_view whole, std::string_view part) {
  if (part.empty()) return false;
  const auto same = [](char a, char b) { return lower(a) == lower(b); };
  for (auto from = whole.begin();;) {
    const auto at = std::search(from, whole.end(), part.begin(), part.end(), same);
    if (at == whole.end()) return false;
    const auto after = at + static_cast<std::ptrdiff_t>(part.size());
    const auto inner = [](char c) { return is_lower(lower(c)) || static_cast<unsigned char>(c) >= 0x80U; };
    if ((at == whole.begin() || !inner(*(at - 1))) && (after == whole.end() || !inner(*after))) return true;
    from = at + 1;
  }
}

/// Whether line `i` answers to one of the names, as it is held or as it looks.
bool looks_like(const RuleNames& names, std::uint32_t i, const Claims& claims, std::string& scratch) {
  if (named(names, claims.holder(i)) || named(names, claims.start_holder(i))) return true;
  if (claims.holder(i) != nullptr) return false;
  if (names.title && claims.is_title(claims.block(i))) return true;
  const Layout& layout = claims.layout();
  for (std::size_t r = 0; r < names.rules.size(); ++r) {
    if (!names.rules[r]) continue;
    const Rule& rule = claims.rules().rules[r];
    Lines unit{i, i};
    if (rule.place == Place::kParagraph) unit = {layout[i].first, layout[i].last};
    if (rule.place == Place::kBlock) unit = claims.block(i);
    if (unit.first == i && match_unit(rule, layout, unit, scratch)) return true;
  }
  return false;
}

bool is_title_at(const Claims& claims, std::uint32_t i) {
  return claims.holder(i) == nullptr && claims.is_title(claims.block(i));
}

bool previous_holds(const RuleNames& names, const Site& site, const Claims& claims) {
  if (site.lines.first == 0) return false;
  const std::uint32_t i = site.lines.first - 1;
  return named(names, claims.holder(i)) || (names.title && is_title_at(claims, i));
}

/// Between two lines of a zone lie only held lines and titles, so the whole of the zone counts.
bool within(const RuleNames& names, std::uint32_t begin, std::uint32_t end, const Claims& claims) {
  for (std::uint32_t i = begin; i < end; ++i)
    if (named(names, claims.holder(i)) || (names.title && is_title_at(claims, i))) return true;
  return false;
}

const Extent& zone_of(const Site& site, const Zones& zones) {
  return zones.tail.holds(site.lines.first) ? zones.tail : zones.head;
}

bool below_holds(const RuleNames& names, const Site& site, const Claims& claims, const Zones& zones) {
  const Extent& zone = zone_of(site, zones);
  if (within(names, site.lines.last + 1, zone.end, claims)) return true;
  return zone.holds(site.lines.first) && zone.end < claims.layout().size() &&
         named(names, claims.start_holder(zone.end));
}

bool stands_between_sentences(const Site& site, const Claims& claims) {
  const Layout& layout = claims.layout();
  if (site.lines.first == 0 || site.lines.last + 1 >= layout.size()) return false;
  const std::uint32_t above = site.lines.first - 1;
  const std::uint32_t below = site.lines.last + 1;
  if (claims.holder(above) != nullptr || claims.holder(below) != nullptr) return false;
  const auto first_above = claims.block(above).first;
  const std::string_view before = layout.view(layout.range({first_above, above}));
  const std::string_view after = layout.view(layout.range(claims.block(below)));
  // Copy in capitals throughout has no crossheads that could be told from its sentences.
  return ends_sentence(before) && std::any_of(before.begin(), before.end(), is_lower) && !is_lower(after.front()) &&
         std::any_of(after.begin(), after.end(), is_lower);
}

/// "The sign said:" announces what stands below it, and "They sold bread," goes on there.
bool is_announced(const Site& site, const Claims& claims) {
  std::uint32_t i = site.lines.first;
  for (std::uint32_t held = 0; i > 0 && held < kMostHeldBetween; ++held) {
    const Claim* holder = claims.holder(--i);
    if (holder == nullptr) {
      const char last = claims.layout().text()[claims.layout()[i].end - 1];
      return last == ':' || last == ',';
    }
    i = holder->lines.first;
  }
  return false;
}

bool shares_name(const RuleNames& names, const Site& site, const Claims& claims) {
  return std::any_of(claims.all().begin(), claims.all().end(),
                     [&](const Claim& claim) { return names.rules[claim.rule] && holds_name(claim.name, site.name); });
}

}  // namespace

bool worth_trying(const Rule& rule, Lines unit, const Claims& claims) {
  const Conditions& when = rule.when;
  if (when.anywhere.given() && !claims.any(when.anywhere)) return false;
  if (when.absent.given() && claims.any(when.absent)) return false;
  if (when.previous.given() && !when.previous.title)
    return unit.first > 0 && named(when.previous, claims.holder(unit.first - 1));
  return true;
}

bool satisfied(const Rule& rule, const Site& site, const Claims& claims, const Zones& zones, std::string& scratch) {
  const Conditions& when = rule.when;
  if (when.unique && site.matches_in_text != 1) return false;
  if (when.first && site.lines.first != zones.head.end) return false;
  if (when.anywhere.given() && !claims.any(when.anywhere)) return false;
  if (when.absent.given() && claims.any(when.absent)) return false;
  if (when.same_name.given() && !shares_name(when.same_name, site, claims)) return false;
  if (when.previous.given() && !previous_holds(when.previous, site, claims)) return false;
  if (when.above.given() && !within(when.above, zone_of(site, zones).begin, site.lines.first, claims)) return false;
  if (when.below.given() && !below_holds(when.below, site, claims, zones)) return false;
  if (when.between_sentences && !stands_between_sentences(site, claims)) return false;
  if (when.unannounced && is_announced(site, claims)) return false;
  if (when.next.given()) {
    const std::uint32_t below = site.lines.last + 1;
    if (below >= claims.layout().size() || !looks_like(when.next, below, claims, scratch)) return false;
  }
  return true;
}

}  // namespace storydiff::rules
