#include "analyse/furniture.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

namespace storydiff {
namespace {

struct Piece {
  Span span;
  std::string_view text;  ///< without surrounding white space
};

/// By role; pieces in file order. What the core itself drops (a byte order mark) is no furniture.
std::map<std::string_view, std::vector<Piece>> furniture_of(const NormalizedDocument& document) {
  std::map<std::string_view, std::vector<Piece>> roles;
  for (const LedgerEntry& entry : document.ledger) {
    if (entry.action != EditAction::kDrop || document.plugins[entry.plugin].id == "core") continue;
    std::string_view text = entry.text;
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) continue;
    text = text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
    roles[entry.role].push_back({entry.span, text});
  }
  for (auto& [role, pieces] : roles)
    std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.span < b.span; });
  return roles;
}

/// For each piece the index of its partner, or others.size(): equal texts first, then in file order.
std::vector<std::size_t> pair_up(const std::vector<Piece>& pieces, const std::vector<Piece>& others) {
  std::vector<bool> taken(others.size(), false);
  std::vector<std::size_t> partner(pieces.size(), others.size());
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_text;  // last place first
  for (std::size_t j = others.size(); j > 0; --j) by_text[others[j - 1].text].push_back(j - 1);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto equal = by_text.find(pieces[i].text);
    if (equal == by_text.end() || equal->second.empty()) continue;
    partner[i] = equal->second.back();
    equal->second.pop_back();
    taken[partner[i]] = true;
  }
  std::size_t next = 0;
  for (std::size_t& place : partner) {
    if (place != others.size()) continue;
    while (next < others.size() && taken[next]) ++next;
    if (next < others.size()) place = next++;
  }
  return partner;
}

}  // namespace

std::string_view to_string(FurnitureChange::Status status) {
  switch (status) {
    case FurnitureChange::Status::kSame:
      return "same";
    case FurnitureChange::Status::kChanged:
      return "changed";
    case FurnitureChange::Status::kOnlySource:
      return "only-source";
    case FurnitureChange::Status::kOnlyTarget:
      return "only-target";
  }
  return "";
}

std::vector<FurnitureChange> compare_furniture(std::span<const NormalizedDocument> sources,
                                               const NormalizedDocument& target) {
  using Outcome = FurnitureChange::Status;
  std::vector<FurnitureChange> changes;
  const auto target_roles = furniture_of(target);
  std::map<std::string_view, std::vector<bool>> used;  // by role: target pieces that some source has
  for (const auto& [role, pieces] : target_roles) used[role].assign(pieces.size(), false);

  for (std::uint32_t document = 0; document < sources.size(); ++document) {
    for (const auto& [role, pieces] : furniture_of(sources[document])) {
      static const std::vector<Piece> kNothing;
      const auto found = target_roles.find(role);
      const std::vector<Piece>& others = found == target_roles.end() ? kNothing : found->second;

      const std::vector<std::size_t> partner = pair_up(pieces, others);
      for (std::size_t i = 0; i < pieces.size(); ++i) {
        FurnitureChange change{std::string(role), Outcome::kOnlySource, document, pieces[i].span, std::nullopt};
        if (partner[i] < others.size()) {
          change.target = others[partner[i]].span;
          change.status = pieces[i].text == others[partner[i]].text ? Outcome::kSame : Outcome::kChanged;
          used[role][partner[i]] = true;
        }
        changes.push_back(std::move(change));
      }
    }
  }
  for (const auto& [role, pieces] : target_roles)
    for (std::size_t j = 0; j < pieces.size(); ++j)
      if (!used[role][j])
        changes.push_back({std::string(role), Outcome::kOnlyTarget, std::nullopt, std::nullopt, pieces[j].span});
  return changes;
}

}  // namespace storydiff
