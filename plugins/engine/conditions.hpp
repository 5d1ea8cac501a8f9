/// \file conditions.hpp
/// Whether it is safe for a rule to act where its pattern matched.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "claims.hpp"
#include "zones.hpp"

namespace storydiff::rules {

/// Where a rule's pattern matched.
struct Site {
  Lines lines;
  std::string_view name;              ///< the group `name`
  std::uint32_t matches_in_text = 1;  ///< places of the text that the pattern matches, for rules of Zone::kAny
};

/// False when the conditions of `rule` that cost next to nothing already forbid it at `unit`, whatever
/// its pattern says: most patterns of a rule set are then never built.
[[nodiscard]] bool worth_trying(const Rule& rule, Lines unit, const Claims& claims);

/// Whether all conditions of `rule` hold at `site`, as things stand.
[[nodiscard]] bool satisfied(const Rule& rule, const Site& site, const Claims& claims, const Zones& zones,
                             std::string& scratch);

}  // namespace storydiff::rules
