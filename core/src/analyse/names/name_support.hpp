/// \file name_support.hpp
/// What a source has for a name of the target, wherever it stands.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "analyse/names/name_index.hpp"
#include "storydiff/analysis.hpp"

namespace storydiff {

/// The better comes first.
enum class NameStatus : std::uint8_t { kSame, kVariant, kChanged, kUnsupported };
/// "same", "variant", "changed", "unsupported".
[[nodiscard]] std::string_view to_string(NameStatus status);

struct NameSupport {
  NameStatus status = NameStatus::kUnsupported;
  std::optional<std::uint32_t> form;  ///< of the source, where one answers
  std::optional<Span> source;         ///< original
};

/// Words that a text says it has corrected: those of clauses such as "corrects spelling of town to
/// Chilkent" in the target's update lines, correction notices and sentences. O(text).
[[nodiscard]] std::unordered_set<NameWord> corrected_words(const Segments& target, const NormalizedDocument& normalized,
                                                           NameWords& words);

/// The best that `source` has for form `form` of `target`. O(candidates), which are bounded.
[[nodiscard]] NameSupport find_support(const NameIndex& target, std::uint32_t form, const NameIndex& source,
                                       const std::unordered_set<NameWord>& corrected, NameWords& words);

}  // namespace storydiff
