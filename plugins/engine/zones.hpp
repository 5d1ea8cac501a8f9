/// \file zones.hpp
/// Where a text's furniture can lie: above the first paragraph of its story, and below the last.
#pragma once

#include <cstdint>
#include <optional>

#include "claims.hpp"

namespace storydiff::rules {

/// Lines [begin, end) and, beyond them, the block that bounds the zone and that a rule may still
/// claim (a long note in brackets is no title, yet no story either).
struct Extent {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::optional<Lines> border;
  [[nodiscard]] bool holds(std::uint32_t i) const {
    return (begin <= i && i < end) || (border && border->first <= i && i <= border->last);
  }
};

struct Zones {
  Extent head;
  Extent tail;
};

/// A zone goes on over lines that a rule holds and over a few blocks that look like titles. Only
/// the free ones are counted: so a second run, which no longer sees the first run's furniture, does
/// not reach further into the text. A text without a story (a bare list, a poem) has no zones.
/// O(lines of the zones), O(lines) where nothing but titles follow.
[[nodiscard]] Zones find_zones(const Claims& claims);

}  // namespace storydiff::rules
