/// \file rule_cache.hpp
/// Rules as they are once read and checked, in one file beside those they were read from. It only spares the time
/// of reading them again: where it is absent, damaged or of other files, nobody notices but the clock.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "rule.hpp"
#include "rule_file.hpp"

namespace storydiff::rules {

inline constexpr const char* kRuleCacheName = "compiled.bin";

/// The cache of `rules`, which were read from `files`. O(rules).
[[nodiscard]] std::string write_rule_cache(const RuleSet& rules, std::span<const RuleFile> files);

/// The rules in `cache`, or nothing unless it was made from exactly these files by this version of the engine.
/// Never trusts a size or a count. O(cache + files).
[[nodiscard]] std::optional<RuleSet> read_rule_cache(std::string_view cache, std::span<const RuleFile> files);

}  // namespace storydiff::rules
