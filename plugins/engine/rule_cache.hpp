/// \file rule_cache.hpp
/// Rules as they are once read and checked, in one file beside those they were read from. It only spares the time
/// of reading them again: where it is absent, damaged or of other files, nobody notices but the clock.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rule.hpp"
#include "rule_file.hpp"

namespace storydiff::rules {

inline constexpr const char* kRuleCacheName = "compiled.bin";

/// What a file looked like that a cache was made from.
struct CachedFile {
  std::string_view name;
  std::uint64_t bytes = 0;
  std::int64_t written = 0;  ///< seconds since 1970: archives keep no more of a file's time
};

/// The cache of `rules`, which were read from `files`; `looks` is what these, and what gives their order, looked like.
/// O(rules).
[[nodiscard]] std::string write_rule_cache(const RuleSet& rules, std::span<const RuleFile> files,
                                           std::span<const CachedFile> looks);

/// What a cache holds. Borrows its bytes.
struct RuleCache {
  std::uint64_t fingerprint = 0;
  std::vector<CachedFile> looks;
  std::string_view rules;
  std::string_view body;  ///< expressions and needs, looked at when they are asked for
};

/// Nothing where the bytes are of another version of the engine or damaged. Never trusts a size or a count.
[[nodiscard]] std::optional<RuleCache> open_rule_cache(std::string_view cache);

/// Whether it was made from files of exactly these names and contents. O(files).
[[nodiscard]] bool is_made_from(const RuleCache& cache, std::span<const RuleFile> files);

/// Its rules, which borrow its bytes; nothing where it is damaged. O(rules).
[[nodiscard]] std::optional<RuleSet> read_rules(const RuleCache& cache);

}  // namespace storydiff::rules
