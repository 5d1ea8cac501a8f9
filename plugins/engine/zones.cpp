#include "zones.hpp"

namespace storydiff::rules {
namespace {

/// Slug, section, headline and its decks; more is a list and no header.
constexpr std::uint32_t kMostTitlesOfHead = 6;
/// Lists of other stories are longer.
constexpr std::uint32_t kMostTitlesOfTail = 12;

/// The first line of the story from `from` on, or none. Story is what no rule holds and what does
/// not look like a title, or what a dateline begins.
bool has_story(const Claims& claims, std::uint32_t from) {
  for (std::uint32_t i = from; i < claims.layout().size();) {
    if (const Claim* holder = claims.holder(i); holder != nullptr) {
      i = holder->lines.last + 1;
      continue;
    }
    const Lines block = claims.block(i);
    if (!claims.is_title(block)) return true;
    i = block.last + 1;
  }
  return false;
}

Extent find_head(const Claims& claims) {
  Extent head;
  std::uint32_t titles = 0;
  std::uint32_t i = 0;
  while (i < claims.layout().size()) {
    if (const Claim* holder = claims.holder(i); holder != nullptr) {
      i = holder->lines.last + 1;
      continue;
    }
    const Lines block = claims.block(i);
    if (claims.start_holder(i) != nullptr) break;
    if (!claims.is_title(block) || titles == kMostTitlesOfHead) {
      head.border = block;
      break;
    }
    ++titles;
    i = block.last + 1;
  }
  head.end = i;
  return head;
}

Extent find_tail(const Claims& claims) {
  Extent tail;
  std::uint32_t titles = 0;
  std::uint32_t end = claims.layout().size();
  tail.end = end;
  while (end > 0) {
    if (const Claim* holder = claims.holder(end - 1); holder != nullptr) {
      end = holder->lines.first;
      continue;
    }
    const Lines block = claims.block(end - 1);
    if (!claims.is_title(block) || titles == kMostTitlesOfTail) {
      if (claims.start_holder(block.first) == nullptr) tail.border = block;
      break;
    }
    ++titles;
    end = block.first;
  }
  tail.begin = end;
  return tail;
}

}  // namespace

Zones find_zones(const Claims& claims) {
  Zones zones;
  const Extent head = find_head(claims);
  if (!has_story(claims, head.end)) return zones;
  zones.head = head;
  zones.tail = find_tail(claims);
  return zones;
}

}  // namespace storydiff::rules
