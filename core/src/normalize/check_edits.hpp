/// \file check_edits.hpp
/// What the core demands of a plugin's edits before it carries out any of them.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "storydiff/edit.hpp"
#include "storydiff/result.hpp"

namespace storydiff {

/// Accepts all edits of one call or names the first bad one: rule and role present, spans in bounds
/// and on UTF-8 boundaries, drops not empty, replacements valid UTF-8 without NUL, no two drops or
/// replaces in one place, moves of existing paragraphs to a paragraph that stays, none moved twice.
/// Marks may overlap anything. O(edits log edits).
[[nodiscard]] Status check_edits(std::string_view text, std::span<const Span> paragraphs,
                                 const std::vector<ProposedEdit>& edits);

}  // namespace storydiff
